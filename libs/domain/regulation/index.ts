export * from './events.ts';
export * from './commands.ts';
export * from './rights.ts';
export * from './rejections.ts';
export * from './steps.ts';
export * from './deadlines.ts';
export * from './state.ts';
export * from './cycle-state.ts';
