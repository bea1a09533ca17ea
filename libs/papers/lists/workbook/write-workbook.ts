import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import yazl from 'yazl';
import { columnName } from '../grid.ts';
import { writeBeside } from '../write-beside.ts';
import { escapeXml } from './xml.ts';

/** A sheet of texts. */
export interface PlainSheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  /** The line of the headings, counted from 1: set in bold, and kept in sight. */
  readonly headingLine: number;
  readonly widths?: readonly number[];
  /** Choices of a column below the headings: a range of another sheet. */
  readonly choices?: ReadonlyMap<number, string>;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Lines below the headings that have choices. */
const CHOICE_LINES = 20_000;

/** Writes a new workbook of texts: every cell is one, so that no code loses its zeros. */
export const writeWorkbook = (path: string, sheets: readonly PlainSheet[]): Promise<void> =>
  writeBeside(path, async (temporary) => {
    const zip = new yazl.ZipFile();
    for (const [name, text] of Object.entries(partsOf(sheets))) zip.addBuffer(Buffer.from(text), name);
    zip.end();
    await pipeline(zip.outputStream, createWriteStream(temporary));
  });

const partsOf = (sheets: readonly PlainSheet[]): Readonly<Record<string, string>> => {
  const each = (write: (sheet: PlainSheet, number: string) => string): string =>
    sheets.map((sheet, index) => write(sheet, String(index + 1))).join('');
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const override = (part: string, type: string): string =>
    `<Override PartName="/xl/${part}.xml" ContentType="${SHEET_TYPE}.${type}+xml"/>`;
  return {
    '[Content_Types].xml':
      `${HEAD}<Types xmlns="${PACKAGE}/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      override('workbook', 'sheet.main') +
      override('styles', 'styles') +
      each((_, number) => override(`worksheets/sheet${number}`, 'worksheet')) +
      '</Types>',
    '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relation('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml':
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>` +
      each(({ name }, number) => `<sheet name="${escapeXml(name)}" sheetId="${number}" r:id="s${number}"/>`) +
      '</sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">` +
      each((_, number) => relation(`s${number}`, 'worksheet', `worksheets/sheet${number}.xml`)) +
      `${relation('styles', 'styles', 'styles.xml')}</Relationships>`,
    'xl/styles.xml': STYLES,
    ...Object.fromEntries(
      sheets.map((sheet, index) => [`xl/worksheets/sheet${String(index + 1)}.xml`, sheetPart(sheet)] as const),
    ),
  };
};

/** 0: as it comes, 1: text, 2: heading. */
const STYLES =
  `${HEAD}<styleSheet xmlns="${MAIN}">` +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
  '<fill><patternFill patternType="solid"><fgColor rgb="FFDDEBF7"/><bgColor indexed="64"/></patternFill></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>' +
  '<xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';

const sheetPart = ({ rows, headingLine, widths = [], choices = new Map() }: PlainSheet): string => {
  const count = Math.max(1, ...rows.map((row) => row.length));
  const columns = Array.from({ length: count }, (_, column) => {
    const number = String(column + 1);
    return `<col min="${number}" max="${number}" width="${String(widths[column] ?? 24)}" style="1" customWidth="1"/>`;
  });
  const lines = rows.map((row, index) => {
    const line = String(index + 1);
    const style = index + 1 === headingLine ? '2' : '1';
    const cells = row.map((text, column) =>
      text === ''
        ? ''
        : `<c r="${columnName(column)}${line}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`,
    );
    return `<row r="${line}">${cells.join('')}</row>`;
  });
  const first = String(headingLine + 1);
  const validations = [...choices].map(([column, range]) => {
    const where = `${columnName(column)}${first}:${columnName(column)}${String(headingLine + CHOICE_LINES)}`;
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${where}"><formula1>${escapeXml(range)}</formula1></dataValidation>`;
  });
  return (
    `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">` +
    `<pane ySplit="${String(headingLine)}" topLeftCell="A${first}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
    `<cols>${columns.join('')}</cols><sheetData>${lines.join('')}</sheetData>` +
    (validations.length === 0
      ? ''
      : `<dataValidations count="${String(validations.length)}">${validations.join('')}</dataValidations>`) +
    '</worksheet>'
  );
};
