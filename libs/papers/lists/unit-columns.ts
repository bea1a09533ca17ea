import type { Column } from './list.ts';

/** The columns of a list of units. */
export const UNIT_COLUMNS: readonly Column[] = [
  { key: 'code', headers: ['Mã đơn vị', 'Mã', 'Unit code'], required: true },
  { key: 'name', headers: ['Tên đơn vị', 'Đơn vị', 'Unit'], required: true },
  { key: 'kind', headers: ['Loại', 'Loại đơn vị', 'Kind'], required: true },
  { key: 'parent', headers: ['Đơn vị cấp trên', 'Cấp trên', 'Parent'], required: true },
  { key: 'adminUnitCode', headers: ['Mã hành chính', 'Administrative code'], required: false },
  { key: 'from', headers: ['Hiệu lực từ', 'Từ ngày', 'Effective from'], required: true },
];

/** The kinds as they are told to who wrote another; every key of {@link UNIT_KINDS} is taken. */
export const UNIT_KIND_NAMES = 'Trung ương, Tỉnh, Thành phố, Xã, Phường, Đặc khu, Cơ quan trung ương, Đơn vị';

/** A unit's kind by each word for it, folded. */
export const UNIT_KINDS: Readonly<Record<string, string>> = {
  'trung uong': 'NATIONAL',
  national: 'NATIONAL',
  tinh: 'PROVINCE',
  'thanh pho': 'PROVINCE',
  province: 'PROVINCE',
  xa: 'COMMUNE',
  phuong: 'COMMUNE',
  'dac khu': 'COMMUNE',
  commune: 'COMMUNE',
  'co quan trung uong': 'CENTRAL_AGENCIES',
  'central agencies': 'CENTRAL_AGENCIES',
  'don vi': 'UNIT',
  unit: 'UNIT',
};
