import type { Notice } from './list.ts';

/** One cell as it stands in the file. */
export interface GridCell {
  readonly text: string;
  /** Why the cell cannot be read; its text is then what the office program shows. */
  readonly fault?: Notice;
}

/** One row as it stands in the file, whatever kind of file that is. */
export interface GridRow {
  /** The row's number as the office program shows it. */
  readonly line: number;
  readonly hidden: boolean;
  /** By column, counted from 0; of a large row only the columns that matter. */
  readonly cells: ReadonlyMap<number, GridCell>;
  /** How many cells of the row hold something. */
  readonly filled: number;
}

/** A cell that holds something. */
export interface Written {
  readonly column: number;
  readonly text: string;
}

/** The cells that hold something, from the left. */
export const writtenIn = ({ cells }: GridRow): readonly Written[] =>
  [...cells]
    .flatMap(([column, { text, fault }]) => (text.trim() === '' && fault === undefined ? [] : [{ column, text }]))
    .sort((a, b) => a.column - b.column);

/** Cells shown as one: lines counted from 1 as the office program does, columns from 0. */
export interface Merge {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Merged cells by the line in which they begin. */
export type Merges = ReadonlyMap<number, readonly Merge[]>;

/** `0` → `A`, `27` → `AB`. */
export const columnName = (column: number): string =>
  column < 0 ? '' : columnName(Math.floor(column / 26) - 1) + String.fromCharCode(65 + (column % 26));

/** `B12` → column 1, line 12; undefined for what is no reference to a cell. */
export const readReference = (reference: string): { readonly column: number; readonly line: number } | undefined => {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/u.exec(reference) ?? [];
  if (letters === undefined) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return { column: column - 1, line: Number(digits) };
};
