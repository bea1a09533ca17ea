import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import yazl from 'yazl';

const PROVINCES = 34;
const COMMUNES = 3321;
export const UNITS = PROVINCES + COMMUNES;
export const REGISTRATIONS = 20_000;
/** Columns of numbers beside those of the list: 138 MB of sheet. */
const OTHERS = 195;

const codeOf = (digits: number, number: number): string => String(number).padStart(digits, '0');

/** The provinces and communes of the country, as CSV. */
export function unitsList(): string {
  const provinces = Array.from(
    { length: PROVINCES },
    (_, index) => `T${codeOf(2, index + 1)},Tỉnh số ${index + 1},Tỉnh,Việt Nam,${codeOf(2, index + 1)},01/07/2025`,
  );
  const communes = Array.from({ length: COMMUNES }, (_, index) => {
    const province = `T${codeOf(2, (index % PROVINCES) + 1)}`;
    return `X${codeOf(5, index + 1)},Xã số ${index + 1},Xã,${province},${codeOf(5, index + 1)},01/07/2025`;
  });
  return ['Mã đơn vị,Tên đơn vị,Loại,Đơn vị cấp trên,Mã hành chính,Hiệu lực từ', ...provinces, ...communes].join('\n');
}

const HEADINGS = ['Mã dòng', 'Đơn vị', 'Tên mô hình', 'Loại', 'Lĩnh vực', 'Thực trạng'];
const FIELDS = ['Kinh tế', 'Văn hóa - xã hội'];

function* models(): Generator<readonly string[]> {
  for (let index = 0; index < REGISTRATIONS; index += 1) {
    const situation = `Thực trạng của mô hình số ${index} ở xã, với những việc đã làm và những việc còn phải làm.`;
    const commune = codeOf(5, (index % COMMUNES) + 1);
    yield [`R${index}`, commune, `Mô hình số ${index}`, 'Tập thể', FIELDS[index % 2] ?? '', situation];
  }
}

/** Models of the communes, as CSV. */
export const modelsList = (): string =>
  [HEADINGS, ...models()].map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\n');

/** The same models as a workbook of some 10 MB, with many columns beside theirs. */
export function modelsWorkbook(): Promise<Buffer<ArrayBuffer>> {
  const zip = new yazl.ZipFile();
  for (const [name, text] of Object.entries(PARTS)) zip.addBuffer(Buffer.from(HEAD + text), name);
  zip.addReadStream(Readable.from(sheet()), 'xl/worksheets/sheet1.xml');
  zip.end();
  return buffer(zip.outputStream);
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const FORMATS = 'http://schemas.openxmlformats.org';
const OFFICE = `${FORMATS}/officeDocument/2006/relationships`;
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const relation = (type: string, target: string) =>
  `<Relationships xmlns="${FORMATS}/package/2006/relationships"><Relationship Id="r1" Type="${OFFICE}/${type}" Target="${target}"/></Relationships>`;

/** Source: ECMA-376, the least that a workbook has. */
const PARTS = {
  '[Content_Types].xml': `<Types xmlns="${FORMATS}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SHEET}.worksheet+xml"/></Types>`,
  '_rels/.rels': relation('officeDocument', 'xl/workbook.xml'),
  'xl/_rels/workbook.xml.rels': relation('worksheet', 'worksheets/sheet1.xml'),
  'xl/workbook.xml': `<workbook xmlns="${FORMATS}/spreadsheetml/2006/main" xmlns:r="${OFFICE}"><sheets><sheet name="DS" sheetId="1" r:id="r1"/></sheets></workbook>`,
};

function* sheet(): Generator<string> {
  const textCell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  yield `${HEAD}<worksheet xmlns="${FORMATS}/spreadsheetml/2006/main"><sheetData>`;
  yield `<row>${HEADINGS.map(textCell).join('')}</row>`;
  let line = 0;
  for (const cells of models()) {
    line += 1;
    yield `<row>${cells.map(textCell).join('')}${numbers(line)}</row>`;
  }
  yield '</sheetData></worksheet>';
}

/** Cells of numbers that differ, as those of an office do: the same one over again would be packed to nothing. */
const numbers = (line: number): string =>
  Array.from({ length: OTHERS }, (_, column) => {
    const mixed = Math.imul(line * OTHERS + column + 1, 0x9e3779b1);
    const digits = (Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b) >>> 13) % 1000;
    return `<c><v>1234567890.${String(digits).padStart(3, '0')}6789012</v></c>`;
  }).join('');
