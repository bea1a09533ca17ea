export * from './outcome.ts';
export * from './roles.ts';
export * from './message.ts';
export * from './dates.ts';
export * from './text.ts';
export * from './evidence.ts';
export * from './four-eyes.ts';
export * from './owed.ts';
