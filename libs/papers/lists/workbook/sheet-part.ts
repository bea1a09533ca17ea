import { columnName } from '../grid.ts';
import { dayOf, instantOf } from './serial.ts';
import { escapeXml } from './xml.ts';

/** How a part begins, and the names it is written in. */
export const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** A cell: text stays text whatever it looks like, so that no code loses its zeros and nothing is taken for a formula. */
export type Cell = string | number | { readonly day: string } | { readonly instant: string };

type Rows = Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>;

/** A sheet to be written. */
export interface PlainSheet {
  /** At most 31 characters. */
  readonly name: string;
  readonly rows: Rows;
  /** The line of the headings, counted from 1: set in bold, and kept in sight. */
  readonly headingLine: number;
  /** Of the columns, in characters. */
  readonly widths: readonly number[];
  /** Choices of a column below the headings: a range of another sheet. */
  readonly choices?: ReadonlyMap<number, string>;
}

/** Lines below the headings that have choices. */
const CHOICE_LINES = 20_000;

/** Characters of a cell. */
const MAX_TEXT = 32_767;

/** How cells look, by their place in the styles of the workbook. */
const STYLE = { text: 1, heading: 2, number: 3, day: 4, instant: 5 } as const;

/** The part of a sheet, row by row. */
export async function* sheetPart({
  rows,
  headingLine,
  widths,
  choices = new Map(),
}: PlainSheet): AsyncGenerator<string> {
  const first = String(headingLine + 1);
  const columns = widths.map((width, index) => {
    const column = String(index + 1);
    return `<col min="${column}" max="${column}" width="${String(width)}" style="${String(STYLE.text)}" customWidth="1"/>`;
  });
  yield (
    `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">` +
    `<pane ySplit="${String(headingLine)}" topLeftCell="A${first}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
    `<cols>${columns.join('')}</cols><sheetData>`
  );
  let line = 0;
  for await (const row of rows) {
    line += 1;
    const at = String(line);
    const cells = row.map((cell, column) => cellPart(cell, `${columnName(column)}${at}`, line === headingLine));
    yield `<row r="${at}">${cells.join('')}</row>`;
  }
  const validations = [...choices].map(([column, range]) => {
    const where = `${columnName(column)}${first}:${columnName(column)}${String(headingLine + CHOICE_LINES)}`;
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${where}"><formula1>${escapeXml(range)}</formula1></dataValidation>`;
  });
  yield '</sheetData>';
  if (validations.length > 0)
    yield `<dataValidations count="${String(validations.length)}">${validations.join('')}</dataValidations>`;
  yield '</worksheet>';
}

const cellPart = (cell: Cell, reference: string, isHeading: boolean): string => {
  const valued = (value: number, style: number): string =>
    `<c r="${reference}" s="${String(style)}"><v>${String(value)}</v></c>`;
  if (typeof cell === 'number') return valued(cell, STYLE.number);
  if (typeof cell === 'object')
    return 'day' in cell ? valued(dayOf(cell.day), STYLE.day) : valued(instantOf(cell.instant), STYLE.instant);
  if (cell === '') return '';
  const style = String(isHeading ? STYLE.heading : STYLE.text);
  return `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(fitting(cell))}</t></is></c>`;
};

/** Excel repairs a workbook with a longer text: what is cut off ends in a mark. Source: Excel specifications and limits. */
const fitting = (text: string): string =>
  text.length <= MAX_TEXT ? text : `${text.slice(0, MAX_TEXT - 2).replace(/[\uD800-\uDBFF]$/u, '')} …`;
