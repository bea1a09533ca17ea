import { createWriteStream } from 'node:fs';
import { Readable, type PassThrough } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import yazl from 'yazl';
import { writeBeside } from '../write-beside.ts';
import { HEAD, MAIN, sheetPart, type PlainSheet } from './sheet-part.ts';
import { escapeXml } from './xml.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Writes a new workbook. */
export const writeWorkbook = (path: string, sheets: readonly PlainSheet[]): Promise<void> =>
  writeBeside(path, (temporary) => pipeline(workbookOf(sheets), createWriteStream(temporary)));

/** A new workbook in pieces: rows are asked for as they are written, and a sheet once the one before is whole. */
export async function* workbookOf(
  sheets: Iterable<PlainSheet> | AsyncIterable<PlainSheet>,
): AsyncGenerator<Buffer, void, undefined> {
  const zip = new yazl.ZipFile();
  const output = zip.outputStream as PassThrough;
  const fail = (error: unknown): void => void output.destroy(error as Error);
  zip.on('error', fail);
  addParts(zip, sheets).catch(fail);
  yield* output as AsyncIterable<Buffer>;
}

const addParts = async (zip: yazl.ZipFile, sheets: Iterable<PlainSheet> | AsyncIterable<PlainSheet>): Promise<void> => {
  const names: string[] = [];
  for await (const sheet of sheets) {
    names.push(sheet.name);
    const part = Readable.from(sheetPart(sheet));
    zip.addReadStream(part, `xl/worksheets/sheet${String(names.length)}.xml`);
    await finished(part);
  }
  for (const [name, text] of Object.entries(partsOf(names))) zip.addBuffer(Buffer.from(text), name);
  zip.end();
};

const partsOf = (names: readonly string[]): Readonly<Record<string, string>> => {
  const each = (write: (number: string, name: string) => string): string =>
    names.map((name, index) => write(String(index + 1), name)).join('');
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
      each((number) => override(`worksheets/sheet${number}`, 'worksheet')) +
      '</Types>',
    '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relation('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml':
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>` +
      each((number, name) => `<sheet name="${escapeXml(name)}" sheetId="${number}" r:id="s${number}"/>`) +
      '</sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">` +
      each((number) => relation(`s${number}`, 'worksheet', `worksheets/sheet${number}.xml`)) +
      `${relation('styles', 'styles', 'styles.xml')}</Relationships>`,
    'xl/styles.xml': STYLES,
  };
};

const TOP = '<alignment vertical="top" wrapText="1"/>';

const xf = (numFmtId: number): string =>
  `<xf numFmtId="${String(numFmtId)}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1">${TOP}</xf>`;

const STYLES =
  `${HEAD}<styleSheet xmlns="${MAIN}">` +
  '<numFmts count="2"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="dd/mm/yyyy\\ hh:mm:ss"/></numFmts>' +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
  '<fill><patternFill patternType="solid"><fgColor rgb="FFDDEBF7"/><bgColor indexed="64"/></patternFill></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  xf(49) +
  `<xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1">${TOP}</xf>` +
  `${xf(0)}${xf(164)}${xf(165)}</cellXfs>` +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';
