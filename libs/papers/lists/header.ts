import { fold, tidy } from '#domain';
import type { GridRow, Merges } from './grid.ts';
import { headingKey, withoutBrackets } from './heading-key.ts';
import type { Column } from './list.ts';

/** The heading of the column that is added to the returned file. */
export const RESULT_HEADING = 'Kết quả nhập';

/** Rows in which the headings are looked for, and the most that one heading may take. */
export const HEAD_ROWS = 30;
const MAX_TIERS = 3;
/** Columns in which headings are looked for. */
const MAX_COLUMNS = 500;

/** Where a list's columns stand. */
export interface Header {
  readonly firstLine: number;
  readonly lastLine: number;
  /** The leftmost column that has a heading. */
  readonly firstColumn: number;
  readonly keys: ReadonlyMap<number, string>;
  /** Columns that are marked with an x, and what a mark says. */
  readonly marks: ReadonlyMap<number, { readonly key: string; readonly value: string }>;
  /** The headings above each column, from the top. */
  readonly paths: ReadonlyMap<number, readonly string[]>;
  /** Every heading as it is written, by column. */
  readonly headings: ReadonlyMap<number, string>;
  /** Columns of which the heading says more than the one it is taken for. */
  readonly guessed: readonly number[];
  readonly ignored: readonly string[];
}

/** Where no row names every required column: what the row that names most of them lacks, and its headings. */
export interface Found {
  readonly missing: readonly Column[];
  readonly headings: readonly string[];
}

/** How a list calls the columns it has. */
export const headingsByKey = ({ keys, headings }: Header): Readonly<Record<string, string>> =>
  Object.fromEntries([...keys].flatMap(([column, key]) => [[key, headings.get(column) ?? '']]));

/**
 * Lists often carry a title above the table: the header is the first row, or the first rows above one another, that name
 * every required column.
 */
export const findHeader = (head: readonly GridRow[], merges: Merges, columns: readonly Column[]): Header | Found => {
  const required = columns.filter((column) => column.required);
  let best: Found = { missing: required, headings: [] };
  for (const [index, row] of head.slice(0, HEAD_ROWS).entries()) {
    const rows = head.slice(index, index + tiersAt(row, head[index + 1], merges));
    const header = readHeader(rows, merges, columns);
    const found = new Set([...header.keys.values(), ...[...header.marks.values()].map(({ key }) => key)]);
    const missing = required.filter(({ key }) => !found.has(key));
    if (missing.length === 0) return header;
    const headings = [...header.headings.values()];
    const isBetter = missing.length < best.missing.length || (best.headings.length < 2 && headings.length > 1);
    if (isBetter) best = { missing, headings };
  }
  return best;
};

const textAt = (row: GridRow | undefined, column: number): string => tidy(row?.cells.get(column)?.text ?? '');

const filledColumns = (row: GridRow): number[] =>
  [...row.cells.keys()].filter((column) => column < MAX_COLUMNS && textAt(row, column) !== '');

/** How many rows the headings that begin in `row` take: cells merged downwards tell, or headings under a group. */
const tiersAt = (row: GridRow, below: GridRow | undefined, merges: Merges): number => {
  const filled = filledColumns(row);
  if (filled.length < 2) return 1;
  const starting = (merges.get(row.line) ?? []).filter(({ left }) => textAt(row, left) !== '');
  const deepest = Math.max(row.line, ...starting.map(({ bottom }) => bottom));
  if (deepest > row.line) return Math.min(deepest - row.line + 1, MAX_TIERS);
  if (below?.line !== row.line + 1) return 1;
  const under = filledColumns(below);
  const isGrouped = (column: number): boolean => groupOf(row, below, column, merges) !== undefined;
  return under.length >= 2 && under.every(isGrouped) ? 2 : 1;
};

/** The column whose heading in `row` stands above `column` and its neighbours: merged over them, or with nothing written beside it. */
const groupOf = (row: GridRow, below: GridRow, column: number, merges: Merges): number | undefined => {
  const over = merges.get(row.line)?.find(({ left, right }) => left <= column && column <= right);
  if (over !== undefined) return over.right > over.left && textAt(row, over.left) !== '' ? over.left : undefined;
  let left = column;
  while (left >= 0 && textAt(row, left) === '' && textAt(below, left) !== '') left -= 1;
  if (left < 0 || textAt(row, left) === '' || textAt(below, left) === '') return undefined;
  const isAlone = textAt(row, left + 1) !== '' || textAt(below, left + 1) === '';
  return isAlone ? undefined : left;
};

