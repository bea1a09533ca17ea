import { expressionBuilder, type AliasableExpression, type ExpressionBuilder } from 'kysely';
import type { ReadModelsDb, ReadModelTables } from '../database.ts';
import { allOf, byThen, type Condition } from './conditions.ts';
import { isCutOff, type AsOf } from './page.ts';

/** Live tables, each with the table that keeps every row they ever had. */
const HISTORY = {
  registrations: 'registerHistory',
  decisions: 'decisionHistory',
  commendations: 'commendationHistory',
  reports: 'reportHistory',
} as const;

type Live = keyof typeof HISTORY;

/**
 * Where rows are read from: the live table, or its history cut off at the date and the instant, with the last row of
 * each id. `of` narrows by columns that never change for an id.
 */
export const rowsByThen = <Table extends Live>(
  db: ReadModelsDb,
  table: Table,
  asOf: AsOf,
  of: (row: ExpressionBuilder<{ row: ReadModelTables[Table] }, 'row'>) => Condition = () => allOf(),
): AliasableExpression<ReadModelTables[Table]> => {
  const narrowed = of(expressionBuilder<{ row: ReadModelTables[Table] }, 'row'>());
  const rows = isCutOff(asOf)
    ? lastOfEach(db, HISTORY[table], asOf)
    : db.selectFrom(db.dynamic.table<Live>(table).as('row')).selectAll();
  return rows.where(narrowed).$castTo<ReadModelTables[Table]>();
};

const lastOfEach = (db: ReadModelsDb, history: (typeof HISTORY)[Live], asOf: AsOf) =>
  db
    .selectFrom(db.dynamic.table(history).as('row'))
    .selectAll()
    .distinctOn('id')
    .where((row) => byThen(row.ref('effectiveOn'), row.ref('recordedAt'), asOf))
    .orderBy('id')
    .orderBy('position', 'desc');
