export * from './events.ts';
export * from './rights.ts';
export * from './commands.ts';
export * from './rungs.ts';
export * from './state.ts';
export { decide, decider } from './decide.ts';
export type * from './recipient/events.ts';
export type { ChooseDelivery, RecipientRejection, RecipientState } from './recipient/decide.ts';
export * as recipient from './recipient/decide.ts';
