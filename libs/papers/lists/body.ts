import { fold, tidy } from '#domain';
import { setImmediate } from 'node:timers/promises';
import type { Beside } from './beside.ts';
import { columnName, type GridCell, type GridRow, type Merges } from './grid.ts';
import type { Header } from './header.ts';
import { faultyLetters } from './letters.ts';
import { UnusableFile, type CellFault, type Column, type ListRow, type Notice } from './list.ts';
import { createPassOver, PASSED_OVER, type PassedOver } from './pass-over.ts';

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

/** What is known of a table before its rows are read. */
interface Table {
  readonly header: Header;
  readonly merges: Merges;
  readonly columns: readonly Column[];
  readonly beside: Beside;
}

/** Reads the rows below the headings: which are the list, which are passed over, and what should be told of them. */
export const readBody = async (grid: readonly GridRow[], table: Table): Promise<Body> => {
  const { header, merges, columns, beside } = table;
  const below = grid.filter((row) => row.line > header.lastLine);
  const rows: ListRow[] = [];
  const hidden: number[] = [];
  const passed = new Map<PassedOver, number[]>();
  const spread = mergedDown(below, header, merges);
  const kindOf = createPassOver(table, below);
  let end: Notice[] = [];
  for (const [index, row] of below.entries()) {
    if (index % ROWS_AT_ONCE === 0) await setImmediate();
    const read = readRow(spread(row), header, columns);
    const kind = kindOf(row, read);
    if (kind === 'another') {
      end = [tellAnother(row.line)];
      break;
    }
    if (kind === 'blank') continue;
    if (kind !== 'listed') passed.set(kind, [...(passed.get(kind) ?? []), row.line]);
    else {
      rows.push(read);
      if (row.hidden) hidden.push(row.line);
    }
  }
  if (rows.length > MAX_ROWS) throw tooManyRows();
  const first = [
    ...header.guessed.map((column) => tellGuessed(column, header, columns)),
    ...(rows.length === 0 ? [NO_ROWS] : []),
  ];
  const unnamed = beside.told(new Set(rows.map(({ line }) => line)));
  return { rows, notices: [...first, ...tellHidden(hidden), ...[...passed].map(tellPassed), ...unnamed, ...end] };
};

const tellAnother = (line: number): Notice => ({
  vi: `Từ dòng ${String(line)} là một bảng khác (có tiêu đề riêng): không được đọc, hãy để ở tệp hay trang tính riêng.`,
  en: `Another table (with headings of its own) begins in row ${String(line)} and is not read: put it into a file or sheet of its own.`,
});

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
  return {
    vi: `Bỏ qua ${PASSED_OVER[kind].vi}: dòng ${where}.`,
    en: `Passed over, ${PASSED_OVER[kind].en}: row ${where}.`,
  };
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
  const placeOf = new Map(rows.map((row, place) => [row.line, place]));
  const above = new Map<number, Map<number, GridCell>>();
  for (const { top, bottom, left } of [...merges.values()].flat()) {
    const place = header.keys.has(left) || header.marks.has(left) ? placeOf.get(top) : undefined;
    const cell = place === undefined ? undefined : rows[place]?.cells.get(left);
    if (place === undefined || cell === undefined) continue;
    // Rows that hold nothing are none of `rows`; what two merges claim ends the second.
    for (let next = place + 1; next < rows.length; next += 1) {
      const { line = Infinity } = rows[next] ?? {};
      const cells = above.get(line) ?? new Map<number, GridCell>();
      if (line > bottom || cells.has(left)) break;
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
