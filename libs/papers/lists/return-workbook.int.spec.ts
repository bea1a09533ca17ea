import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Column, RowOutcome } from './list.ts';
import { openList } from './open-list.ts';
import {
  readParts,
  sheetXml,
  workbookParts,
  writeTestWorkbook,
  type TestCell,
  type TestWorkbook,
} from './testing/workbooks.ts';

const columns: readonly Column[] = [
  { key: 'name', headers: ['Tên mô hình'], required: true },
  { key: 'field', headers: ['Lĩnh vực'], required: true },
  { key: 'from', headers: ['Từ ngày'], required: false },
];
const HEADINGS: readonly TestCell[] = ['Tên mô hình', 'Lĩnh vực', 'Từ ngày'];
const SHEET = 'xl/worksheets/sheet1.xml';

let folder: string;
let path: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kheo-return-'));
  path = join(folder, 'danh-sach.xlsx');
});
afterAll(() => rm(folder, { recursive: true }));

/** The workbook's parts before and after it is given back. */
const giveBack = async (
  workbook: TestWorkbook,
  results: Readonly<Record<number, RowOutcome>>,
  heading?: string,
): Promise<{ before: Readonly<Record<string, string>>; after: Readonly<Record<string, string>>; target: string }> => {
  await writeTestWorkbook(path, workbook);
  const list = await openList(path, columns);
  const target = join(folder, 'danh-sach.ket-qua.xlsx');
  await list.save(target, new Map(Object.entries(results).map(([line, result]) => [Number(line), result])), heading);
  return { before: await readParts(path), after: await readParts(target), target };
};

const good = (text: string): RowOutcome => ({ text, good: true });
const bad = (text: string, ...cells: string[]): RowOutcome => ({ text, good: false, cells });

/** The cell of a sheet as it is written. */
const cellIn = (parts: Readonly<Record<string, string>>, reference: string): string =>
  new RegExp(`<c r="${reference}"(?:[^>]*/>|.*?</c>)`, 'u').exec(parts[SHEET] ?? '')?.[0] ?? '';
const styleIn = (parts: Readonly<Record<string, string>>, reference: string): string => {
  const index = Number(/ s="(\d+)"/u.exec(cellIn(parts, reference))?.[1] ?? 0);
  const formats = /<cellXfs.*<\/cellXfs>/u.exec(parts['xl/styles.xml'] ?? parts['xl/kheo-styles.xml'] ?? '')?.[0] ?? '';
  return [...formats.matchAll(/<xf (?:[^>]*\/>|.*?<\/xf>)/gu)][index]?.[0] ?? '';
};

