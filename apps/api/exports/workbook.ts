import { workbookOf, type Cell, type PlainSheet } from '#papers';
import { written } from './cells.ts';
import type { Table } from './table.ts';

/** Rows that a sheet can hold. Source: Excel specifications and limits. */
const MAX_ROWS = 1_048_576;

/** The table as a workbook of one sheet, or of more where one cannot hold it; each has all the lines above the rows. */
export const workbookIn = (table: Table, maxRows = MAX_ROWS): AsyncGenerator<Buffer> =>
  workbookOf(sheetsOf(table, maxRows));

async function* sheetsOf({ top, headings, pages }: Table, maxRows: number): AsyncGenerator<PlainSheet> {
  const above = [...top, headings];
  const rows = onlyRows(pages);
  let next = await rows.next();
  const sample = next.done === true ? [] : [next.value];
  const widths = headings.map((heading, column) => widthOf([heading, ...sample.map((row) => row[column] ?? '')]));
  async function* lines(): AsyncGenerator<readonly Cell[]> {
    yield* above;
    for (let line = above.length; line < maxRows && next.done !== true; line += 1) {
      yield next.value;
      next = await rows.next();
    }
  }
  let sheet = 0;
  do {
    sheet += 1;
    yield { name: sheet === 1 ? 'Khéo' : `Khéo (${String(sheet)})`, headingLine: above.length, widths, rows: lines() };
  } while (next.done !== true);
}

async function* onlyRows(pages: Table['pages']): AsyncGenerator<readonly Cell[], undefined> {
  for await (const page of pages) yield* page;
  return undefined;
}

/** Characters: as wide as the heading and the first row want, within reason. */
const widthOf = (cells: readonly Cell[]): number =>
  Math.min(60, Math.max(12, ...cells.map((cell) => written(cell).length + 2)));
