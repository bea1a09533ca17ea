import { stringify } from 'csv-stringify/sync';
import { dayMonthYear, isLocalDate, localDateOf } from '#domain';
import type { Language } from '#problems';
import type { FileAnswer } from '../http/answer/answer.interceptor.ts';
import { HEADINGS } from './headings.ts';

/** A whole filtered view that is to be made into a file. */
export interface ExportedView extends Pick<FileAnswer, 'name' | 'position'> {
  readonly kind: 'view';
  readonly asOf: string;
  readonly items: readonly object[];
}

/** A byte order mark, without which spreadsheets misread Vietnamese. */
const BOM = '\uFEFF';

const TOP: Readonly<Record<Language, readonly [asOf: string, filter: string]>> = {
  vi: ['Tính đến', 'Bộ lọc'],
  en: ['As of', 'Filter'],
};

/**
 * The filtered view with its filter and its day in the first lines, headings and days as people write them; no cell is
 * taken for a formula.
 */
export const csvOf = (
  { name, position, asOf, items }: ExportedView,
  filter: string,
  language: Language,
): FileAnswer => {
  const columns = [...new Set(items.flatMap((item) => Object.keys(item)))];
  const [asOfTitle, filterTitle] = TOP[language];
  const headings = columns.map((column) => HEADINGS[column]?.[language === 'vi' ? 0 : 1] ?? column);
  const header = [['Khéo', name], [asOfTitle, dayOrInstant(asOf)], [filterTitle, filter], headings];
  const rows = items.map((item) =>
    columns.map((column) => textOf(column, (item as Record<string, unknown>)[column], language)),
  );
  const cells = [...header, ...rows].map((row) => row.map(inert));
  return { kind: 'file', name, position, csv: BOM + stringify(cells, { record_delimiter: 'windows' }) };
};

/** Columns of days and instants; a name that reads like a day stays as it was written. */
const OF_TIME = /(On|At|Deadline|From|Since)$|^(from|cutoff|since)$/u;

const textOf = (column: string, value: unknown, language: Language): string => {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return OF_TIME.test(column) ? dayOrInstant(value) : value;
  if (typeof value === 'boolean') return YES_NO[language][value ? 0 : 1];
  return JSON.stringify(value);
};

const YES_NO: Readonly<Record<Language, readonly [yes: string, no: string]>> = {
  vi: ['có', 'không'],
  en: ['yes', 'no'],
};

/** `02/03/2026`, or `02/03/2026 08:30:00` by the clock in Vietnam. */
const dayOrInstant = (text: string): string => {
  if (isLocalDate(text)) return dayMonthYear(text);
  return /^\d{4}-\d{2}-\d{2}T/u.test(text)
    ? `${dayMonthYear(localDateOf(text))} ${CLOCK.format(new Date(text))}`
    : text;
};

const CLOCK = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh', timeStyle: 'medium' });

/** A cell that begins like a formula gets an apostrophe. Source: OWASP, CSV injection. */
const inert = (cell: string): string =>
  /^[=+\-@\t\r]/u.test(cell) && !/^-?\d+(\.\d+)?$/u.test(cell) ? `'${cell}` : cell;
