export * from './acts.ts';
export * from './papers.ts';
export * from './roles.ts';
export * from './statuses.ts';
export type { Word } from './word.ts';
