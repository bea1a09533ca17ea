// Everything that needs no server, in about a minute.
import { checkSteps } from './steps/check.mjs';
import { conclude, runTwoAtATime } from './steps/side-by-side.mjs';

conclude(await runTwoAtATime(checkSteps()));
