import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { TableSpec } from '../tables/table.ts';
import { snakeCase } from '../tables/table.ts';

/** The columns of a table as a list for `select`, under an alias, without some of them. */
export const columnsOf = <Row extends object>(
  table: TableSpec<Row>,
  alias: string,
  without: readonly (keyof Row & string)[] = [],
): RawBuilder<unknown> =>
  sql.join(
    (Object.keys(table.columns) as (keyof Row & string)[])
      .filter((name) => !without.includes(name))
      .map((name) => sql.ref(`${alias}.${snakeCase(name)}`)),
  );
