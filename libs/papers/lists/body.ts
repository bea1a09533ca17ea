import { fold, tidy } from '#domain';
import { setImmediate } from 'node:timers/promises';
import type { Beside } from './beside.ts';
import { columnName, type GridCell, type GridRow, type Merges } from './grid.ts';
import type { Header } from './header.ts';
import { faultyLetters } from './letters.ts';
import { UnusableFile, type CellFault, type Column, type ListRow, type Notice } from './list.ts';

/** More rows than this are refused: split the list by commune. */
export const MAX_ROWS = 20_000;

/** What is said of a list with more than {@link MAX_ROWS} rows. */
export const tooManyRows = (): UnusableFile =>
  new UnusableFile(
    `Danh sách có nhiều hơn ${String(MAX_ROWS)} dòng: hãy tách danh sách.`,
    `The list has more than ${String(MAX_ROWS)} rows: split it.`,
  );

/** Others get their turn after as many. */
const ROWS_AT_ONCE = 200;

/** What the rows below the headings say. */
export interface Body {
  readonly rows: readonly ListRow[];
  readonly notices: readonly Notice[];
}

/** Why a row is none of the list. */
type PassedOver = 'total' | 'section' | 'numbering' | 'foot' | 'empty';

const TELL: Readonly<Record<PassedOver, Notice>> = {
  total: { vi: 'dòng tổng', en: 'totals' },
  section: { vi: 'dòng tên nhóm', en: 'headings of sections' },
  numbering: { vi: 'dòng đánh số cột', en: 'numbers of columns' },
  foot: { vi: 'dòng cuối trang (ngày, chữ ký, ghi chú)', en: 'date, signatures or notes' },
  empty: { vi: 'dòng không có gì ở các cột được dùng', en: 'nothing in the columns that are used' },
};

/** What is known of a table before its rows are read. */
interface Table {
  readonly header: Header;
  readonly merges: Merges;
  readonly columns: readonly Column[];
  readonly beside: Beside;
}

/** Reads the rows below the headings: which are the list, which are passed over, and what should be told of them. */
export const readBody = async (grid: readonly GridRow[], { header, merges, columns, beside }: Table): Promise<Body> => {
  const below = grid.filter((row) => row.line > header.lastLine);
  const rows: ListRow[] = [];
  const hidden: number[] = [];
  const passed = new Map<PassedOver, number[]>();
  const spread = mergedDown(below, header, merges);
  for (const [index, row] of below.entries()) {
    if (index % ROWS_AT_ONCE === 0) await setImmediate();
    const read = readRow(spread(row), header, columns);
    const kind = passedOver(row, read, { header, columns, merges, isFirst: index === 0 });
    if (kind === 'blank') continue;
    if (kind !== undefined) passed.set(kind, [...(passed.get(kind) ?? []), row.line]);
    else {
      rows.push(read);
      if (row.hidden) hidden.push(row.line);
    }
  }
  if (rows.length > MAX_ROWS) throw tooManyRows();
  const unnamed = beside.told(new Set(rows.map(({ line }) => line)));
  const first = [
    ...header.guessed.map((column) => tellGuessed(column, header, columns)),
    ...(rows.length === 0 ? [NO_ROWS] : []),
  ];
  return { rows, notices: [...first, ...tellHidden(hidden), ...[...passed].map(tellPassed), ...unnamed] };
};

const tellGuessed = (column: number, { headings, keys }: Header, columns: readonly Column[]): Notice => {
  const [written = '', key = ''] = [headings.get(column), keys.get(column)];
  const taken = columns.find((each) => each.key === key)?.headers[0] ?? key;
  return {
    vi: `Cột "${written}" được đọc là cột "${taken}".`,
    en: `Column "${written}" is taken for "${taken}".`,
  };
};

const NO_ROWS: Notice = {
  vi: 'Dưới dòng tiêu đề không có dòng nào của danh sách.',
  en: 'No row of the list stands below the headings.',
};

const tellHidden = (lines: readonly number[]): Notice[] => {
  if (lines.length === 0) return [];
  const where = spans(lines);
  return [
    {
      vi: `Dòng ${where} đang ẩn (bộ lọc hoặc ẩn dòng) cũng được đọc.`,
      en: `Hidden rows were read as well: ${where}.`,
    },
  ];
};

const tellPassed = ([kind, lines]: readonly [PassedOver, readonly number[]]): Notice => {
  const where = spans(lines);
  return { vi: `Bỏ qua ${TELL[kind].vi}: dòng ${where}.`, en: `Passed over, ${TELL[kind].en}: row ${where}.` };
};

const SHOWN_SPANS = 12;

/** `3, 5–9`; of very many the first. */
const spans = (lines: readonly number[]): string => {
  const ranges: [number, number][] = [];
  for (const line of lines) {
    const last = ranges.at(-1);
    if (last?.[1] === line - 1) last[1] = line;
    else ranges.push([line, line]);
  }
  const shown = ranges.slice(0, SHOWN_SPANS).map(([from, to]) => (from === to ? String(from) : `${from}–${to}`));
  return shown.join(', ') + (ranges.length > SHOWN_SPANS ? ', …' : '');
};

/** What is written once and merged over several rows holds for each of them. */
const mergedDown = (rows: readonly GridRow[], header: Header, merges: Merges): ((row: GridRow) => GridRow) => {
  const byLine = new Map(rows.map((row) => [row.line, row]));
  const above = new Map<number, Map<number, GridCell>>();
  for (const { top, bottom, left } of [...merges.values()].flat()) {
    const cell = header.keys.has(left) || header.marks.has(left) ? byLine.get(top)?.cells.get(left) : undefined;
    if (cell === undefined) continue;
    for (let line = top + 1; line <= bottom && byLine.has(line); line += 1) {
      const cells = above.get(line) ?? new Map<number, GridCell>();
      if (cells.has(left)) break;
      above.set(line, cells.set(left, cell));
    }
  }
  return (row) => {
    const cells = above.get(row.line);
    return cells === undefined ? row : { ...row, cells: new Map([...row.cells, ...cells]) };
  };
};

