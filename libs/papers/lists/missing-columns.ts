import type { GridRow } from './grid.ts';
import { faultyLetters } from './letters.ts';
import { UnusableFile, type Column } from './list.ts';

/** No row names every required column: which are missing, where they were looked for, and what may be the reason. */
export const missingColumns = (
  missing: readonly Column[],
  head: readonly GridRow[],
  sheet?: string,
  otherSheets: readonly string[] = [],
): UnusableFile => {
  const names = missing.map((column) => `"${column.headers[0] ?? column.key}"`).join(', ');
  const others = otherSheets.map((name) => `"${name}"`).join(', ');
  const isOldFont = head.some((row) => [...row.cells.values()].some(({ text }) => faultyLetters(text) !== undefined));
  const vi = [
    `${sheet === undefined ? 'Không' : `Trang tính "${sheet}": không`} tìm thấy cột ${names}.`,
    ...(others === '' ? [] : [`Danh sách ở trang tính khác (${others})? Hãy chọn trang tính ấy.`]),
    ...(isOldFont ? ['Tệp có chữ theo bảng mã TCVN3/VNI: hãy chuyển sang Unicode.'] : []),
  ];
  const en = [
    `${sheet === undefined ? 'Missing' : `Sheet "${sheet}": missing`} column ${names}.`,
    ...(others === '' ? [] : [`If the list is on another sheet (${others}), choose that one.`]),
    ...(isOldFont ? ['The file has letters of a TCVN3/VNI font: convert them to Unicode.'] : []),
  ];
  return new UnusableFile(vi.join(' '), en.join(' '));
};