/** The headings above each column, from the top, a merged one above each column that it covers. */
const pathsOf = (rows: readonly GridRow[], merges: Merges): ReadonlyMap<number, readonly string[]> => {
  const last = Math.min(MAX_COLUMNS - 1, Math.max(...rows.flatMap((row) => [...row.cells.keys()])));
  const paths = new Map<number, readonly string[]>();
  for (let column = 0; column <= last; column += 1) {
    const path = rows.map((row, tier) => {
      const below = rows[tier + 1];
      const own = textAt(row, column);
      const group = own === '' && below !== undefined ? groupOf(row, below, column, merges) : undefined;
      return group === undefined ? own : textAt(row, group);
    });
    const written = path.filter((text) => text !== '');
    if (written.length > 0) paths.set(column, written);
  }
  return paths;
};

/** A column that a heading names: in how usual a way, and whether it had to be guessed. */
interface Meant {
  readonly key: string;
  readonly rank: number;
  readonly guessed: boolean;
}

const meaningOf = (columns: readonly Column[]): ((heading: string) => Meant | undefined) => {
  const names = columns.flatMap(({ key, headers }) =>
    headers.map((name, rank) => [headingKey(name), { key, rank }] as const),
  );
  const byName = new Map(names);
  return (heading) => {
    const exact = byName.get(headingKey(heading));
    if (exact !== undefined) return { ...exact, guessed: false };
    const loose = byName.get(withoutBrackets(heading) ?? '');
    return loose && { key: loose.key, rank: Infinity, guessed: true };
  };
};

const readHeader = (rows: readonly GridRow[], merges: Merges, columns: readonly Column[]): Header => {
  const meant = meaningOf(columns);
  const paths = pathsOf(rows, merges);
  const chosen = new Map<string, Meant & { readonly column: number }>();
  const grouped = new Map<string, number[]>();
  for (const [column, path] of paths) {
    const own = path.at(-1) ?? '';
    const above = path.at(-2);
    const found = (above === undefined ? undefined : meant(`${own} ${above}`)) ?? meant(own);
    const group = above === undefined ? undefined : meant(above)?.key;
    if (found !== undefined) {
      if (found.rank <= (chosen.get(found.key)?.rank ?? Infinity)) chosen.set(found.key, { ...found, column });
    } else if (group !== undefined && !columns.some(({ key, isValue }) => key !== group && isValue?.(own) === true))
      grouped.set(group, [...(grouped.get(group) ?? []), column]);
  }
  const lastOf = new Map([...chosen].map(([key, { column }]) => [key, column]));
  const marks = new Map<number, { readonly key: string; readonly value: string }>();
  for (const [key, under] of grouped) {
    const [only] = under;
    if (lastOf.has(key)) continue;
    if (under.length === 1 && only !== undefined) lastOf.set(key, only);
    else for (const column of under) marks.set(column, { key, value: paths.get(column)?.at(-1) ?? '' });
  }
  const taken = new Set([...lastOf.keys(), ...grouped.keys()]);
  for (const [column, path] of paths) {
    const value = path.at(-1) ?? '';
    if (marks.has(column) || meant(value) !== undefined) continue;
    const valued = columns.find(({ key, isValue }) => !taken.has(key) && isValue?.(value) === true);
    if (valued !== undefined) marks.set(column, { key: valued.key, value });
  }
  const keys = new Map([...lastOf].map(([key, column]) => [column, key] as const));
  const headings = new Map([...paths].map(([column, path]) => [column, path.join(' – ')] as const));
  const isUnused = ([column, heading]: readonly [number, string]): boolean =>
    !keys.has(column) && !marks.has(column) && fold(heading) !== fold(RESULT_HEADING);
  return {
    firstLine: rows[0]?.line ?? 0,
    lastLine: rows.at(-1)?.line ?? 0,
    firstColumn: Math.min(...paths.keys()),
    ...{ keys, marks, paths, headings },
    guessed: [...chosen.values()].flatMap(({ guessed, column }) => (guessed ? [column] : [])),
    ignored: [...headings].filter(isUnused).map(([, heading]) => heading),
  };
};
