import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openList } from './open-list.ts';
import { cellsOf, columns, HEADINGS, noticesOf, openerIn, ROW } from './testing/opened-lists.ts';
import { sheetXml, writeTestWorkbook, type TestSheet } from './testing/workbooks.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kheo-workbook-'));
});
afterAll(() => rm(folder, { recursive: true }));

const { openBook, openSheet } = openerIn(() => folder);

describe('the sheet that is read', () => {
  const guide: TestSheet = { name: 'Hướng dẫn', rows: [['Đọc kỹ trước khi điền']] };
  const list: TestSheet = { name: 'DS', rows: [HEADINGS, ROW] };

  it('is the first that can be seen, and is named with those that are not read', async () => {
    const hidden: TestSheet = { name: 'DanhMuc', state: 'hidden', rows: [HEADINGS, ['Ẩn', 'Ẩn']] };
    const veryHidden: TestSheet = { ...hidden, name: 'X', state: 'veryHidden' };
    const read = await openBook({ sheets: [hidden, veryHidden, list, guide] });
    expect(read.sheet).toBe('DS');
    expect(cellsOf(read)).toEqual([{ name: 'Đường hoa', field: 'Kinh tế', from: '02/03/2026' }]);
    expect(noticesOf(read)).toEqual(['Đã đọc trang tính "DS"; không đọc "Hướng dẫn".']);
  });

  it('may be asked for by name', async () => {
    expect((await openBook({ sheets: [guide, list] }, 'ds')).rows).toHaveLength(1);
    await expect(openBook({ sheets: [guide, list] }, 'Khác')).rejects.toMatchObject({
      vi: 'Tệp Excel không có trang tính "Khác"; có: "Hướng dẫn", "DS".',
    });
  });

  it('is named where the headings are not on it', async () => {
    await expect(openBook({ sheets: [guide, list] })).rejects.toMatchObject({
      vi: 'Trang tính "Hướng dẫn": không tìm thấy cột "Tên mô hình", "Lĩnh vực". Danh sách ở trang tính khác ("DS")? Hãy chọn trang tính ấy.',
    });
  });

  it('is none when all are hidden', async () => {
    await expect(openBook({ sheets: [{ ...list, state: 'hidden' }] })).rejects.toMatchObject({
      vi: 'Tệp Excel không có trang tính nào đang hiện.',
    });
  });
});

