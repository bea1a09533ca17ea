export { decide, decider } from './decide.ts';
export { rights } from './rights.ts';
export { evolve, initial } from './state.ts';
export { transitions } from './state.ts';
export { availableActions, type ActionType, type Availability } from './available-actions.ts';
