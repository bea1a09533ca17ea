import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ListRow } from './list.ts';
import { cellsOf, HEADINGS, noticesOf, openerIn, ROW } from './testing/opened-lists.ts';
import type { TestCell, TestWorkbook } from './testing/workbooks.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kheo-workbook-'));
});
afterAll(() => rm(folder, { recursive: true }));

const { openSheet } = openerIn(() => folder);

/** A row's first fault behind the name of its cell. */
const told = (row: ListRow | undefined): string | undefined => {
  const [fault] = row?.faults ?? [];
  return fault === undefined ? undefined : `Ô ${fault.cell} ${fault.vi}`;
};

/** The row `ROW` with one cell in the place of its name, read. */
const readName = async (cell: TestCell, more: Partial<TestWorkbook> = {}) => {
  const list = await openSheet({ rows: [HEADINGS, [cell, ...ROW.slice(1)]] }, more);
  const [row] = list.rows;
  return told(row) ?? row?.cells['name'];
};

describe('a cell', () => {
  it('with an error is a fault that names the cell and the error', async () => {
    expect(await readName({ attributes: 't="e"', inside: '<f>VLOOKUP(1,A:A,1,0)</f><v>#N/A</v>' })).toBe(
      'Ô A2 có lỗi #N/A',
    );
    const elsewhere = await openSheet({
      rows: [
        [...HEADINGS, 'Phụ'],
        [...ROW, { attributes: 't="e"', inside: '<v>#REF!</v>' }],
      ],
    });
    expect(elsewhere.rows[0]?.faults).toEqual([]);
  });

  it('with a truth value, or a formula that was never calculated, is told', async () => {
    expect(await readName({ attributes: 't="b"', inside: '<v>1</v>' })).toBe(
      'Ô A2 là giá trị đúng/sai (TRUE): hãy ghi bằng chữ',
    );
    for (const inside of ['<f>B2&amp;"x"</f>', '<f>B2&amp;"x"</f><v/>', '<f>B2&amp;"x"</f><v></v>'])
      expect(await readName({ attributes: '', inside })).toBe(
        'Ô A2 có công thức chưa tính: hãy mở bằng Excel rồi lưu lại',
      );
  });

  it('shows the result of its formula, also if that is 0 or an empty text', async () => {
    expect(await readName({ attributes: '', inside: '<f>SUM(B9:B10)</f><v>0</v>' })).toBe('0');
    expect(await readName({ attributes: 't="str"', inside: '<f>"Tổ "&amp;"may"</f><v>Tổ may</v>' })).toBe('Tổ may');
    expect(await readName({ attributes: 't="str"', inside: '<f>""</f><v></v>' })).toBe('');
  });

  it('with formats, a link or signs of pronunciation is read as its text', async () => {
    const strings = ['<r><t>Xã </t></r><r><rPr><b/></rPr><t>Liên Kết</t></r><rPh sb="0" eb="1"><t>xa</t></rPh>'];
    expect(await readName({ attributes: 't="s"', inside: '<v>0</v>' }, { strings })).toBe('Xã Liên Kết');
    expect(await readName({ attributes: 't="inlineStr"', inside: '<is><r><t>Tổ </t></r><r><t>may</t></r></is>' })).toBe(
      'Tổ may',
    );
  });

  it('with a number of leading zeros keeps those that its format shows', async () => {
    const more = {
      numFmts: '<numFmts count="1"><numFmt numFmtId="164" formatCode="00000"/></numFmts>',
      xfs: ['<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0"/>'],
    };
    expect(await readName({ attributes: 's="1"', inside: '<v>103</v>' }, more)).toBe('00103');
    expect(await readName(0.1)).toBe('0.1');
  });

  it.each([
    ['built-in', '14', '', '46083', '', '2026-03-02'],
    ['built-in, with a time', '22', '', '46083.75', '', '2026-03-02'],
    ['of the office', '165', '&quot;Ngày&quot; dd/mm/yyyy;@', '46083', '', '2026-03-02'],
    ['in 1904, as Excel writes it', '14', '', '44621', 'date1904="1"', '2026-03-02'],
    ['in 1904, as LibreOffice writes it', '14', '', '44621', 'date1904="true"', '2026-03-02'],
    ['before the day that never was', '14', '', '59', '', '1900-02-28'],
    ['that is none', '14', '', '-5', '', 'Ô C2 không phải là ngày (-5)'],
    ['but an amount', '165', '#,##0 [$đồng]', '46083', '', '46083'],
  ])('with a date format %s', async (_, id, code, value, workbookPr, shown) => {
    const numFmts = code === '' ? '' : `<numFmts count="1"><numFmt numFmtId="165" formatCode="${code}"/></numFmts>`;
    const xfs = [`<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" xfId="0"/>`];
    const cell = { attributes: 's="1"', inside: `<v>${value}</v>` };
    const { rows } = await openSheet({ rows: [HEADINGS, [...ROW.slice(0, 2), cell]] }, { numFmts, xfs, workbookPr });
    expect(told(rows[0]) ?? rows[0]?.cells['from']).toBe(shown);
  });

  it('with a date in words of the format is that date', async () => {
    const cell = { attributes: 't="d"', inside: '<v>2026-03-02T00:00:00</v>' };
    const { rows } = await openSheet({ rows: [HEADINGS, [...ROW.slice(0, 2), cell]] });
    expect(rows[0]?.cells['from']).toBe('2026-03-02');
  });

  it('in letters of an old font, or with lost ones, is a fault', async () => {
    expect(await readName('X· §oµn KÕt')).toBe('Ô A2 có chữ theo bảng mã TCVN3/VNI: hãy chuyển sang Unicode');
    expect(await readName('X\uFFFD \uFFFDo\uFFFDn')).toContain('U+FFFD');
  });
});

