import { fold } from '#domain';
import { MAX_ROWS, readBody, tooManyRows } from '../body.ts';
import { columnName, type GridRow, type Merge } from '../grid.ts';
import { findHeader, HEAD_ROWS, headingsByKey, RESULT_HEADING, type Header } from '../header.ts';
import {
  UnusableFile,
  type Column,
  type ListFile,
  type Notice,
  type OpenListOptions,
  type RowOutcome,
} from '../list.ts';
import { missingColumns } from '../missing-columns.ts';
import { openArchive, type Archive } from './archive.ts';
import { createBeside } from '../beside.ts';
import { findParts, type Parts } from './parts.ts';
import type { SheetPlan } from './patch-sheet.ts';
import { readCell, type CellContext } from './read-cell.ts';
import { returnWorkbook } from './return-workbook.ts';
import { scanSheet, type RawRow } from './scan-sheet.ts';
import { readStrings } from './shared-strings.ts';
import { readNumberKinds } from './styles.ts';

/** Opens an `.xlsx` list. */
export const openWorkbook = async (
  path: string,
  columns: readonly Column[],
  { sheet }: OpenListOptions,
): Promise<ListFile> => {
  try {
    const archive = await openArchive(path);
    try {
      return await readWorkbook(archive, path, columns, sheet);
    } finally {
      archive.close();
    }
  } catch (error) {
    if (error instanceof UnusableFile) throw error;
    throw new UnusableFile(
      'Không mở được tệp Excel: tệp hỏng. Hãy mở bằng Excel, lưu lại dạng "Excel Workbook (.xlsx)" rồi nhập lại.',
      'The workbook cannot be opened: open it in Excel and save it again as an Excel workbook (.xlsx).',
    );
  }
};

const readWorkbook = async (
  archive: Archive,
  path: string,
  columns: readonly Column[],
  wanted: string | undefined,
): Promise<ListFile> => {
  const parts = await findParts(archive, wanted);
  const kinds = parts.styles === undefined ? [] : await readNumberKinds(archive.read(parts.styles));
  const resolve = async (rows: readonly RawRow[]): Promise<readonly GridRow[]> => {
    const strings = await neededStrings(archive, parts, rows);
    return rows.map((row) => gridRow(row, { strings, kinds, from1904: parts.from1904 }));
  };
  const { rows: headRows, merges } = await readHead(archive, parts);
  const head = await resolve(headRows);
  const header = findHeader(head, merges, columns);
  if ('missing' in header) throw missingColumns(header, head, parts.sheet.name, parts.others);
  const { rows, beside, hidden, used } = await readRows(archive, parts, header);
  const body = await readBody(await resolve(rows), { header, merges, columns, beside });
  const mergedTo = [...merges.values()].flat().map((merge) => merge.right);
  // A title may be merged over the whole width of a sheet: there is no column behind it.
  const right = mergedTo.reduce((most, one) => (one < LAST_COLUMN ? Math.max(most, one) : most), used.right);
  return {
    sheet: parts.sheet.name,
    rows: body.rows,
    headings: headingsByKey(header),
    ignored: header.ignored,
    notices: [tellSheet(parts), ...tellHiddenColumns(hidden), ...body.notices],
    save: (target, results, heading = RESULT_HEADING) =>
      returnWorkbook(path, target, parts, planOf(header, { right, formulas: used.formulas }, results, heading)),
  };
};

const tellSheet = ({ sheet, others }: Parts): Notice => {
  const named = others.map((name) => `"${name}"`).join(', ');
  return {
    vi: `Đã đọc trang tính "${sheet.name}"${named === '' ? '' : `; không đọc ${named}`}.`,
    en: `Sheet "${sheet.name}" was read${named === '' ? '' : `, not ${named}`}.`,
  };
};

const tellHiddenColumns = (columns: ReadonlySet<number>): readonly Notice[] => {
  const named = [...columns]
    .sort((a, b) => a - b)
    .map(columnName)
    .join(', ');
  if (named === '') return [];
  return [{ vi: `Cột ${named} đang ẩn cũng được đọc.`, en: `Hidden columns were read as well: ${named}.` }];
};

/** Ten for each row of the longest list. */
const MAX_MERGES = 10 * MAX_ROWS;