const readRow = (row: GridRow, header: Header, columns: readonly Column[]): ListRow => {
  const cells: Record<string, string> = {};
  const faults: CellFault[] = [];
  const blame = (column: number, key: string, { vi, en }: Notice): void => {
    const cell = `${columnName(column)}${String(row.line)}`;
    faults.push({ cell, key, vi, en });
  };
  for (const [column, key] of header.keys) {
    const { text = '', fault } = row.cells.get(column) ?? {};
    const wrong = fault ?? faultyLetters(text);
    if (wrong !== undefined) blame(column, key, wrong);
    cells[key] = fault === undefined ? tidy(text) : '';
  }
  const marked = new Map([...header.marks.values()].map(({ key }) => [key, [] as string[]]));
  for (const [column, { key, value }] of header.marks) {
    const cell = row.cells.get(column);
    const mark = readMark(cell);
    if (mark === 'set') marked.get(key)?.push(value);
    else if (mark === 'unclear') blame(column, key, cell?.fault ?? { vi: NOT_A_MARK.vi, en: NOT_A_MARK.en });
  }
  for (const [key, values] of marked) {
    const takesSeveral = columns.some((column) => column.key === key && column.several === true);
    cells[key] = values.join('; ');
    if (values.length > 1 && !takesSeveral) {
      const [column = 0] = [...header.marks].find((entry) => entry[1].key === key) ?? [];
      blame(column, key, {
        vi: `đánh dấu nhiều cột (${cells[key]}): chỉ chọn một`,
        en: `marks several columns (${cells[key]}): choose one`,
      });
    }
  }
  return { line: row.line, cells, faults };
};

const NOT_A_MARK: Notice = { vi: 'ghi "x" hoặc để trống', en: 'takes an "x" or nothing' };

const readMark = (cell: GridCell | undefined): 'set' | 'clear' | 'unclear' => {
  const text = fold(cell?.text ?? '').replaceAll(/[()\s.]/gu, '');
  if (['x', '×', '✓', '✔', '√', '☑', '☒', 'v', '1', 'true', 'co'].includes(text)) return 'set';
  return ['', '0', '-', 'false', '☐', 'khong'].includes(text) ? 'clear' : 'unclear';
};

interface Around {
  readonly header: Header;
  readonly columns: readonly Column[];
  readonly merges: Merges;
  readonly isFirst: boolean;
}

const TOTAL = /^(?:tong|tong cong|tong so|cong|total)(?:\s*[:.(\d].*)?$|^tong cong\b/u;
const FOOT =
  /^(?:tm\b|t\/m\b|kt\b|thu truong|noi nhan|ghi chu\b|luu y\b|\(?ky,)|,? ?ngay ?[.…\d]* ?thang ?[.…\d]* ?nam/u;
const SIGNATURE = /^người lập(?: biểu| bảng| danh sách)?$/iu;
const ORDINAL = /^(?:[ivxlc]+|[a-z])[.)]?$/u;
const WITH_ORDINAL = /^(?:[IVXLC]+|[A-ZĐ])\s*[.)–-]/u;

/** A row that holds all that is needed is the list's, whatever it says. */
const passedOver = (row: GridRow, read: ListRow, around: Around): PassedOver | 'blank' | undefined => {
  const { header, columns } = around;
  const written = [...row.cells]
    .flatMap(([column, { text, fault }]) => (text.trim() === '' && fault === undefined ? [] : [{ column, text }]))
    .sort((a, b) => a.column - b.column);
  if (written.length === 0) return 'blank';
  if (around.isFirst && isNumbering(written.map(({ text }) => text.trim().toLowerCase()))) return 'numbering';
  const isComplete = columns.every(({ key, required }) => !required || !/^\d{0,4}$/u.test(read.cells[key] ?? ''));
  if (written.some(({ text }) => text.length < 40 && SIGNATURE.test(tidy(text)))) return 'foot';
  if (isComplete) return undefined;
  const folded = written.map(({ text }) => fold(text));
  if (folded.some((text) => TOTAL.test(text))) return 'total';
  if (
    isSection(
      row,
      written.map(({ column, text }) => ({ column, text: tidy(text) })),
      around,
    )
  )
    return 'section';
  if (folded.some((text) => FOOT.test(text))) return 'foot';
  const isUsed = written.some(({ column }) => header.keys.has(column) || header.marks.has(column));
  return isUsed ? undefined : 'empty';
};

/** `(1) (2) (3)` or `A B 1 2` below the headings. */
const isNumbering = (texts: readonly string[]): boolean => {
  const marks = texts.map((text) => /^\(?(\d{1,2}|[a-z])\)?(?:\s*=.*)?$/u.exec(text)?.[1] ?? '');
  const first = marks.findIndex((mark) => /\d/u.test(mark));
  const letters = marks.slice(0, first).join('');
  const isCounted = marks.slice(first).every((mark, index) => mark === String(index + 1));
  return first >= 0 && marks.length - first > 1 && isCounted && 'abcd'.startsWith(letters) && letters.length === first;
};

const isSection = (
  row: GridRow,
  written: readonly { readonly column: number; readonly text: string }[],
  { header, merges }: Around,
): boolean => {
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
