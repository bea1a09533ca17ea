import { readFile, stat, writeFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import ExcelJS from 'exceljs';
import { fold, tidy } from '#domain';
import { UnusableFile, type Column, type ListFile, type ListRow, type OpenListOptions } from './list.ts';

/** Larger files are refused before they are opened: a list of 20,000 rows is about 4 MiB. */
const MAX_FILE_BYTES = 20 * 1024 * 1024;
/** More rows than this are refused: split the list by commune. */
const MAX_ROWS = 20_000;

/** The column added to the returned file. */
export const RESULT_HEADER = 'Kết quả nhập';

/** Opens a `.csv` (UTF-8, comma or semicolon) or `.xlsx` list and finds the row with the column names. */
export const openList = async (
  path: string,
  columns: readonly Column[],
  { name = path }: OpenListOptions = {},
): Promise<ListFile> => {
  const { size } = await stat(path);
  if (size > MAX_FILE_BYTES) {
    throw new UnusableFile('Tệp lớn hơn 20 MiB: hãy tách danh sách.', 'The file is over 20 MiB: split the list.');
  }
  if (/\.csv$/iu.test(name)) return openCsv(path, columns);
  if (/\.xlsx$/iu.test(name)) return openWorkbook(path, columns);
  throw new UnusableFile('Chỉ nhận tệp .csv hoặc .xlsx.', 'Only .csv and .xlsx files are taken.');
};

const openCsv = async (path: string, columns: readonly Column[]): Promise<ListFile> => {
  const text = decodeUtf8(await readFile(path));
  const firstLine = text.slice(0, text.search(/\r?\n|$/u));
  const delimiter = firstLine.split(';').length > firstLine.split(',').length ? ';' : ',';
  const table = parseCsv(text, delimiter);
  const grid = table.map((cells, index) => ({ line: index + 1, cells }));
  const header = findHeader(grid, columns);
  return {
    rows: readRows(grid, header),
    ignored: header.ignored,
    notices: [],
    save: async (target, results, heading = RESULT_HEADER) => {
      const out = table.map((cells, index) => {
        const line = index + 1;
        const row = [...cells];
        if (line === header.line) row[header.resultColumn] = heading;
        else if (results.has(line)) row[header.resultColumn] = results.get(line)?.text ?? '';
        return row;
      });
      await writeFile(target, '\uFEFF' + stringify(out, { delimiter }));
    },
  };
};

const parseCsv = (text: string, delimiter: string): string[][] => {
  try {
    return parse(text, { bom: true, delimiter, relax_column_count: true, skip_empty_lines: false });
  } catch (error) {
    const detail = error instanceof Error ? error.message : '';
    throw new UnusableFile(`Tệp CSV sai định dạng: ${detail}`, `Malformed CSV: ${detail}`);
  }
};

const decodeUtf8 = (bytes: Buffer): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UnusableFile(
      'Tệp CSV không phải UTF-8: hãy lưu lại dạng "CSV UTF-8".',
      'The CSV file is not UTF-8: save it as "CSV UTF-8".',
    );
  }
};

const openWorkbook = async (path: string, columns: readonly Column[]): Promise<ListFile> => {
  const workbook = new ExcelJS.Workbook();
  try {
    await workbook.xlsx.readFile(path);
  } catch {
    throw new UnusableFile('Không mở được tệp Excel: tệp hỏng hoặc có mật khẩu.', 'The workbook cannot be opened.');
  }
  const sheet = workbook.worksheets[0];
  if (sheet === undefined) throw new UnusableFile('Tệp Excel không có trang tính.', 'The workbook has no sheet.');
  const grid: GridRow[] = [];
  sheet.eachRow((row, line) => {
    const cells: string[] = [];
    row.eachCell((cell, column) => {
      cells[column - 1] = cellText(cell);
    });
    grid.push({ line, cells });
  });
  const header = findHeader(grid, columns);
  return {
    sheet: sheet.name,
    rows: readRows(grid, header),
    ignored: header.ignored,
    notices: [],
    save: async (target, results, heading = RESULT_HEADER) => {
      const column = header.resultColumn + 1;
      const title = sheet.getRow(header.line).getCell(column);
      title.value = heading;
      title.style = { ...sheet.getRow(header.line).getCell(column - 1).style };
      for (const [line, { text }] of results) sheet.getRow(line).getCell(column).value = text;
      sheet.getColumn(column).width = 60;
      await workbook.xlsx.writeFile(target);
    },
  };
};

/** A date cell becomes `YYYY-MM-DD`: a workbook keeps civil dates as UTC midnight. */
const cellText = (cell: ExcelJS.Cell): string => {
  const value = cell.result ?? cell.value;
  return value instanceof Date ? value.toISOString().slice(0, 10) : cell.text;
};

interface GridRow {
  readonly line: number;
  readonly cells: readonly (string | undefined)[];
}

interface Header {
  readonly line: number;
  readonly keys: ReadonlyMap<number, string>;
  readonly ignored: readonly string[];
  /** Index of the column for the result: the one already there, or the first free one. */
  readonly resultColumn: number;
}

/** Lists often carry a title above the table: the header is the first row that names every required column. */
const findHeader = (grid: readonly GridRow[], columns: readonly Column[]): Header => {
  const byName = new Map(columns.flatMap((column) => column.headers.map((name) => [fold(name), column.key] as const)));
  const required = columns.filter((column) => column.required);
  let best: { missing: readonly Column[] } = { missing: required };
  for (const row of grid.slice(0, 20)) {
    const names = Array.from(row.cells, (cell) => fold(cell ?? ''));
    const lastOf = new Map(names.flatMap((name, index) => [[byName.get(name), index] as const]));
    const missing = required.filter((column) => !lastOf.has(column.key));
    if (missing.length === 0) {
      const existing = names.indexOf(fold(RESULT_HEADER));
      const keys = new Map([...lastOf].flatMap(([key, index]) => (key === undefined ? [] : [[index, key] as const])));
      const ignored = Array.from(row.cells, (cell) => tidy(cell ?? '')).filter(
        (name, index) => name !== '' && index !== existing && !keys.has(index),
      );
      return { line: row.line, keys, ignored, resultColumn: existing === -1 ? names.length : existing };
    }
    if (missing.length < best.missing.length) best = { missing };
  }
  const names = best.missing.map((column) => `"${column.headers[0] ?? column.key}"`).join(', ');
  throw new UnusableFile(`Không tìm thấy cột ${names}.`, `Missing column ${names}.`);
};

const readRows = (grid: readonly GridRow[], header: Header): ListRow[] => {
  const rows = grid
    .filter((row) => row.line > header.line)
    .map((row) => ({
      line: row.line,
      cells: Object.fromEntries([...header.keys].map(([index, key]) => [key, tidy(row.cells[index] ?? '')])),
      faults: [],
    }))
    .filter((row) => Object.values(row.cells).some((cell) => cell !== ''));
  if (rows.length > MAX_ROWS) {
    throw new UnusableFile(
      `Danh sách có ${String(rows.length)} dòng, nhiều hơn ${String(MAX_ROWS)}: hãy tách danh sách.`,
      `The list has ${String(rows.length)} rows, over ${String(MAX_ROWS)}: split it.`,
    );
  }
  return rows;
};
