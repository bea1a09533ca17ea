import type { GridRow } from './grid.ts';
import { findHeader, type Header } from './header.ts';
import { headingKey } from './heading-key.ts';
import type { Column } from './list.ts';
import { REGISTRATION_COLUMNS } from './registration-columns.ts';
import { UNIT_COLUMNS } from './unit-columns.ts';

const optional = (columns: readonly Column[]): readonly Column[] =>
  columns.map((column) => ({ ...column, required: column.key === 'name' }));

const row = (line: number, texts: readonly string[]): GridRow => {
  const cells = new Map(texts.flatMap((text, column) => (text === '' ? [] : [[column, { text }] as const])));
  return { line, hidden: false, cells, filled: cells.size };
};

const headerOf = (columns: readonly Column[], ...rows: readonly (readonly string[])[]): Header => {
  const found = findHeader(
    rows.map((texts, index) => row(index + 1, texts)),
    new Map(),
    optional(columns),
  );
  if ('missing' in found) throw new Error(`not found: ${found.missing.map(({ key }) => key).join(', ')}`);
  return found;
};

/** What a heading is taken for, beside that of the name. */
const takenFor = (columns: readonly Column[], heading: string): string | undefined =>
  headerOf(columns, [columns === UNIT_COLUMNS ? 'Unit' : 'Model', heading]).keys.get(1);

describe('the headings of a list', () => {
  it.each(Object.entries({ models: REGISTRATION_COLUMNS, units: UNIT_COLUMNS }))(
    'of %s name one column each',
    (_, columns) => {
      const owners = Map.groupBy(
        columns.flatMap(({ key, headers }) => headers.map((name) => ({ key, name: headingKey(name) }))),
        ({ name }) => name,
      );
      expect([...owners.values()].filter((of) => new Set(of.map(({ key }) => key)).size > 1)).toEqual([]);
    },
  );

  it.each([
    [
      'unit',
      [
        'Đơn vị đăng ký',
        'Tên đơn vị đăng ký',
        'ĐƠN VỊ',
        'ĐV',
        'Tên ĐV',
        'Mã ĐV',
        'Cơ quan/đơn vị',
        'Tên cơ quan, đơn vị',
        'Xã/phường',
        'Xã, phường, đặc khu',
        'Đơn vị thực hiện',
        'Đơn vị (ghi mã hoặc tên)',
      ],
    ],
    ['subjectType', ['Loại hình', 'Tập thể/Cá nhân', 'Loại mô hình', 'Loại MH', 'Loại (TT/CN)']],
    ['field', ['LV', 'Lĩnh vực:', 'LĨNH VỰC (KT, VHXH, QPAN, XD HTCT)', 'Thuộc lĩnh vực', 'Lĩnh vực (*)']],
    ['programmeTags', ['Chương trình', 'Gắn với chương trình']],
    ['content', ['Nội dung - cách làm', 'Nội dung, cách làm', 'Nội dung mô hình DVK', 'Nội dung (tóm tắt)']],
    ['objectives', ['Mục tiêu, tiêu chí', 'Mục đích và mục tiêu']],
    ['area', ['Địa bàn', 'Địa bàn, đối tượng']],
    ['schedule', ['Thời gian thực hiện', 'Tiến độ thực hiện']],
    ['row', ['Mã MH', 'Mã dòng']],
  ])('of models: %s', (key, headings) => {
    expect(headings.map((heading) => [heading, takenFor(REGISTRATION_COLUMNS, heading)])).toEqual(
      headings.map((heading) => [heading, key]),
    );
  });

  it.each([
    'Tên mô hình "Dân vận khéo"',
    'Tên MH',
    'TÊN MÔ HÌNH DVK',
    'Tên mô hình/điển hình',
    'Tên mô hình, điển hình “Dân vận khéo”',
    'Mô hình dân vận khéo',
    'Tên MH, ĐH',
    'Tên mô hình đăng ký (*)',
  ])('of models: the name, as %s', (heading) => {
    expect(headerOf(REGISTRATION_COLUMNS, ['TT', heading]).keys).toEqual(new Map([[1, 'name']]));
  });

  it.each([
    ['code', ['Mã ĐV', 'Mã đơn vị']],
    ['kind', ['Loại ĐV', 'Loại']],
    ['parent', ['ĐV cấp trên', 'Đơn vị chủ quản', 'Trực thuộc', 'Cấp trên (mã)']],
    ['adminUnitCode', ['Mã ĐVHC', 'Mã đơn vị hành chính']],
    ['from', ['Từ ngày (dd/mm/yyyy)', 'Có hiệu lực từ', 'Ngày hiệu lực']],
  ])('of units: %s', (key, headings) => {
    expect(headings.map((heading) => [heading, takenFor(UNIT_COLUMNS, heading)])).toEqual(
      headings.map((heading) => [heading, key]),
    );
  });

  it.each([
    ...[
      'STT',
      'TT',
      'Số TT',
      'Ghi chú',
      'Đơn vị phối hợp',
      'Đơn vị tính',
      'Tên đơn vị (cũ)',
      'Đơn vị cấp trên',
      'Người phụ trách',
    ],
    ...[
      'Lĩnh vực khác',
      'Loại văn bản',
      'Số mô hình',
      'Ngày đăng ký',
      'Nội dung (khác)',
      'Kết quả đạt được',
      'Chương trình phối hợp',
    ],
  ])('that only look like others are not used, and told: %s', (heading) => {
    const { ignored, keys } = headerOf(REGISTRATION_COLUMNS, ['Tên mô hình', heading]);
    expect([ignored, keys.size]).toEqual([[heading], 1]);
  });

  it('of which two mean one column are settled by the more usual one, and the other is told', () => {
    const header = headerOf(REGISTRATION_COLUMNS, [
      'Tên mô hình',
      'Đơn vị đăng ký',
      'Đơn vị thực hiện',
      'Đơn vị (nếu có)',
    ]);
    expect([header.keys.get(1), header.ignored]).toEqual(['unit', ['Đơn vị thực hiện', 'Đơn vị (nếu có)']]);
    expect(header.guessed).toEqual([]);
    expect(headerOf(REGISTRATION_COLUMNS, ['Tên mô hình', 'Đơn vị (nếu có)']).guessed).toEqual([1]);
  });

  it('under one that is no column of theirs are values all the same', () => {
    const header = headerOf(
      REGISTRATION_COLUMNS,
      ['Tên mô hình', 'Mô hình', '', 'Lĩnh vực'],
      ['', 'Tập thể', 'Cá nhân', ''],
    );
    expect([...header.marks]).toEqual([
      [1, { key: 'subjectType', value: 'Tập thể' }],
      [2, { key: 'subjectType', value: 'Cá nhân' }],
    ]);
  });
});