describe('the headings', () => {
  it('may stand in two rows, merged; a group of columns under one is marked with an x', async () => {
    const list = await openSheet({
      rows: [
        ['DANH SÁCH ĐĂNG KÝ'],
        ['STT', 'Tên mô hình', 'Lĩnh vực', null, null, 'Chương trình', null],
        [null, null, 'Kinh tế', 'Văn hóa', 'Khác', 'NTM', 'OCOP'],
        [1, 'Đường hoa', null, 'x', null, 'X', '✓'],
        [
          2,
          'Tổ may',
          { attributes: 't="b"', inside: '<v>1</v>' },
          null,
          { attributes: 't="b"', inside: '<v>0</v>' },
          null,
          null,
        ],
        [3, 'Hai chỗ', 'x', 'x', null, null, null],
        [4, 'Chữ lạ', 'nhiều', null, null, null, null],
      ],
      after:
        '<mergeCells count="4"><mergeCell ref="A1:G1"/><mergeCell ref="A2:A3"/><mergeCell ref="B2:B3"/><mergeCell ref="C2:E2"/><mergeCell ref="F2:G2"/></mergeCells>',
    });
    expect(cellsOf(list).slice(0, 2)).toEqual([
      { name: 'Đường hoa', field: 'Văn hóa', tags: 'NTM; OCOP' },
      { name: 'Tổ may', field: 'Kinh tế', tags: '' },
    ]);
    expect(list.rows.map(({ faults }) => faults.map(({ cell, vi }) => `Ô ${cell} ${vi}`))).toEqual([
      [],
      [],
      ['Ô C6 đánh dấu nhiều cột (Kinh tế; Văn hóa): chỉ chọn một'],
      ['Ô C7 ghi "x" hoặc để trống'],
    ]);
    expect(list.ignored).toEqual(['STT']);
  });

  it('under a group are read with it, and a title merged over all is none', async () => {
    const list = await openSheet({
      rows: [
        ['DANH SÁCH', null, null, null],
        ['Đơn vị', null, 'Tên mô hình', 'Lĩnh vực'],
        ['Mã', 'Tên', null, null],
        ['A1', 'Xã Tân', 'Đường hoa', 'Kinh tế'],
      ],
      after:
        '<mergeCells count="4"><mergeCell ref="A1:D1"/><mergeCell ref="A2:B2"/><mergeCell ref="C2:C3"/><mergeCell ref="D2:D3"/></mergeCells>',
    });
    expect(cellsOf(list)).toEqual([{ unit: 'Xã Tân', name: 'Đường hoa', field: 'Kinh tế' }]);
    expect(list.ignored).toEqual(['Đơn vị – Mã']);
  });

  it('that are values of a column are marked with an x where the column is not there', async () => {
    const list = await openSheet({
      rows: [
        ['Tên mô hình', 'Tập thể', 'Cá nhân', 'Lĩnh vực'],
        ['Bà Đào', null, 'x', 'Kinh tế'],
      ],
    });
    expect(cellsOf(list)).toEqual([{ name: 'Bà Đào', subject: 'Cá nhân', field: 'Kinh tế' }]);
    expect(list.ignored).toEqual([]);
  });
});

