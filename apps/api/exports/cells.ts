import { dayMonthYear, isLocalDate, localDateOf } from '#domain';
import type { Cell } from '#papers';
import type { Language } from '#problems';
import { wordIn } from './column-words.ts';
import { capital, inLanguage, NO, SYSTEM, textOf, YES } from './parts.ts';

/** One cell of a file for people: codes in words, days and numbers as such. */
export const cellOf = (list: string, column: string, row: object, language: Language): Cell => {
  const value = (row as Readonly<Record<string, unknown>>)[column];
  if (value === null || value === undefined)
    return isOfSystem(column, row) ? capital(inLanguage(SYSTEM, language)) : '';
  if (typeof value === 'boolean') return inLanguage(value ? YES : NO, language);
  if (typeof value === 'string') {
    const word = wordIn(list, column, row, value);
    if (word !== undefined) return capital(inLanguage(word, language));
    return OF_TIME.test(column) ? momentOf(value) : value;
  }
  if (typeof value === 'number') return value;
  return typeof value === 'object' ? textOf(column, value, language) : '';
};

/** The name of who acted, where nobody did. */
const isOfSystem = (column: string, row: object): boolean =>
  (row as Readonly<Record<string, unknown>>)[column.replace(/Name$/u, '')] === 'system';

/** Columns of days and instants; a name that reads like a day stays as it was written. */
const OF_TIME = /(On|At|Deadline|From|Since)$|^(from|cutoff|deadline|since)$/u;

/** A day or an instant; any other text stays as it is. */
export const momentOf = (text: string): Cell => {
  if (isLocalDate(text)) return { day: text };
  return /^\d{4}-\d{2}-\d{2}T/u.test(text) ? { instant: text } : text;
};

/** A cell as a text: `02/03/2026`, or `02/03/2026 08:30:00` by the clock in Vietnam. */
export const written = (cell: Cell): string => {
  if (typeof cell !== 'object') return String(cell);
  if ('day' in cell) return dayMonthYear(cell.day);
  return `${dayMonthYear(localDateOf(cell.instant))} ${CLOCK.format(new Date(cell.instant))}`;
};

const CLOCK = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh', timeStyle: 'medium' });
