// Everything that needs no server, in under a minute.
import { checkLanes } from './steps/check.mjs';
import { conclude, runLanes } from './steps/lanes.mjs';

conclude(await runLanes(checkLanes()));
