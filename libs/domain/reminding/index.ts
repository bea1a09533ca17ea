export * from './events.ts';
export * from './rights.ts';
export * from './commands.ts';
export * from './state.ts';
export { decide, decider } from './decide.ts';
export type * from './recipient/events.ts';
export * from './recipient/commands.ts';
export type { RecipientState } from './recipient/state.ts';
export * as recipient from './recipient/index.ts';
