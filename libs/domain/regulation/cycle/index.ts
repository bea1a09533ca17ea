export { availableActions, type ActionType, type Availability } from './available-actions.ts';
export { decide, decider } from './decide.ts';
export { rights } from './rights.ts';
export { evolve, initial } from './state.ts';
export { CYCLE_STATUSES, cycleKey, statusAfter, transitions } from './state.ts';
