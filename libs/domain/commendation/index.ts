export * from './events.ts';
export * from './commands.ts';
export * from './rights.ts';
export * from './state.ts';
export * from './owed.ts';
export { decide, decider } from './decide.ts';
export { availableActions, type ActionType, type Availability } from './available-actions.ts';
export { missingDocuments, REQUIRED_DOCUMENTS } from './dossier.ts';
export * from './reward-key.ts';
