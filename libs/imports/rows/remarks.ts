import { dayMonthYear, localDateOf, type Instant, type Rejected } from '#domain';
import type { Column, ListRow, Notice } from '#papers';
import type { Rejection } from '#use-cases';
import type { Remark, RowResult } from '../import.ts';

export const failed = (...remarks: readonly Remark[]): RowResult => ({ kind: 'failed', remarks });

/** How a column is called in sentences: as the list calls it, where it has it. */
export type HeadingOf = (key: string) => string;

export const headingsOf =
  (columns: readonly Column[], written: Readonly<Record<string, string>>): HeadingOf =>
  (key) =>
    written[key] ?? columns.find((column) => column.key === key)?.headers[0] ?? key;

/** Something about one column. */
export const aboutColumn = (headingOf: HeadingOf, key: string, vi: string, en: string): Remark => ({
  vi: `Cột "${headingOf(key)}": ${vi}`,
  en: `Column "${headingOf(key)}": ${en}`,
  keys: [key],
});

/** Cells that cannot be read refuse their row. */
export const unreadable = ({ faults }: ListRow): readonly Remark[] =>
  faults.map(({ cell, key, vi, en }) => ({
    vi: `Ô ${cell} ${vi}`,
    en: `Cell ${cell} ${en}`,
    ...(key === undefined ? {} : { keys: [key] }),
  }));

/** Two rows for one thing: nobody knows which of them is meant. Codes may be one by mistake, and the things two. */
export const sameAs = (line: number, what: keyof typeof SAME, key: string): Remark => {
  const { vi, en, one } = SAME[what];
  return {
    vi: `Trùng ${vi} với dòng ${String(line)}: ${one.vi}`,
    en: `The same ${en} as line ${String(line)}: ${one.en}`,
    keys: [key],
  };
};

const codeOfEach = (vi: string, en: string): Notice => ({
  vi: `mỗi ${vi} một mã: sửa mã, hoặc bỏ dòng lặp`,
  en: `each ${en} has a code of its own: correct the code, or remove the row that is repeated`,
});
const SAME = {
  code: { vi: 'mã', en: 'code', one: codeOfEach('đơn vị', 'unit') },
  adminUnitCode: { vi: 'mã hành chính', en: 'administrative code', one: codeOfEach('đơn vị', 'unit') },
  rowCode: { vi: 'mã', en: 'code', one: codeOfEach('mô hình', 'model') },
  name: { vi: 'tên', en: 'name', one: { vi: 'chỉ giữ một dòng', en: 'keep one of them' } },
} as const;

/** Another row, of another list or with another code, or a person, made a model of this name. */
export const nameTaken = (headingOf: HeadingOf): Remark =>
  aboutColumn(
    headingOf,
    'name',
    'đơn vị đã có mô hình tên này trong đợt, không phải từ dòng này: ghi mã dòng của lần nhập trước (để trống nếu khi ấy không có mã), hoặc ghi tên khác',
    'the unit has a model of this name in the cycle, which is not from this row: write the row code it was imported under (none if it had none), or another name',
  );

/** A person changed what the list still says as before. */
export const editedByHand = (headingOf: HeadingOf, keys: readonly string[], at: Instant | undefined): Remark => {
  const named = keys.map((key) => `"${headingOf(key)}"`).join(', ');
  return {
    vi: `đã được sửa tay${at === undefined ? '' : ` ngày ${dayOf(at)}`}: cột ${named}`,
    en: `changed by hand${at === undefined ? '' : ` on ${dayOf(at)}`}: column ${named}`,
    keys,
  };
};

/** The list and a person changed one thing, each to something else. */
export const changedByBoth = (
  headingOf: HeadingOf,
  key: string,
  { listed, now }: { readonly listed: string; readonly now: string },
  at: Instant | undefined,
): Remark =>
  aboutColumn(
    headingOf,
    key,
    `danh sách sửa thành "${listed}", nhưng đã được sửa tay${at === undefined ? '' : ` ngày ${dayOf(at)}`} thành "${now}": ghi vào danh sách điều đúng`,
    `the list now says "${listed}", and somebody changed it by hand${at === undefined ? '' : ` on ${dayOf(at)}`} to "${now}": write what is right into the list`,
  );

/** A rule that refused, with the column of the field it names. */
export const refusedBy = (
  { reason, params, pointer }: Rejected<Rejection>,
  columnOf: (pointer: string) => string | undefined,
  headingOf: HeadingOf,
): Remark => {
  const key = pointer === undefined ? undefined : columnOf(pointer);
  return {
    reason,
    ...(params === undefined ? {} : { params }),
    ...(key === undefined ? {} : { keys: [key], heading: headingOf(key) }),
  };
};

/** A word that is none of those that are taken; asked about where it is near to some. */
export const notAmong = (text: string, taken: readonly string[], near: readonly string[] = []): Notice => {
  const asked = near.map((name) => `"${name}"`);
  return near.length === 0
    ? {
        vi: `không có "${text}" trong danh mục (${taken.join(', ')})`,
        en: `"${text}" is none of ${taken.join(', ')}`,
      }
    : {
        vi: `không có "${text}" trong danh mục; có phải ${asked.join(' hay ')}?`,
        en: `"${text}" is none that is taken; is it ${asked.join(' or ')}?`,
      };
};

/** Nobody foresaw it; the log of the server has it. */
export const BROKEN: Remark = {
  vi: 'hệ thống gặp lỗi ở dòng này; hãy nhập lại danh sách, hoặc báo người quản trị',
  en: 'the system failed at this row; import the list again, or tell the administrator',
};

const dayOf = (at: Instant): string => dayMonthYear(localDateOf(at));
