export * from './acts.ts';
export { controlCode } from './control-code.ts';
export * from './kinds.ts';
export * from './lists.ts';
export * from './papers.ts';
export * from './reports.ts';
export * from './roles.ts';
export * from './statuses.ts';
export { inBoth, type Word, type Words } from './word.ts';
