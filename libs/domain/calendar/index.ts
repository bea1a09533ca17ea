export * from './working-days.ts';
export * from './arithmetic.ts';
