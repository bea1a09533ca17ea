// Starts a program as `npm start` does, without installing and building: node start-in-place-process.mjs <program> [arguments]
import { become } from '../../tools/steps/become.mjs';

become(process.execPath, process.argv.slice(2));
