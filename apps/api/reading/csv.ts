import { stringify } from 'csv-stringify/sync';
import type { Language } from '#problems';
import { nameFieldOf } from '#read-models';
import type { FileAnswer } from '../http/answer/answer.interceptor.ts';
import { cellOf, dayOrInstant } from './cells.ts';
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
 * The filtered view with its filter and its day in the first lines, headings, words and days as people write them, names
 * in place of ids; no cell is taken for a formula.
 */
export const csvOf = (
  { name, position, asOf, items }: ExportedView,
  filter: string,
  language: Language,
): FileAnswer => {
  const columns = columnsOf(items);
  const [asOfTitle, filterTitle] = TOP[language];
  const headings = columns.map((column) => HEADINGS[column]?.[language === 'vi' ? 0 : 1] ?? column);
  const header = [['Khéo', name], [asOfTitle, dayOrInstant(asOf)], [filterTitle, filter], headings];
  const rows = items.map((item) => columns.map((column) => cellOf(name, column, item, language)));
  const cells = [...header, ...rows].map((row) => row.map(inert));
  return { kind: 'file', name, position, csv: BOM + stringify(cells, { record_delimiter: 'windows' }) };
};

/** Ids, and what only programs read: behind everything else. */
const FOR_PROGRAMS = /^id$|Id$|^(actor|data|stream|revision|position|importKey|manifestSha256|fileSha256)$/u;

/** The columns in their order: an id whose name is told is left out. */
const columnsOf = (items: readonly object[]): readonly string[] => {
  const columns = new Set(items.flatMap((item) => Object.keys(item)));
  const told = [...columns].filter((column) => !columns.has(nameFieldOf(column)?.[1] ?? ''));
  const behind = (column: string): boolean => FOR_PROGRAMS.test(column);
  return [...told.filter((column) => !behind(column)), ...told.filter(behind)];
};

/** A cell that begins like a formula gets an apostrophe. Source: OWASP, CSV injection. */
const inert = (cell: string): string =>
  /^[=+\-@\t\r]/u.test(cell) && !/^-?\d+(\.\d+)?$/u.test(cell) ? `'${cell}` : cell;
