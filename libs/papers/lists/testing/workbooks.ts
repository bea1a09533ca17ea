import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import yauzl from 'yauzl';
import yazl from 'yazl';

/** A cell: text, a number, `null` for none, or what the sheet's part says of it but for its reference. */
export type TestCell = string | number | null | { readonly attributes: string; readonly inside: string };

export interface TestSheet {
  readonly name: string;
  readonly state?: string;
  /** Rows from the first line on. */
  readonly rows?: readonly (readonly TestCell[])[];
  /** Attributes of rows by line. */
  readonly rowAttributes?: Readonly<Record<number, string>>;
  readonly before?: string;
  readonly after?: string;
  /** The whole part, instead of all that. */
  readonly xml?: string;
}

export interface TestWorkbook {
  readonly sheets: readonly TestSheet[];
  readonly workbookPr?: string;
  /** Each an `si`'s inside. */
  readonly strings?: readonly string[];
  /** Inside `cellXfs` after the first. */
  readonly xfs?: readonly string[];
  readonly numFmts?: string;
  readonly withoutStyles?: boolean;
  readonly more?: Readonly<Record<string, string>>;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The name of a column, counted from 0; these lists have at most 26. */
const letter = (column: number): string => String.fromCharCode(65 + column);

const cellXml = (cell: TestCell, reference: string): string => {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${reference}"><v>${String(cell)}</v></c>`;
  if (typeof cell === 'string') {
    return `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${escape(cell)}</t></is></c>`;
  }
  return `<c r="${reference}" ${cell.attributes}>${cell.inside}</c>`;
};

export const sheetXml = (sheet: Omit<TestSheet, 'name'>): string => {
  const rows = (sheet.rows ?? []).map((cells, index) => {
    const line = index + 1;
    const inside = cells.map((cell, column) => cellXml(cell, `${letter(column)}${String(line)}`)).join('');
    return inside === '' ? '' : `<row r="${String(line)}" ${sheet.rowAttributes?.[line] ?? ''}>${inside}</row>`;
  });
  return `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">${sheet.before ?? ''}<sheetData>${rows.join('')}</sheetData>${sheet.after ?? ''}</worksheet>`;
};

/** The parts of a workbook, as office programs of all kinds write them. */
export const workbookParts = (workbook: TestWorkbook): Readonly<Record<string, string>> => {
  const { sheets, strings = [], xfs = [], workbookPr = '', numFmts = '', withoutStyles = false, more = {} } = workbook;
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  return {
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/></Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr ${workbookPr}/><sheets>${sheets
      .map(({ name, state }, index) => {
        const id = String(index + 1);
        return `<sheet name="${name}" sheetId="${id}" ${state === undefined ? '' : `state="${state}"`} r:id="s${id}"/>`;
      })
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets
      .map((_, index) => {
        const id = String(index + 1);
        return `<Relationship Id="s${id}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${id}.xml"/>`;
      })
      .join(
        '',
      )}<Relationship Id="st" Type="${OFFICE}/sharedStrings" Target="/xl/sharedStrings.xml"/>${withoutStyles ? '' : `<Relationship Id="sy" Type="${OFFICE}/styles" Target="styles.xml"/>`}</Relationships>`,
    'xl/sharedStrings.xml': `${HEAD}<sst xmlns="${MAIN}">${strings.map((inside) => `<si>${inside}</si>`).join('')}</sst>`,
    ...(withoutStyles
      ? {}
      : {
          'xl/styles.xml': `${HEAD}<styleSheet xmlns="${MAIN}">${numFmts}<fonts count="1"><font><sz val="11"/><name val="Times New Roman"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${String(xfs.length + 1)}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${xfs.join('')}</cellXfs></styleSheet>`,
        }),
    ...Object.fromEntries(
      sheets.map((sheet, index) => [`xl/worksheets/sheet${String(index + 1)}.xml`, sheet.xml ?? sheetXml(sheet)]),
    ),
    ...more,
  };
};

export const writeTestWorkbook = async (path: string, workbook: TestWorkbook): Promise<string> => {
  const parts = workbookParts(workbook);
  const zip = new yazl.ZipFile();
  for (const [name, text] of Object.entries(parts)) zip.addBuffer(Buffer.from(text), name);
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
  return path;
};

/** Every part of a workbook by name, as text. */
export const readParts = async (path: string): Promise<Readonly<Record<string, string>>> => {
  const zip = await yauzl.openPromise(path, { lazyEntries: true, autoClose: false });
  const parts: Record<string, string> = {};
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    parts[entry.fileName] = Buffer.concat(chunks).toString('utf8');
  }
  zip.close();
  return parts;
};