describe('a workbook', () => {
  it('with a prefix before every name is read', async () => {
    const xml = sheetXml({ rows: [HEADINGS, ROW] })
      .replaceAll(/<(\/?)(?=[a-z])/giu, '<$1x:')
      .replace('xmlns=', 'xmlns:x=');
    expect(cellsOf(await openSheet({ xml }))).toEqual([{ name: 'Đường hoa', field: 'Kinh tế', from: '02/03/2026' }]);
  });

  it('whose cells and rows say not where they are is read in their order', async () => {
    const xml = sheetXml({ rows: [HEADINGS, ROW] }).replaceAll(/ r="\w+"/gu, '');
    const list = await openSheet({ xml });
    expect(list.rows).toEqual([
      { line: 2, cells: { name: 'Đường hoa', field: 'Kinh tế', from: '02/03/2026' }, faults: [] },
    ]);
  });

  it('with choices over whole columns is read at once', async () => {
    const after =
      '<dataValidations count="1"><dataValidation type="list" sqref="A2:I1048576"><formula1>"a,b"</formula1></dataValidation></dataValidations>';
    expect((await openSheet({ rows: [HEADINGS, ROW], after })).rows).toHaveLength(1);
  }, 10_000);

  it('of the old kind, and one with a password, are refused with what to do', async () => {
    const start = Buffer.from('d0cf11e0a1b11ae1', 'hex');
    const path = join(folder, 'cu.xls');
    await writeFile(path, Buffer.concat([start, Buffer.alloc(4096)]));
    await expect(openList(path, columns)).rejects.toMatchObject({
      vi: expect.stringContaining('Excel kiểu cũ (.xls)'),
    });
    const locked = join(folder, 'khoa.xlsx');
    await writeFile(locked, Buffer.concat([start, Buffer.alloc(2048), Buffer.from('EncryptedPackage', 'utf16le')]));
    await expect(openList(locked, columns)).rejects.toMatchObject({ vi: expect.stringContaining('bỏ mật khẩu') });
  });

  it.each([
    [
      'thong-ke.ods',
      'PK\u0003\u0004mimetypeapplication/vnd.oasis.opendocument.spreadsheet',
      'OpenDocument (.ods): hãy mở bằng Excel',
    ],
    [
      'tai-ve.xlsx',
      'PK\u0003\u0004mimetypeapplication/vnd.oasis.opendocument.spreadsheet',
      'OpenDocument (.ods): hãy mở bằng Excel',
    ],
    [
      'tai-ve.xls',
      '\uFEFF\n<html xmlns:x="urn"><table><tr><td>Tên mô hình',
      'trang web (HTML, XML): hãy mở bằng Excel',
    ],
    ['tai-ve.xlsx', '<?xml version="1.0"?><Workbook>', 'trang web (HTML, XML): hãy mở bằng Excel'],
    ['tai-ve.csv', '<!DOCTYPE html><p>Hết phiên', 'trang web (HTML, XML): hãy mở bằng Excel'],
    ['xuat.xls', 'Tên mô hình,Lĩnh vực\nHoa,Kinh tế\n', 'tệp là văn bản (CSV): hãy đổi đuôi thành .csv'],
    ['xuat.xlsx', 'Tên mô hình;Lĩnh vực\nHoa;Kinh tế\n', 'tệp là văn bản (CSV): hãy đổi đuôi thành .csv'],
    ['so.csv', 'PK\u0003\u0004[Content_Types].xml', 'tệp là sổ Excel: hãy đổi đuôi thành .xlsx'],
    ['macro.xlsm', 'PK\u0003\u0004[Content_Types].xml', 'Chỉ nhận tệp .csv hoặc .xlsx: hãy mở bằng Excel'],
    ['hong.xlsx', 'PK\u0003\u0004\u0000\u0000', 'tệp hỏng'],
    ['bao-cao.pdf', '%PDF-1.7', 'Chỉ nhận tệp .csv hoặc .xlsx.'],
    ['trong.xlsx', '', 'Tệp trống'],
    ['trong.csv', '', 'Tệp trống'],
    ['trang.csv', '\uFEFF\n;;\n', 'Tệp trống'],
  ])('whose name or content is another: %s, %j', async (name, content, told) => {
    const path = join(folder, 'gui-len');
    await writeFile(path, content);
    await expect(openList(path, columns, { name })).rejects.toMatchObject({ vi: expect.stringContaining(told) });
  });

  it('with nothing on its sheet, or no row below the headings, says so', async () => {
    await expect(openBook({ sheets: [{ name: 'DS' }, { name: 'Khác', rows: [HEADINGS, ROW] }] })).rejects.toMatchObject(
      {
        vi: 'Trang tính "DS" trống. Danh sách ở trang tính khác ("Khác")? Hãy chọn trang tính ấy.',
      },
    );
    expect(noticesOf(await openSheet({ rows: [HEADINGS, ['(1)', '(2)', '(3)']] }))).toContain(
      'Dưới dòng tiêu đề không có dòng nào của danh sách.',
    );
  });

  it.each([
    ['nests without end', '<a>'.repeat(5000)],
    ['has a text without end', `<row><c t="inlineStr"><is><t>${'a'.repeat(3_000_000)}</t></is></c></row>`],
    ['declares entities', '<row><c><v>&a;</v></c></row>'],
    ['merges without end', '</sheetData><mergeCells>' + '<mergeCell ref="A1:B2"/>'.repeat(200_001)],
  ])('that %s is refused', async (_, inside) => {
    const xml = sheetXml({ rows: [HEADINGS, ROW] }).replace('</sheetData>', `${inside}</sheetData>`);
    await expect(openSheet({ xml })).rejects.toMatchObject({ vi: expect.stringMatching(/tệp hỏng|quá nhiều ô gộp/u) });
  });

  it('that is broken is refused, not read in part', async () => {
    const xml = sheetXml({ rows: [HEADINGS, ROW, ROW] }).replace(/<\/row><\/sheetData>.*/u, '');
    await expect(openSheet({ xml })).rejects.toMatchObject({ vi: expect.stringContaining('tệp hỏng') });
  });

  it('is known by the name it was sent with', async () => {
    const path = await writeTestWorkbook(join(folder, 'a1b2'), { sheets: [{ name: 'DS', rows: [HEADINGS, ROW] }] });
    expect((await openList(path, columns, { name: 'Danh sách.XLSX' })).rows).toHaveLength(1);
    await expect(openList(path, columns)).rejects.toMatchObject({ vi: 'Chỉ nhận tệp .csv hoặc .xlsx.' });
  });
});
