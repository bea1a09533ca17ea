export * from './events.ts';
export * from './status.ts';
export type * from './facts.ts';
export * from './commands.ts';
export * from './rights.ts';
export * from './rejections.ts';