describe('a column without a heading', () => {
  it('is told by its first cell of the list, not where only a title, a section or a signature stands in it', async () => {
    const list = await openSheet({
      rows: [
        ['Tên mô hình', 'Lĩnh vực', null, null, 'Ghi chú', null],
        [null, null, 'Khối xã', null, null, null],
        ['Đường hoa', 'Kinh tế', null, 'Nguyễn Văn A', 'a', { attributes: '', inside: '<f>1</f>' }],
        ['Tổ may', 'Kinh tế', null, null, 'b', 7],
        [null, null, 'TM. BAN CHỈ ĐẠO', null, null, null],
      ],
    });
    expect(list.ignored).toEqual(['Ghi chú']);
    expect(noticesOf(list).at(-1)).toBe(
      'Cột có dữ liệu mà không có tiêu đề thì không được đọc (từ ô D3, F4): hãy ghi tiêu đề cho cột.',
    );
    expect(noticesOf(await openSheet({ rows: [HEADINGS, ROW] }))).toHaveLength(1);
  });
});

describe('a row', () => {
  it('that is hidden is read and told; numbers of columns, sections, totals and signatures are passed over and told', async () => {
    const list = await openSheet({
      rows: [
        ['STT', 'Tên mô hình', 'Lĩnh vực', 'Ghi chú'],
        ['(1)', '(2)', '(3)', '(4)'],
        ['I', 'XÃ ĐÔNG', null, null],
        [1, 'Tổng đài nghe dân', 'Kinh tế', null],
        [2, 'Ẩn', 'Kinh tế', null],
        ['II. Xã Tây', null, null, null],
        [3, 'Tổ may', 'Kinh tế', null],
        ['Khối đoàn thể xã', null, null, null],
        [4, 'Thiếu lĩnh vực', null, null],
        ['Tổng cộng', null, 3, null],
        [null, 'Tổng số: 4 mô hình', null, null],
        [5, null, null, null],
        [null, null, 'Xã Đông, ngày 02 tháng 3 năm 2026', null],
        [null, 'Người lập biểu', 'TM. Ban chỉ đạo', null],
      ],
      rowAttributes: { 5: 'hidden="1"' },
      after: '<mergeCells count="1"><mergeCell ref="A8:D8"/></mergeCells>',
    });
    expect(list.rows.map(({ line, cells }) => `${String(line)} ${cells['name'] ?? ''}`)).toEqual([
      '4 Tổng đài nghe dân',
      '5 Ẩn',
      '7 Tổ may',
      '9 Thiếu lĩnh vực',
    ]);
    expect(noticesOf(list).slice(1)).toEqual([
      'Dòng 5 đang ẩn (bộ lọc hoặc ẩn dòng) cũng được đọc.',
      'Bỏ qua dòng đánh số cột: dòng 2.',
      'Bỏ qua dòng tên nhóm: dòng 3, 6, 8.',
      'Bỏ qua dòng tổng: dòng 10–11.',
      'Bỏ qua dòng không có gì ở các cột được dùng: dòng 12.',
      'Bỏ qua dòng cuối trang (ngày, chữ ký, ghi chú): dòng 13–14.',
    ]);
  });

  it('takes what is merged over several rows', async () => {
    const list = await openSheet({
      rows: [
        ['Đơn vị', 'Tên mô hình', 'Lĩnh vực'],
        ['Xã Tân', 'A', 'Kinh tế'],
        [null, 'B', 'Kinh tế'],
      ],
      after: '<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>',
    });
    expect(list.rows.map(({ cells }) => cells['unit'])).toEqual(['Xã Tân', 'Xã Tân']);
  });

  it('that holds nothing but a helper column is passed over, however many there are', async () => {
    const helper = { attributes: '', inside: '<f>LEN(A2)</f><v>0</v>' };
    const blank = Array.from({ length: 50_000 }, () => [null, null, null, helper]);
    const list = await openSheet({ rows: [HEADINGS, ROW, ...blank, ROW] });
    expect(list.rows.map(({ line }) => line)).toEqual([2, 50_003]);
    expect(noticesOf(list)[1]).toContain('Bỏ qua dòng không có gì ở các cột được dùng: dòng 3–');
  });

  it('that is one too many has the list refused', async () => {
    const rows = [HEADINGS, ...Array.from({ length: 20_001 }, () => ROW)];
    await expect(openSheet({ rows })).rejects.toMatchObject({
      vi: 'Danh sách có nhiều hơn 20000 dòng: hãy tách danh sách.',
    });
  });
});
