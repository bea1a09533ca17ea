import { fold, tidy } from '#domain';
import { writtenIn, type GridRow } from './grid.ts';
import type { Header } from './header.ts';
import type { Column } from './list.ts';

/** A heading has words and no numbers, and is no longer. */
const HEADING = /^\P{Nd}*\p{L}\P{Nd}*$/u;
const MAX_HEADING = 60;
/** Columns of a table, at least: signatures stand side by side as well. */
const MIN_COLUMNS = 4;

/**
 * Tells where a table of other things begins, though its columns stand where those of the list do: below an empty row
 * comes one of nothing but words, with others under it, and none of them says a value that the list's columns take, as a
 * row above did.
 */
export const findAnother = (
  below: readonly GridRow[],
  { header, columns }: { readonly header: Header; readonly columns: readonly Column[] },
): ((row: GridRow) => boolean) => {
  const taking = new Map(
    [...header.keys].flatMap(([column, key]) => {
      const takes = valuesOf(columns.find((each) => each.key === key));
      return takes === undefined ? [] : [[column, takes] as const];
    }),
  );
  const saysValue = (row: GridRow): boolean =>
    [...taking].some(([column, takes]) => takes(tidy(row.cells.get(column)?.text ?? '')));
  const rows = below.filter((row) => writtenIn(row).length > 0);
  const first = rows.findIndex(saysValue);
  const beginnings = new Set<GridRow>();
  for (const block of first < 0 ? [] : blocksOf(rows.slice(first))) {
    const start = block.findIndex((row) => writtenIn(row).length > 1);
    const head = block[start];
    if (head !== undefined && start < block.length - 1 && isHead(head) && !block.some(saysValue)) beginnings.add(head);
  }
  return (row) => beginnings.has(row);
};

const valuesOf = (column: Column | undefined): ((text: string) => boolean) | undefined => {
  const { allowed, isValue } = column ?? {};
  if (allowed === undefined) return isValue;
  const words = new Set(allowed.map(fold));
  return (text) => words.has(fold(text));
};

/** Rows with nothing empty between them. */
const blocksOf = (rows: readonly GridRow[]): readonly (readonly GridRow[])[] => {
  const blocks: GridRow[][] = [];
  for (const row of rows) {
    const last = blocks.at(-1);
    if (last !== undefined && last.at(-1)?.line === row.line - 1) last.push(row);
    else blocks.push([row]);
  }
  return blocks;
};

const isHead = (row: GridRow): boolean => {
  const texts = writtenIn(row).map(({ text }) => tidy(text));
  return texts.length >= MIN_COLUMNS && texts.every((text) => text.length <= MAX_HEADING && HEADING.test(text));
};
