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
    rows.map((row) => row.map((cell) => (typeof cell === 'string' ? inert(cell) : written(cell)))),
    { record_delimiter: 'windows' },
  );

/** A text that begins like a formula gets an apostrophe. Source: OWASP, CSV injection. */
const inert = (text: string): string => (/^[=+\-@\t\r]/u.test(text) ? `'${text}` : text);
