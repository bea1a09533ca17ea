export * from './events.ts';
export * from './commands.ts';
export * from './rights.ts';
export * from './state.ts';
export * from './owed.ts';
export { decide, decider } from './decide.ts';
export { notToIssue, signerRefusal } from './issue.ts';
export { availableActions, type ActionType, type Availability, type Today } from './available-actions.ts';
export * from './manifest.ts';
export * from './sight.ts';
export { pendingItems } from './results.ts';
export * from './document-number.ts';
export * from './numbering/commands.ts';
export type * from './numbering/events.ts';
export {
  entryOf,
  ISSUED_ON_PAPER,
  nextNumber,
  numberOf,
  type BookEntry,
  type NumberingState,
} from './numbering/state.ts';
export { documentNumberOf, numberUse } from './numbering/decide.ts';
export * as numbering from './numbering/index.ts';
export * from './process.ts';
export { itemKindOf } from './draft.ts';