/** The first rows that hold something, and what is merged anywhere. */
const readHead = async (archive: Archive, parts: Parts) => {
  const rows: RawRow[] = [];
  const merges = new Map<number, Merge[]>();
  let count = 0;
  await scanSheet(archive.read(parts.sheet.part), {
    row: (row) => {
      if (row.cells.length > 0) rows.push(row);
      return rows.length <= HEAD_ROWS;
    },
    merge: (merge) => {
      count += 1;
      if (count > MAX_MERGES)
        throw new UnusableFile('Trang tính có quá nhiều ô gộp.', 'The sheet has too many merged cells.');
      const beside = merges.get(merge.top) ?? [];
      beside.push(merge);
      merges.set(merge.top, beside);
    },
  });
  return { rows, merges };
};

interface Used {
  /** The rightmost column in which something stands. */
  readonly right: number;
  readonly formulas: ReadonlySet<number>;
}

/** `XFD`: no sheet has more. */
const LAST_COLUMN = 16_383;

/** Cells kept of a row beside those of the used columns: what tells a total or a section from a row of the list. */
const KEPT_BESIDE = 3;
/** Rows that hold nothing in a used column and are told of. */
const TOLD_ROWS = 1000;

/** The rows below the headings, of each only what is used. */
const readRows = async (archive: Archive, parts: Parts, header: Header) => {
  const rows: RawRow[] = [];
  const formulas = new Set<number>();
  const beside = createBeside(header);
  const hidden = new Set<number>();
  let right = 0;
  let usedRows = 0;
  let otherRows = 0;
  const isUsed = (column: number): boolean => header.keys.has(column) || header.marks.has(column);
  /** A helper column may be filled down to the end of the sheet: what holds nothing else is kept to be told of. */
  const isWanted = (row: RawRow): boolean => {
    if (!row.cells.some(({ column, value }) => value !== '' && isUsed(column))) {
      otherRows += row.cells.length > 0 ? 1 : 0;
      return row.cells.length > 0 && otherRows <= TOLD_ROWS;
    }
    usedRows += 1;
    if (usedRows > 2 * MAX_ROWS) throw tooManyRows();
    return true;
  };
  await scanSheet(archive.read(parts.sheet.part), {
    hidden: (from, to) => {
      for (const column of [...header.keys.keys(), ...header.marks.keys()])
        if (from <= column && column <= to) hidden.add(column);
    },
    wants: ({ line, column, value, index }) => {
      if (line > header.lastLine && value !== '') beside.add(column, line);
      return index < KEPT_BESIDE || isUsed(column);
    },
    row: (row) => {
      right = Math.max(right, row.right);
      for (const column of row.formulas) formulas.add(column);
      if (row.line > header.lastLine && isWanted(row)) rows.push(row);
      return true;
    },
  });
  return { rows, beside, hidden, used: { right, formulas } };
};

const neededStrings = async (archive: Archive, { strings }: Parts, rows: readonly RawRow[]) => {
  if (strings === undefined) return new Map<number, string>();
  const shared = rows.flatMap((row) => row.cells.filter(({ type }) => type === 's'));
  return readStrings(archive.read(strings), new Set(shared.map(({ value }) => Number(value))));
};

const gridRow = (row: RawRow, context: CellContext): GridRow => ({
  line: row.line,
  hidden: row.isHidden,
  filled: row.filled,
  cells: new Map(row.cells.map((cell) => [cell.column, readCell(cell, context)])),
});

/** The outcomes stand behind everything that is used, or where those of the last time stand. */
const planOf = (header: Header, used: Used, results: ReadonlyMap<number, RowOutcome>, heading: string): SheetPlan => {
  const isOutcome = (text: string): boolean => [heading, RESULT_HEADING].some((name) => fold(name) === fold(text));
  const last = [...header.headings].find(([column, text]) => isOutcome(text) && !used.formulas.has(column))?.[0];
  const columnsOf = (keys: readonly string[]): number[] => [
    ...[...header.keys].flatMap(([column, key]) => (keys.includes(key) ? [column] : [])),
    ...[...header.marks].flatMap(([column, { key }]) => (keys.includes(key) ? [column] : [])),
  ];
  return {
    ...{ heading, headingLine: header.firstLine, column: last ?? Math.min(used.right + 1, LAST_COLUMN) },
    rows: new Map(
      [...results].map(([line, { text, good, cells = [] }]) => [
        line,
        { text, isGood: good, marked: columnsOf(cells) },
      ]),
    ),
  };
};
