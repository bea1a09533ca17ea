// Everything that needs no server, in about a minute.
import { checkSteps } from './steps/check.mjs';
import { conclude, runTwoAtATime } from './steps/lanes.mjs';

conclude(await runTwoAtATime(checkSteps()));
