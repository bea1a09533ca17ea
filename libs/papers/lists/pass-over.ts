import { fold, tidy } from '#domain';
import { findAnother } from './another-table.ts';
import { writtenIn, type GridRow, type Merges, type Written } from './grid.ts';
import type { Header } from './header.ts';
import type { Column, ListRow, Notice } from './list.ts';

/** Why a row is none of the list, and what is told of such rows. */
export type PassedOver = 'heading' | 'total' | 'section' | 'numbering' | 'foot' | 'empty';

export const PASSED_OVER: Readonly<Record<PassedOver, Notice>> = {
  heading: { vi: 'dòng tiêu đề lặp lại', en: 'headings again' },
  total: { vi: 'dòng tổng', en: 'totals' },
  section: { vi: 'dòng tên nhóm', en: 'headings of sections' },
  numbering: { vi: 'dòng đánh số cột', en: 'numbers of columns' },
  foot: { vi: 'dòng cuối trang (ngày, chữ ký, ghi chú)', en: 'date, signatures or notes' },
  empty: { vi: 'dòng không có gì ở các cột được dùng', en: 'nothing in the columns that are used' },
};

interface Around {
  readonly header: Header;
  readonly columns: readonly Column[];
  readonly merges: Merges;
}

const TOTAL =
  /^(?:tong|tong cong|tong so|cong|total)(?:\s*[:.(\d].*)?$|^tong cong\b|^cong [ivx]+\b|^tong so (?:mo hinh|don vi|dong|ho so)\b|^danh sach(?: nay)? (?:co|gom)\b/u;
const NOTE = /^(?:ghi chu\b|luu y\b|\(?ky,)/u;
/** With it the list is over: what stands below and lacks something belongs to it. */
const CLOSING = /^(?:tm\b|t\/m\b|(?:kt|tl|tuq)\.|thu truong|noi nhan)|,? ?ngay ?[.…\d]* ?thang ?[.…\d]* ?nam/u;
/** Cells of a row of signatures. */
const MAX_FOOT_CELLS = 3;
const SIGNATURE = /^người lập(?: biểu| bảng| danh sách)?$/iu;
const MAX_SIGNATURE = 40;
const MAX_HEADING = 100;
const ORDINAL = /^(?:[ivxlc]+|[a-z])[.)]?$/u;
const WITH_ORDINAL = /^(?:[IVXLC]+|[A-ZĐ])\s*[.)–-]/u;

/**
 * Tells of the rows below the headings, one after another, which are the list's. One that holds all that is needed is,
 * whatever it says, unless it says the headings again; `another` where a table with other columns begins.
 */
export const createPassOver = (
  around: Around,
  below: readonly GridRow[],
): ((row: GridRow, read: ListRow) => PassedOver | 'blank' | 'another' | 'listed') => {
  const { header, columns } = around;
  const names = namesOf(around);
  const isAnother = findAnother(below, around);
  let isUnderHeadings = true;
  let isClosed = false;

  const kindOf = (row: GridRow, written: readonly Written[], read: ListRow): PassedOver | 'another' | 'listed' => {
    const headings = readHeadings(written, header, names);
    if (headings !== undefined) return headings;
    if (isAnother(row)) return 'another';
    if (isUnderHeadings && isNumbering(written.map(({ text }) => text.trim().toLowerCase()))) return 'numbering';
    const isSigned = written.some(({ text }) => text.length < MAX_SIGNATURE && SIGNATURE.test(tidy(text)));
    if (!isSigned && columns.every((column) => isThere(column, read))) return 'listed';
    const folded = written.map(({ text }) => fold(text));
    const isAny = (pattern: RegExp): boolean => folded.some((text) => pattern.test(text));
    if (isAny(TOTAL)) return 'total';
    const isShort = row.filled <= MAX_FOOT_CELLS;
    isClosed ||= isSigned || (isShort && isAny(CLOSING));
    if (isClosed || (isShort && isAny(NOTE))) return 'foot';
    const tidied = written.map(({ column, text }) => ({ column, text: tidy(text) }));
    if (isSection(row, tidied, around)) return 'section';
    const isUsed = written.some(({ column }) => header.keys.has(column) || header.marks.has(column));
    return isUsed ? 'listed' : 'empty';
  };

  return (row, read) => {
    const written = writtenIn(row);
    if (written.length === 0) return 'blank';
    const kind = kindOf(row, written, read);
    isUnderHeadings = kind === 'heading';
    isClosed &&= kind === 'foot' || kind === 'total';
    return kind;
  };
};

const isThere = ({ key, required }: Column, { cells }: ListRow): boolean =>
  !required || !/^\d{0,4}$/u.test(cells[key] ?? '');

const plain = (text: string): string => text.trim().toLowerCase();

/** What headings may say: those of the list as they are written, and every other that is known. */
const namesOf = ({ header, columns }: Around): ReadonlySet<string> =>
  new Set([...header.paths.values(), ...columns.map(({ headers }) => headers)].flat().map(plain));

/** A row of headings, the same in the same place, or those of another table. */
const readHeadings = (
  written: readonly Written[],
  { paths }: Header,
  names: ReadonlySet<string>,
): 'heading' | 'another' | undefined => {
  const known = written.filter(({ text }) => text.length < MAX_HEADING && names.has(plain(text)));
  if (known.length < 2 || known.length * 2 < written.length) return undefined;
  const isSame = ({ column, text }: Written): boolean =>
    paths.get(column)?.some((heading) => plain(heading) === plain(text)) === true;
  if (known.every(isSame)) return 'heading';
  return written.every(({ text }) => /\p{L}/u.test(text)) ? 'another' : undefined;
};

/** `(1) (2) (3)` or `A B 1 2` below the headings. */
const isNumbering = (texts: readonly string[]): boolean => {
  const marks = texts.map((text) => /^\(?(\d{1,2}|[a-z])\)?(?:\s*=.*)?$/u.exec(text)?.[1] ?? '');
  const first = marks.findIndex((mark) => /\d/u.test(mark));
  const letters = marks.slice(0, first).join('');
  const isCounted = marks.slice(first).every((mark, index) => mark === String(index + 1));
  return first >= 0 && marks.length - first > 1 && isCounted && 'abcd'.startsWith(letters) && letters.length === first;
};

const isSection = (row: GridRow, written: readonly Written[], { header, merges }: Around): boolean => {
  const [first, second] = written;
  if (first === undefined || row.filled > 2 || !/\p{L}/u.test(first.text)) return false;
  const title = second ?? first;
  const isAcross = merges
    .get(row.line)
    ?.some(({ top, bottom, left, right }) => bottom === top && left === title.column && right - left > 1);
  if (isAcross === true) return true;
  if (second !== undefined) return ORDINAL.test(fold(first.text)) && /\p{L}/u.test(second.text);
  if (first.column > header.firstColumn) return false;
  const isTitled =
    WITH_ORDINAL.test(first.text) || (first.text.includes(' ') && first.text === first.text.toUpperCase());
  return isTitled || !header.keys.has(first.column);
};
