import { columnName } from './grid.ts';
import type { ToldColumn } from './list.ts';
import type { PlainSheet } from './workbook/sheet-part.ts';
import { writeWorkbook } from './workbook/write-workbook.ts';

/** A list as it may be filled in. */
export interface Example {
  readonly columns: readonly ToldColumn[];
  /** Rows by the columns' keys. */
  readonly rows: readonly Readonly<Record<string, string>>[];
  /** What may be written in a column, where that is known only here and now: the fields of a regulation. */
  readonly allowed?: Readonly<Record<string, readonly string[]>>;
}

const LIST = 'Danh sách';
const GUIDE = 'Hướng dẫn';
const CHOICES = 'Giá trị được nhận';

/** Characters of a column. */
const WIDTH = 24;

/**
 * Writes a workbook to begin with: the headings with rows as examples and drop-downs, what each column means, and the
 * values that are taken.
 */
export const exampleList = (path: string, { columns, rows, allowed = {} }: Example): Promise<void> => {
  const chosen = columns.flatMap((column) => {
    const values = allowed[column.key] ?? column.allowed ?? [];
    return values.length === 0 ? [] : [{ column, values }];
  });
  const headings = columns.map(headingOf);
  const list: PlainSheet = {
    name: LIST,
    headingLine: 1,
    widths: columns.map(() => WIDTH),
    rows: [headings, ...rows.map((row) => columns.map(({ key }) => row[key] ?? ''))],
    choices: new Map(
      chosen
        // Several values in one cell are no choice of one.
        .filter(({ column }) => column.several !== true)
        .map(({ column, values }) => {
          const letter = columnName(chosen.findIndex((one) => one.column === column));
          return [
            columns.indexOf(column),
            `'${CHOICES}'!$${letter}$2:$${letter}$${String(values.length + 1)}`,
          ] as const;
        }),
    ),
  };
  const guide: PlainSheet = {
    name: GUIDE,
    headingLine: 1,
    widths: [28, 12, 40, 60, 60],
    rows: [
      ['Cột · Column', 'Bắt buộc · Needed', 'Các tên được nhận · Names that are taken', 'Cách ghi', 'What it is'],
      ...columns.map((column) => [
        headingOf(column),
        column.required ? 'x' : '',
        column.headers.join(' · '),
        column.means.vi,
        column.means.en,
      ]),
    ],
  };
  const longest = Math.max(0, ...chosen.map(({ values }) => values.length));
  const choices: PlainSheet = {
    name: CHOICES,
    headingLine: 1,
    widths: chosen.map(() => WIDTH),
    rows: [
      chosen.map(({ column }) => headingOf(column)),
      ...Array.from({ length: longest }, (_, index) => chosen.map(({ values }) => values[index] ?? '')),
    ],
  };
  return writeWorkbook(path, [list, guide, ...(longest === 0 ? [] : [choices])]);
};

const headingOf = ({ headers, key }: ToldColumn): string => headers[0] ?? key;
