import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Column, ListFile } from './list.ts';
import { openList } from './open-list.ts';
import { REGISTRATION_COLUMNS } from './registration-columns.ts';
import { readParts, writeTestWorkbook, type TestCell, type TestSheet } from './testing/workbooks.ts';

/** As with a cycle: a field's name is a heading that may be marked. */
const columns: readonly Column[] = REGISTRATION_COLUMNS.map((column) =>
  column.key === 'field'
    ? { ...column, isValue: (heading) => ['KT', 'VHXH', 'QPAN', 'XD HTCT'].includes(heading) }
    : column,
);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kheo-office-'));
});
afterAll(() => rm(folder, { recursive: true }));

const open = async (sheet: Omit<TestSheet, 'name'>, more: Readonly<Record<string, string>> = {}): Promise<ListFile> =>
  openList(
    await writeTestWorkbook(join(folder, 'ds.xlsx'), { sheets: [{ name: 'Biểu 01', ...sheet }], more }),
    columns,
  );

const merged = (...refs: readonly string[]): string =>
  `<mergeCells count="${String(refs.length)}">${refs.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;

const told = ({ notices }: ListFile): string[] => notices.slice(1).map(({ vi }) => vi);
const shown = ({ rows }: ListFile): string[] =>
  rows.map(({ line, cells: { unit = '', name = '', subjectType = '', field = '' } }) =>
    [line, unit, name, subjectType, field].join('|'),
  );

const HEADINGS: readonly TestCell[] = ['TT', 'Đơn vị', 'Tên mô hình', 'Loại', 'Lĩnh vực'];
const model = (tt: number, name: string, unit: string | null = 'Xã Tân'): readonly TestCell[] => [
  tt,
  unit,
  name,
  'Tập thể',
  'Kinh tế',
];

describe('a list as an office keeps it', () => {
  it('with the motto above, headings in two tiers, sections, one unit for several models, totals and signatures', async () => {
    const list = await open({
      rows: [
        ['TỈNH ỦY MINH HỌA', null, null, null, 'ĐẢNG CỘNG SẢN VIỆT NAM', null, null, null, null],
        ['BAN TUYÊN GIÁO VÀ DÂN VẬN', null, null, null, 'Tân Minh, ngày 02 tháng 3 năm 2026', null, null, null, null],
        ['*'],
        ['DANH SÁCH'],
        ['đăng ký mô hình, điển hình "Dân vận khéo" năm 2026'],
        ['(Kèm theo Công văn số 12-CV/BTGDV, ngày 02/3/2026)'],
        ['TT', 'Tên đơn vị\nđăng ký', 'Tên MH "DVK"', 'Loại hình', null, 'Lĩnh vực', null, null, null, 'Ghi chú'],
        [null, null, null, 'Tập thể', 'Cá nhân', 'KT', 'VHXH', 'QPAN', 'XD HTCT', null],
        ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)', '(8)', '(9)', '(10)'],
        ['I', 'Khối xã, phường'],
        [1, 'Xã Tân Minh', 'Đường hoa', 'x', null, null, 'x'],
        [null, null, 'Bà Đào', null, 'x', 'X'],
        [],
        [null, null, 'Tổ tự quản', 'x', null, null, null, 'x', null, 'mới'],
        ['Cộng I', null, 3, 2, 1],
        ['II. KHỐI CƠ QUAN'],
        [2, 'Hội Nông dân', 'Hàng rào xanh', 'x', null, null, null, null, 'x'],
        ['Tổng số mô hình: 4 (tập thể 3, cá nhân 1)'],
        [null, null, 'Danh sách có 04 mô hình./.'],
        ['Nơi nhận:', null, null, null, 'TM. BAN THƯỜNG VỤ'],
        ['- Như trên;', null, null, null, 'PHÓ BÍ THƯ'],
        ['- Lưu VP.'],
        [null, null, 'Nguyễn Văn A'],
      ],
      after: merged(
        ...['A1:D1', 'E1:I1', 'A2:D2', 'E2:I2', 'A4:J4', 'A5:J5', 'A6:J6', 'A7:A8', 'B7:B8', 'C7:C8', 'D7:E7', 'F7:I7'],
        ...['J7:J8', 'A11:A14', 'B11:B14', 'B10:J10', 'A18:J18'],
      ),
    });
    expect(shown(list)).toEqual([
      '11|Xã Tân Minh|Đường hoa|Tập thể|VHXH',
      '12|Xã Tân Minh|Bà Đào|Cá nhân|KT',
      '14|Xã Tân Minh|Tổ tự quản|Tập thể|QPAN',
      '17|Hội Nông dân|Hàng rào xanh|Tập thể|XD HTCT',
    ]);
    expect(list.ignored).toEqual(['TT', 'Ghi chú']);
    expect(told(list)).toEqual([
      'Bỏ qua dòng đánh số cột: dòng 9.',
      'Bỏ qua dòng tên nhóm: dòng 10, 16.',
      'Bỏ qua dòng tổng: dòng 15, 18–19.',
      'Bỏ qua dòng cuối trang (ngày, chữ ký, ghi chú): dòng 20–23.',
    ]);
  });

  it('that repeats its headings on every page is read through', async () => {
    const list = await open({
      rows: [
        HEADINGS,
        ['1', '2', '3', '4', '5'],
        model(1, 'Một'),
        [],
        HEADINGS,
        ['1', '2', '3', '4', '5'],
        model(2, 'Hai'),
      ],
    });
    expect(shown(list)).toEqual(['3|Xã Tân|Một|Tập thể|Kinh tế', '7|Xã Tân|Hai|Tập thể|Kinh tế']);
    expect(told(list)).toEqual(['Bỏ qua dòng đánh số cột: dòng 2, 6.', 'Bỏ qua dòng tiêu đề lặp lại: dòng 5.']);
  });

  it('with another table below it is read as far as that, and told', async () => {
    const list = await open({
      rows: [
        HEADINGS,
        model(1, 'Một'),
        [],
        ['Danh sách đầu mối liên hệ'],
        ['TT', 'Họ và tên', 'Đơn vị', 'Số điện thoại'],
        [1, 'Nguyễn Văn A', 'Xã Tân', '0912', 'x'],
        [2, 'Nguyễn Văn B', 'Xã Tân', '0913', 'y'],
      ],
    });
    expect(shown(list)).toEqual(['2|Xã Tân|Một|Tập thể|Kinh tế']);
    expect(told(list).at(-1)).toBe(
      'Từ dòng 5 là một bảng khác (có tiêu đề riêng): không được đọc, hãy để ở tệp hay trang tính riêng.',
    );
  });

  const OTHER = [
    ['TT', 'Họ và tên', 'Chức vụ', 'Quê quán', 'Số điện thoại'],
    [1, 'Nguyễn Văn A', 'Trưởng khối', 'Xã Tân', '0912'],
    [2, 'Nguyễn Văn B', 'Phó khối', 'Xã Tân', '0913'],
  ];
  it.each([
    ['at once', 4, []],
    ['under a title', 5, [['Danh sách đầu mối liên hệ']]],
  ])('with another table of the same columns below it, %s, it is read as far as that', async (_what, line, title) => {
    const list = await open({ rows: [HEADINGS, model(1, 'Một'), [], ...title, ...OTHER] });
    expect(shown(list)).toEqual(['2|Xã Tân|Một|Tập thể|Kinh tế']);
    expect(told(list).at(-1)).toBe(
      `Từ dòng ${line} là một bảng khác (có tiêu đề riêng): không được đọc, hãy để ở tệp hay trang tính riêng.`,
    );
  });

  it.each<readonly [string, readonly TestCell[], readonly TestCell[]]>([
    ['of which one says something unknown', ['b', 'Xã Tân', 'Hai', 'Tập thể', 'Kinh'], model(3, 'Ba')],
    ['that all say something unknown', [1, 'Xã Tân', 'Hai', 'Tap', 'Kinh'], [2, 'Xã Tân', 'Ba', 'Tap', 'Kinh']],
    ['of which one stands alone', ['b', 'Xã Tân', 'Hai', 'Tap', 'Kinh'], []],
  ])('reads rows below an empty one, %s', async (_what, ...below) => {
    const list = await open({ rows: [HEADINGS, model(1, 'Một'), [], ...below] });
    expect(list.rows).toHaveLength(1 + below.filter((row) => row.length > 0).length);
  });

  it('with hidden columns, a filter, frozen panes and comments is read, the hidden columns told, and comes back whole', async () => {
    const comments = '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>';
    const before =
      '<sheetPr filterMode="1"/><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews>' +
      '<cols><col min="2" max="2" width="0" hidden="1"/><col min="4" max="16384" width="9" hidden="true"/></cols>';
    const after =
      '<autoFilter ref="A1:E3"><filterColumn colId="4"><filters><filter val="Kinh tế"/></filters></filterColumn></autoFilter>';
    const list = await open(
      { rows: [HEADINGS, model(1, 'Một'), model(2, 'Hai')], rowAttributes: { 3: 'hidden="1"' }, before, after },
      { 'xl/comments1.xml': comments },
    );
    expect(list.rows).toHaveLength(2);
    expect(told(list)).toEqual([
      'Cột B, D, E đang ẩn cũng được đọc.',
      'Dòng 3 đang ẩn (bộ lọc hoặc ẩn dòng) cũng được đọc.',
    ]);
    const out = join(folder, 'out.xlsx');
    await list.save(out, new Map([[2, { text: 'Đã tạo mới', good: true }]]));
    const parts = await readParts(out);
    expect(parts['xl/comments1.xml']).toBe(comments);
    for (const kept of [before.slice(0, before.indexOf('<cols')), after])
      expect(parts['xl/worksheets/sheet1.xml']).toContain(kept);
    expect((await openList(out, columns)).rows).toEqual(list.rows);
  });

  it('whose cells are formulas, links and rich text, with what is merged over several columns, is read as it shows', async () => {
    const list = await open({
      rows: [
        HEADINGS,
        [
          { attributes: '', inside: '<f>ROW()-1</f><v>1</v>' },
          { attributes: 't="str"', inside: '<f>VLOOKUP(A2,DM!A:B,2,0)</f><v>Xã Tân</v>' },
          { attributes: 't="inlineStr"', inside: '<is><r><t>Đường </t></r><r><rPr><b/></rPr><t>hoa</t></r></is>' },
          'Tập thể',
          'Kinh tế',
        ],
        [
          2,
          { attributes: 't="e"', inside: '<f>VLOOKUP(A3,DM!A:B,2,0)</f><v>#N/A</v>' },
          'Tổ may',
          'Tập thể',
          'Kinh tế',
        ],
      ],
    });
    expect(shown(list)).toEqual(['2|Xã Tân|Đường hoa|Tập thể|Kinh tế', '3||Tổ may|Tập thể|Kinh tế']);
    expect(list.rows.map(({ faults }) => faults.map(({ cell, vi }) => `${cell} ${vi}`))).toEqual([
      [],
      ['B3 có lỗi #N/A'],
    ]);
  });

  it('with a row that lacks something keeps it, also behind a note, and whatever its model is called', async () => {
    const list = await open({
      rows: [
        HEADINGS,
        [1, 'Xã Tân', 'Tổng đài nghe dân', 'Tập thể', null],
        ['Ghi chú: chờ bổ sung'],
        [2, 'Xã Tân', 'Cộng đồng tự quản', null, null],
        [3, null, 'TM phát triển', 'Tập thể', 'Kinh tế'],
        [4, 'Xã Tân', 'Từ ngày 02 tháng 3 năm 2026', 'Tập thể', null],
        [5, 'Xã Tân', null, 'Tập thể', 'Kinh tế'],
      ],
    });
    expect(list.rows.map(({ line }) => line)).toEqual([2, 4, 5, 6, 7]);
    expect(told(list)).toEqual(['Bỏ qua dòng cuối trang (ngày, chữ ký, ghi chú): dòng 3.']);
  });
});
