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
  /** Rows are added and never looked up by the writer: a rebuild makes the primary key once they are all there. */
  readonly appendOnly?: true;
}

/** Columns of what `stampOf` tells. */
export const STAMP = {
  revision: 'integer',
  position: 'double precision',
  effectiveOn: 'text',
  recordedAt: 'text',
} as const;

/** The columns of a table without some of them. */
export const columnsOf = <Row extends object, Without extends keyof Row & string>(
  { columns }: TableSpec<Row>,
  without: readonly Without[],
): readonly Exclude<keyof Row & string, Without>[] => {
  const shown = (name: keyof Row & string): name is Exclude<keyof Row & string, Without> =>
    !(without as readonly string[]).includes(name);
  return (Object.keys(columns) as (keyof Row & string)[]).filter(shown);
};

/** A table as the projector sees it, whatever its rows. */
export type AnyTable = Pick<TableSpec, 'name' | 'indexes' | 'appendOnly'> & {
  readonly columns: Readonly<Record<string, ColumnType>>;
  readonly key: readonly string[];
};

/** A name in the order of Vietnamese dictionaries (`D` before `Đ`), by PostgreSQL's ICU; for an index and who reads it. */
export const inVietnamese = (expression: string): string => `${expression} collate "vi-x-icu"`;

export const snakeCase = (name: string): string => name.replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);

const columnSql = (name: string, type: ColumnType): string =>
  `"${snakeCase(name)}" ${type}${type === 'text' ? ' collate "C"' : ''}`;

const keySql = (table: AnyTable): string =>
  `primary key (${table.key.map((name) => `"${snakeCase(name)}"`).join(', ')})`;

const columnsSql = (table: AnyTable): string =>
  Object.entries(table.columns)
    .map(([name, type]) => columnSql(name, type))
    .join(', ');

/** The statement that creates a table in the schema the search path names. */
export const createTableSql = (table: AnyTable): string =>
  `create table if not exists "${table.name}" (${columnsSql(table)}, ${keySql(table)})`;

/** The statement that creates a table to be filled fast: no log of its own, and no key unless rows are looked up. */
export const createRawTableSql = (table: AnyTable): string =>
  `create unlogged table "${table.name}" (${columnsSql(table)}${table.appendOnly ? '' : `, ${keySql(table)}`})`;

/** The statements that make a table filled fast as durable and as strict as one created at once. */
export const finishTableSql = (table: AnyTable): string[] => [
  `alter table "${table.name}" set logged`,
  ...(table.appendOnly ? [`alter table "${table.name}" add ${keySql(table)}`] : []),
  ...createIndexesSql(table),
];

/** The statements that create a table's secondary indexes. */
export const createIndexesSql = (table: AnyTable): string[] =>
  table.indexes.map(
    (definition, index) => `create index if not exists "${table.name}_${index}" on "${table.name}" ${definition}`,
  );
