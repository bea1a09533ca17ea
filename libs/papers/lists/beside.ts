import { columnName } from './grid.ts';
import type { Header } from './header.ts';
import type { Notice } from './list.ts';

/** Cells below the headings in columns that have none: nobody says what they are, and they are not dropped in silence. */
export interface Beside {
  add(column: number, line: number): void;
  /** @param lines of the rows that are the list's */
  told(lines: ReadonlySet<number>): readonly Notice[];
}

/** Of a column so many lines are remembered, and so many columns named. */
const LINES = 20;
const NAMED = 6;

export const createBeside = ({ headings }: Pick<Header, 'headings'>): Beside => {
  const found = new Map<number, number[]>();
  return {
    add(column, line) {
      if (headings.has(column)) return;
      const lines = found.get(column) ?? [];
      if (lines.length < LINES) found.set(column, [...lines, line]);
    },
    told(rows) {
      const cells = [...found]
        .sort(([one], [other]) => one - other)
        .flatMap(([column, lines]) => {
          const line = lines.find((each) => rows.has(each));
          return line === undefined ? [] : [columnName(column) + String(line)];
        });
      if (cells.length === 0) return [];
      const named = [...cells.slice(0, NAMED), ...(cells.length > NAMED ? ['…'] : [])].join(', ');
      return [
        {
          vi: `Cột có dữ liệu mà không có tiêu đề thì không được đọc (từ ô ${named}): hãy ghi tiêu đề cho cột.`,
          en: `A column that holds something and has no heading is not read (from cell ${named}): give it one.`,
        },
      ];
    },
  };
};
