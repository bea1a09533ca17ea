import type { ListRow } from '#papers';

/** For each row that is not the only one with its key, the line of another; rows without a key are nobody's double. */
export const duplicatesBy = (
  rows: readonly ListRow[],
  keyOf: (row: ListRow) => string | undefined,
): ReadonlyMap<number, number> => {
  const groups = Map.groupBy(rows, keyOf);
  groups.delete(undefined);
  return new Map(
    [...groups.values()]
      .filter((group) => group.length > 1)
      .flatMap((group) => group.map((row) => [row.line, (group.find((other) => other !== row) ?? row).line] as const)),
  );
};
