/** The column types read models use. Dates and instants are ISO text, which sorts; positions are JS numbers. */
export type ColumnType = 'text' | 'text[]' | 'integer' | 'boolean' | 'json' | 'double precision' | 'tsvector';

/** One table of a read model: everything needed to create, fill, compare and switch it. */
export interface TableSpec<Row extends object = Record<string, unknown>> {
  readonly name: string;
  readonly columns: Readonly<Record<keyof Row & string, ColumnType>>;
  /** The primary key, in the order in which rows are compared. */
  readonly key: readonly (keyof Row & string)[];
  /** Secondary indexes, created after a rebuild has filled the table: the text after `on <table> `, in SQL. */
  readonly indexes: readonly string[];
}

/** A table as the projector sees it, whatever its rows. */
export type AnyTable = Pick<TableSpec, 'name' | 'indexes'> & {
  readonly columns: Readonly<Record<string, ColumnType>>;
  readonly key: readonly string[];
};

export const snakeCase = (name: string): string => name.replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);

const columnSql = (name: string, type: ColumnType): string =>
  `"${snakeCase(name)}" ${type}${type === 'text' ? ' collate "C"' : ''}`;

/** The statement that creates a table in the schema the search path names. */
export const createTableSql = (table: AnyTable): string => {
  const columns = Object.entries(table.columns).map(([name, type]) => columnSql(name, type));
  const key = table.key.map((name) => `"${snakeCase(name)}"`).join(', ');
  return `create table if not exists "${table.name}" (${columns.join(', ')}, primary key (${key}))`;
};

/** The statements that create a table's secondary indexes. */
export const createIndexesSql = (table: AnyTable): string[] =>
  table.indexes.map(
    (definition, index) => `create index if not exists "${table.name}_${index}" on "${table.name}" ${definition}`,
  );
