import { stringify } from 'csv-stringify/sync';
import type { Cell } from '#papers';
import { written } from './cells.ts';
import type { Table } from './table.ts';

/** A byte order mark, without which spreadsheets misread Vietnamese. */
const BOM = '\uFEFF';

/** The table as comma-separated values, some rows at a time; no cell is taken for a formula. */
export async function* csvOf({ top, headings, pages }: Table): AsyncGenerator<string, void, undefined> {
  yield BOM + linesOf([...top, headings]);
  for await (const rows of pages) yield linesOf(rows);
}

const linesOf = (rows: readonly (readonly Cell[])[]): string =>
  stringify(
    rows.map((row) => row.map((cell) => inert(written(cell)))),
    { record_delimiter: 'windows' },
  );

/** A cell that begins like a formula gets an apostrophe. Source: OWASP, CSV injection. */
const inert = (cell: string): string =>
  /^[=+\-@\t\r]/u.test(cell) && !/^-?\d+(\.\d+)?$/u.test(cell) ? `'${cell}` : cell;
