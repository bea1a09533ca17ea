import type { TableSpec } from '../tables/table.ts';

/** The columns of a table without some of them. */
export const columnsOf = <Row extends object, Without extends keyof Row & string>(
  { columns }: TableSpec<Row>,
  without: readonly Without[],
): readonly Exclude<keyof Row & string, Without>[] => {
  const shown = (name: keyof Row & string): name is Exclude<keyof Row & string, Without> =>
    !(without as readonly string[]).includes(name);
  return (Object.keys(columns) as (keyof Row & string)[]).filter(shown);
};
