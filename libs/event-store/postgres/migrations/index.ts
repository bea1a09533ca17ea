import { log } from './001-log.ts';
import { append } from './002-append.ts';

/** Forward only: what was released is never edited, a change is a new number at the end. */
export const MIGRATIONS: readonly { readonly number: number; readonly name: string; readonly sql: string }[] = [
  { number: 1, name: 'log', sql: log },
  { number: 2, name: 'append', sql: append },
];
