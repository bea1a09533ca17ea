export * from './events.ts';
export * from './commands.ts';
export * from './rights.ts';
export * from './state.ts';
export { decide, decider } from './decide.ts';
export { availableActions, type ActionType, type Availability } from './available-actions.ts';
