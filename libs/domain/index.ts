export * from './kernel/index.ts';
export * as organization from './organization/index.ts';
export * as regulation from './regulation/index.ts';
export * as registration from './registration/index.ts';
export * as decision from './decision/index.ts';
export * as commendation from './commendation/index.ts';
export * as reservation from './reservation/index.ts';
export * as incident from './incident/index.ts';
export * as evidence from './evidence/index.ts';
