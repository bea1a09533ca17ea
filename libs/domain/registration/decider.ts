import { decide } from './decide.ts';
import { evolve } from './evolve.ts';
import { initial } from './state.ts';

/** The workflow of a registration: stream `registration-<registrationId>`. */
export const decider = { initial, evolve, decide };
