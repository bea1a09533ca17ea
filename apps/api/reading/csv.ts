import { stringify } from 'csv-stringify/sync';
import type { FileAnswer } from '../http/answer/answer.interceptor.ts';

/** A whole filtered view that is to be made into a file. */
export interface ExportedView extends Pick<FileAnswer, 'name' | 'position'> {
  readonly kind: 'view';
  readonly asOf: string;
  readonly items: readonly object[];
}

/** A byte order mark, without which spreadsheets misread Vietnamese. */
const BOM = '\uFEFF';

/** The filtered view with its filter and its day in the first lines; no cell is taken for a formula. */
export const csvOf = ({ name, position, asOf, items }: ExportedView, filter: string): FileAnswer => {
  const columns = [...new Set(items.flatMap((item) => Object.keys(item)))];
  const header = [['Khéo', name], ['Tính đến (as of)', asOf], ['Bộ lọc (filter)', filter], columns];
  const rows = items.map((item) => columns.map((column) => textOf((item as Record<string, unknown>)[column])));
  const cells = [...header, ...rows].map((row) => row.map(inert));
  return { kind: 'file', name, position, csv: BOM + stringify(cells, { record_delimiter: 'windows' }) };
};

const textOf = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
};

/** A cell that begins like a formula gets an apostrophe. Source: OWASP, CSV injection. */
const inert = (cell: string): string =>
  /^[=+\-@\t\r]/u.test(cell) && !/^-?\d+(\.\d+)?$/u.test(cell) ? `'${cell}` : cell;
