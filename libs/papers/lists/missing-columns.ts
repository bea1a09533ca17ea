import type { GridRow } from './grid.ts';
import { faultyLetters } from './letters.ts';
import type { Found } from './header.ts';
import { UnusableFile } from './list.ts';

/** No row names every required column: which are missing, which headings were found, where they were looked for, and what may be the reason. */
export const missingColumns = (
  { missing, headings }: Found,
  head: readonly GridRow[],
  sheet?: string,
  otherSheets: readonly string[] = [],
): UnusableFile => {
  const names = missing.map((column) => `"${column.headers[0] ?? column.key}"`).join(', ');
  const found = shownHeadings(headings);
  const others = otherSheets.map((name) => `"${name}"`).join(', ');
  const isOldFont = head.some((row) => [...row.cells.values()].some(({ text }) => faultyLetters(text) !== undefined));
  const vi = [
    head.length === 0
      ? `${sheet === undefined ? 'Tệp' : `Trang tính "${sheet}"`} trống.`
      : `${sheet === undefined ? 'Không' : `Trang tính "${sheet}": không`} tìm thấy cột ${names}.`,
    ...(found === '' ? [] : [`Tiêu đề đã đọc: ${found}.`]),
    ...(others === '' ? [] : [`Danh sách ở trang tính khác (${others})? Hãy chọn trang tính ấy.`]),
    ...(isOldFont ? ['Tệp có chữ theo bảng mã TCVN3/VNI: hãy chuyển sang Unicode.'] : []),
  ];
  const en = [
    head.length === 0
      ? `${sheet === undefined ? 'The file' : `Sheet "${sheet}"`} is empty.`
      : `${sheet === undefined ? 'Missing' : `Sheet "${sheet}": missing`} column ${names}.`,
    ...(found === '' ? [] : [`Headings found: ${found}.`]),
    ...(others === '' ? [] : [`If the list is on another sheet (${others}), choose that one.`]),
    ...(isOldFont ? ['The file has letters of a TCVN3/VNI font: convert them to Unicode.'] : []),
  ];
  return new UnusableFile(vi.join(' '), en.join(' '));
};

const SHOWN = 12;
const MAX_SHOWN = 40;

/** The first headings, each as far as it tells which it is. */
const shownHeadings = (headings: readonly string[]): string => {
  const short = (text: string): string =>
    text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN).toWellFormed()}…` : text;
  const named = headings.slice(0, SHOWN).map((heading) => `"${short(heading)}"`);
  return [...named, ...(headings.length > SHOWN ? ['…'] : [])].join(', ');
};