describe('a workbook that is given back', () => {
  it('keeps everything letter by letter but the outcomes, the marked cells and the width of their column', async () => {
    const drawing = '<xdr:wsDr xmlns:xdr="d"><xdr:pic/></xdr:wsDr>';
    const { before, after } = await giveBack(
      {
        sheets: [
          {
            name: 'DS',
            before:
              '<sheetPr/><dimension ref="A1:C3"/><sheetViews><sheetView workbookViewId="0"/></sheetViews><cols><col min="1" max="3" width="20"/><col min="4" max="16384" width="9" hidden="1" style="1"/></cols>',
            rows: [
              HEADINGS,
              ['Đường hoa', { attributes: 's="1"', inside: '<v>5</v>' }, null],
              ['Tổ may 🌼', 'Kinh tế'],
            ],
            rowAttributes: { 2: 'spans="1:3" ht="30" customHeight="1"' },
            after:
              '<mergeCells count="1"><mergeCell ref="A5:B5"/></mergeCells><conditionalFormatting sqref="A1:A1048576"><cfRule type="duplicateValues" priority="1"/></conditionalFormatting><dataValidations count="1"><dataValidation type="list" sqref="B2:B1048576"><formula1>"Kinh tế"</formula1></dataValidation></dataValidations><drawing r:id="rId1"/>',
          },
          { name: 'Ghi chú', rows: [['giữ nguyên']] },
        ],
        xfs: ['<xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0"><alignment horizontal="right"/></xf>'],
        more: { 'xl/drawings/drawing1.xml': drawing, 'xl/media/image1.png': '\u0001PNG' },
      },
      { 2: bad('LỖI: lĩnh vực & ngày < 2', 'field', 'from'), 3: good('Đã tạo mới') },
    );
    for (const part of Object.keys(before).filter((name) => name !== SHEET && name !== 'xl/styles.xml')) {
      expect([part, after[part]]).toEqual([part, before[part]]);
    }
    expect(after[SHEET]).toBe(
      (before[SHEET] ?? '')
        .replace('ref="A1:C3"', 'ref="A1:D3"')
        .replace(
          '<col min="4" max="16384" width="9" hidden="1" style="1"/>',
          '<col min="4" max="4" style="1" width="60" customWidth="1"/><col min="5" max="16384" width="9" hidden="1" style="1"/>',
        )
        .replace('</row>', '<c r="D1" s="0" t="inlineStr"><is><t xml:space="preserve">Kết quả nhập</t></is></c></row>')
        .replace('spans="1:3" ', '')
        .replace('<c r="B2" s="1">', '<c r="B2" s="2">')
        .replace(
          '<v>5</v></c></row>',
          '<v>5</v></c><c r="C2" s="3"/><c r="D2" s="4" t="inlineStr"><is><t xml:space="preserve">LỖI: lĩnh vực &amp; ngày &lt; 2</t></is></c></row>',
        )
        .replace(
          'Kinh tế</t></is></c></row></sheetData>',
          'Kinh tế</t></is></c><c r="D3" s="5" t="inlineStr"><is><t xml:space="preserve">Đã tạo mới</t></is></c></row></sheetData>',
        ),
    );
    expect(styleIn(after, 'B2')).toBe(
      '<xf numFmtId="4" fontId="0" fillId="2" borderId="0" xfId="0" applyFill="1"><alignment horizontal="right"/></xf>',
    );
    expect(styleIn(after, 'C2')).toContain('fillId="2"');
    expect(styleIn(after, 'D2')).toContain('fillId="2"');
    expect(styleIn(after, 'D3')).toContain('fillId="0"');
    expect(after['xl/styles.xml']).toContain('<fills count="3">');
    expect(after['xl/styles.xml']).toContain('<cellXfs count="6">');
  });

  it('has its outcomes behind notes and helper columns, and those of the last time written over', async () => {
    const helper = { attributes: '', inside: '<f t="shared" ref="E2:E3" si="0">LEN(A2)</f><v>9</v>' };
    const clone = { attributes: '', inside: '<f t="shared" si="0"/><v>0</v>' };
    const rows = [
      HEADINGS,
      ['Đường hoa', 'Kinh tế', null, 'ghi chú bên cạnh', helper],
      [null, null, null, null, clone],
    ];
    const { before, after, target } = await giveBack({ sheets: [{ name: 'DS', rows }] }, { 2: good('Đã tạo mới') });
    for (const cell of ['D2', 'E2', 'E3']) expect(cellIn(after, cell)).toBe(cellIn(before, cell));
    expect(cellIn(after, 'F2')).toContain('Đã tạo mới');

    const again = await openList(target, columns);
    expect(again.ignored).toEqual([]);
    await again.save(target, new Map([[2, good('Không đổi')]]));
    const parts = await readParts(target);
    expect(cellIn(parts, 'F2')).toContain('Không đổi');
    expect(cellIn(parts, 'G2')).toBe('');
  });

  it('is unmarked where a row has become good, and keeps the red that is the office’s own', async () => {
    const own = '<patternFill patternType="solid"><fgColor rgb="FFFFC7CE"/></patternFill>';
    const bad1 = '<xf numFmtId="4" fontId="0" fillId="2" borderId="0" xfId="0"/>';
    const [styles = ''] = [workbookParts({ sheets: [], xfs: [bad1] })['xl/styles.xml']];
    const withOwn = styles.replace('count="2">', 'count="3">').replace('</fills>', `<fill>${own}</fill></fills>`);
    const red = { attributes: 's="1"', inside: '<v>5</v>' };
    const rows = [HEADINGS, ['Đường hoa', red], ['Tổ may', red, red]];
    const first = await giveBack(
      { sheets: [{ name: 'DS', rows }], more: { 'xl/styles.xml': withOwn } },
      { 2: bad('LỖI: a', 'name', 'field', 'from'), 3: bad('LỖI: b', 'name') },
    );
    for (const cell of ['A2', 'B2', 'C2', 'D2', 'A3']) expect(styleIn(first.after, cell)).toContain('fillId="3"');

    const again = await openList(first.target, columns);
    await again.save(
      first.target,
      new Map([
        [2, good('Đã tạo mới')],
        [3, bad('LỖI: c', 'from')],
      ]),
    );
    const parts = await readParts(first.target);
    for (const cell of ['A2', 'B2', 'C2', 'D2', 'A3'])
      expect([cell, styleIn(parts, cell)]).toEqual([cell, expect.stringContaining('fillId="0"')]);
    expect(styleIn(parts, 'B2')).toContain('numFmtId="4"');
    expect(styleIn(parts, 'B3')).toBe(bad1);
    expect(styleIn(parts, 'C3')).toContain('fillId="3"');
    expect(parts['xl/styles.xml']).toContain('<fills count="4">');
  });

  it('has a heading in the language that is asked for, beside headings in two rows', async () => {
    const rows = [
      ['Tên mô hình', 'Lĩnh vực', null],
      [null, 'Kinh tế', 'Văn hóa'],
      ['Đường hoa', 'x', null],
    ];
    const after = '<mergeCells count="2"><mergeCell ref="A1:A2"/><mergeCell ref="B1:C1"/></mergeCells>';
    const back = await giveBack({ sheets: [{ name: 'DS', rows, after }] }, { 3: bad('no', 'field') }, 'Import result');
    expect(cellIn(back.after, 'D1')).toContain('Import result');
    expect(cellIn(back.after, 'D2')).toBe('');
    for (const cell of ['B3', 'C3', 'D3']) expect(styleIn(back.after, cell)).toContain('fillId="2"');
  });

  it('keeps the way its names are written: with a prefix, without references, with line breaks', async () => {
    const rows = [HEADINGS, ['Đường hoa', 'Kinh tế']];
    const plain = sheetXml({ rows });
    const prefixed = plain.replaceAll(/<(\/?)(?=[a-z])/giu, '<$1x:').replace('xmlns=', 'xmlns:x=');
    const variants = {
      prefixed,
      unreferenced: plain.replaceAll(/ r="\w+"/gu, ''),
      broken: plain.replaceAll('><', '>\r\n  <'),
    };
    for (const xml of Object.values(variants)) {
      const { target } = await giveBack({ sheets: [{ name: 'DS', xml }] }, { 2: bad('LỖI: a', 'from', 'name') });
      const again = await openList(target, [...columns, { key: 'result', headers: ['Kết quả nhập'], required: true }]);
      expect(again.rows).toEqual([
        { line: 2, cells: { name: 'Đường hoa', field: 'Kinh tế', from: '', result: 'LỖI: a' }, faults: [] },
      ]);
    }
  });

  it('is whole when it is long: every letter in its place', async () => {
    const rows = [
      HEADINGS,
      ...Array.from({ length: 3000 }, (_, index) => [`Hoa 🌼 số ${String(index)}`, 'Kinh tế\r\nxã hội']),
    ];
    const results = Object.fromEntries(
      rows.map((_, index) => [index + 1, bad(`dòng ${String(index + 1)}`, 'name')]).slice(1),
    );
    const { before, after } = await giveBack({ sheets: [{ name: 'DS', rows }] }, results);
    const restored = (after[SHEET] ?? '')
      .replaceAll(/<c r="D\d+".*?<\/c>/gu, '')
      .replaceAll(/(<c r="A\d+" t="inlineStr") s="\d+"/gu, '$1')
      .replace(/<cols>.*?<\/cols>/u, '');
    expect(restored).toBe(before[SHEET]);
  });

  it('has its outcomes beside the table where a title is merged over the whole width of the sheet', async () => {
    const after = '<mergeCells count="1"><mergeCell ref="A1:XFD1"/></mergeCells>';
    const rows = [['DANH SÁCH'], HEADINGS, ['Đường hoa', 'Kinh tế']];
    const back = await giveBack({ sheets: [{ name: 'DS', rows, after }] }, { 3: good('Đã tạo mới') });
    expect(cellIn(back.after, 'D3')).toContain('Đã tạo mới');
  });

  it('keeps as text what was typed as text and looks like a formula, marked or not', async () => {
    const typed = { attributes: 's="1" t="s"', inside: '<v>0</v>' };
    const xfs = ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1"/>'];
    const rows = [HEADINGS, [typed, 'Kinh tế'], [typed, 'Kinh tế']];
    const sheets = [{ name: 'DS', rows }];
    const { before, after } = await giveBack({ sheets, xfs, strings: ['<t>=2+3</t>'] }, { 3: bad('LỖI: a', 'name') });
    expect(cellIn(after, 'A2')).toBe(cellIn(before, 'A2'));
    expect(cellIn(after, 'A3')).toMatch(/^<c r="A3" s="\d+" t="s"><v>0<\/v><\/c>$/u);
    for (const cell of ['A2', 'A3']) expect(styleIn(after, cell)).toContain('quotePrefix="1"');
    expect(styleIn(after, 'A3')).toContain('fillId="2"');
  });

  it('without styles is given some', async () => {
    const rows = [HEADINGS, ['Đường hoa', 'Kinh tế']];
    const { after, target } = await giveBack(
      { sheets: [{ name: 'DS', rows }], withoutStyles: true },
      { 2: bad('a', 'name') },
    );
    expect(styleIn(after, 'A2')).toContain('fillId="2"');
    expect(after['[Content_Types].xml']).toContain('/xl/kheo-styles.xml');
    expect((await openList(target, columns)).rows).toHaveLength(1);
  });

  it('stays as it was when it cannot be written, and leaves nothing beside it', async () => {
    await writeTestWorkbook(path, { sheets: [{ name: 'DS', rows: [HEADINGS, ['Đường hoa', 'Kinh tế']] }] });
    const list = await openList(path, columns);
    const target = join(folder, 'ket-qua.xlsx');
    await writeFile(target, 'của lần trước');
    await writeFile(path, 'not a zip');
    await expect(list.save(target, new Map([[2, good('a')]]))).rejects.toThrow();
    expect(await readFile(target, 'utf8')).toBe('của lần trước');
    expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});
