import { fold } from '#domain';
import type { ToldColumn } from './list.ts';

/** The kinds of units by the words for them, Vietnamese as they are told. */
const KINDS = {
  'Trung ương': 'NATIONAL',
  National: 'NATIONAL',
  Tỉnh: 'PROVINCE',
  'Thành phố': 'PROVINCE',
  Province: 'PROVINCE',
  Xã: 'COMMUNE',
  Phường: 'COMMUNE',
  'Đặc khu': 'COMMUNE',
  Commune: 'COMMUNE',
  'Cơ quan trung ương': 'CENTRAL_AGENCIES',
  'Central agencies': 'CENTRAL_AGENCIES',
  'Đơn vị': 'UNIT',
  Unit: 'UNIT',
} as const;

/** A unit's kind by each word for it, folded. */
export const UNIT_KINDS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(KINDS).map(([word, kind]) => [fold(word), kind]),
);

const ENGLISH = ['National', 'Province', 'Commune', 'Central agencies', 'Unit'];

/** The kinds as they are told to who wrote another; every key of {@link UNIT_KINDS} is taken. */
export const UNIT_KIND_NAMES: readonly string[] = Object.keys(KINDS).filter((word) => !ENGLISH.includes(word));

/** The columns of a list of units. */
export const UNIT_COLUMNS: readonly ToldColumn[] = [
  {
    key: 'code',
    headers: ['Mã đơn vị', 'Mã ĐV', 'Mã', 'Unit code'],
    required: true,
    means: {
      vi: 'mã do cơ quan tự đặt, mỗi đơn vị một mã, không đổi giữa các lần nhập',
      en: 'a code of your own, one for each unit, the same at every import',
    },
  },
  {
    key: 'name',
    headers: ['Tên đơn vị', 'Đơn vị', 'Tên cơ quan, đơn vị', 'Tên xã, phường', 'Unit'],
    required: true,
    means: { vi: 'tên đầy đủ', en: 'the full name' },
  },
  {
    key: 'kind',
    headers: ['Loại', 'Loại đơn vị', 'Kind'],
    required: true,
    means: { vi: `một trong: ${UNIT_KIND_NAMES.join(', ')}`, en: `one of these, or ${ENGLISH.join(', ')}` },
    allowed: UNIT_KIND_NAMES,
  },
  {
    key: 'parent',
    headers: ['Đơn vị cấp trên', 'Cấp trên', 'Trực thuộc', 'Đơn vị chủ quản', 'Cơ quan chủ quản', 'Parent'],
    required: true,
    means: {
      vi: 'mã đơn vị (trong danh sách này hoặc đã dùng khi nhập), mã hành chính, hoặc tên nếu chỉ một đơn vị mang tên ấy',
      en: 'a unit code (of this list or of an earlier one), the administrative code, or the name where one unit bears it',
    },
  },
  {
    key: 'adminUnitCode',
    headers: ['Mã hành chính', 'Mã ĐVHC', 'Mã đơn vị hành chính', 'Administrative code'],
    required: false,
    means: {
      vi: 'chỉ cấp tỉnh (2 chữ số) và cấp xã (5 chữ số), định dạng văn bản',
      en: 'of provinces (2 digits) and communes (5) only, formatted as text',
    },
  },
  {
    key: 'from',
    headers: ['Hiệu lực từ', 'Có hiệu lực từ', 'Ngày hiệu lực', 'Từ ngày', 'Ngày thành lập', 'Effective from'],
    required: true,
    means: {
      vi: 'ngày/tháng/năm (02/03/2026), 2026-03-02, hoặc ô kiểu ngày của Excel; không sớm hơn đơn vị cấp trên',
      en: 'day/month/year (02/03/2026), 2026-03-02, or a date cell of Excel; not before the unit above it',
    },
  },
];

/** Rows as they may be written. */
export const UNIT_EXAMPLES: readonly Readonly<Record<string, string>>[] = [
  {
    ...{ code: 'X-TAN', name: 'Xã Tân Minh', kind: 'Xã', parent: 'Tỉnh Minh Họa' },
    ...{ adminUnitCode: '99123', from: '01/07/2025' },
  },
  { code: 'X-TAN-PN', name: 'Hội LHPN xã Tân Minh', kind: 'Đơn vị', parent: 'X-TAN', from: '01/07/2025' },
];
