import type { ExpressionBuilder } from 'kysely';
import { commendationsOfUnits } from '../commendation-book/queries.ts';
import type { ReadModelsDb } from '../database.ts';
import { rowsByThen } from '../paging/by-then.ts';
import { allOf, within, type Condition } from '../paging/conditions.ts';
import type { AsOf, Scope } from '../paging/page.ts';
import { registrationsOfUnits } from '../register/queries.ts';
import { columnsOf } from '../tables/table.ts';
import { decisions, type DecisionStatus, type DecisionTableRow } from './table.ts';

/** Who asks for decisions. */
export interface DecisionReader {
  /** Whose decisions they see. */
  readonly scope: Scope;
  /** Units they speak for: of an issued decision that names these, they see what it says of them, and the paper. */
  readonly concerned?: readonly string[];
}

export type Line = ExpressionBuilder<{ d: DecisionTableRow }, 'd'>;

export const linesByThen = (db: ReadModelsDb, asOf: AsOf) =>
  db.selectFrom(rowsByThen(db, 'decisions', asOf).as('d')).select(columnsOf(decisions, ['folded', 'numberKey']));

/** Decisions of the scope, and issued ones that name something of a unit the reader speaks for. */
export const seenBy = (
  db: ReadModelsDb,
  line: Line,
  { scope, concerned = [] }: DecisionReader,
): Condition | undefined => {
  const own = within(line.ref('unitId'), scope);
  if (own === undefined || concerned.length === 0) return own;
  return line.or([own, line.and([line('status', 'in', OUT), line('id', 'in', naming(db, concerned))])]);
};

/** Once it is signed. */
const OUT = ['ISSUED', 'COMPLETED'] as const satisfies readonly DecisionStatus[];

/** The items of decisions that are of these units. */
export const itemsOf = (db: ReadModelsDb, unitIds: readonly string[]) =>
  db
    .selectFrom('decisionItems as i')
    .where(({ or, eb }) =>
      or([
        eb('i.itemId', 'in', registrationsOfUnits(db, unitIds)),
        eb('i.itemId', 'in', commendationsOfUnits(db, unitIds)),
      ]),
    );

const naming = (db: ReadModelsDb, unitIds: readonly string[]) => itemsOf(db, unitIds).select('i.decisionId');

/** The decisions that somebody sees: the whole of some, of others what is said of the items they are told of. */
export interface SeenDecisions {
  readonly whole: readonly string[];
  readonly inPart: ReadonlyMap<string, readonly string[]>;
}

/** Those of some units, and those that name something of units the reader speaks for: few, as both are. */
export const decisionsSeen = async (
  db: ReadModelsDb,
  { unitIds, concerned = [] }: { readonly unitIds: readonly string[]; readonly concerned?: readonly string[] },
): Promise<SeenDecisions> => {
  const rows = await linesByThen(db, {})
    .clearSelect()
    .leftJoin(itemsOf(db, concerned).select(['i.decisionId', 'i.itemId']).as('told'), 'told.decisionId', 'd.id')
    .where((line) => allOf(seenBy(db, line, { scope: { unitIds }, concerned })))
    .select(['d.id', 'd.unitId', 'told.itemId'])
    .execute();
  const [whole = [], inPart = []] = [true, false].map((own) =>
    rows.filter((row) => unitIds.includes(row.unitId) === own),
  );
  const items = [...Map.groupBy(inPart, ({ id }) => id)];
  return {
    whole: [...new Set(whole.map(({ id }) => id))],
    inPart: new Map(items.map(([id, told]) => [id, told.flatMap(({ itemId }) => itemId ?? [])])),
  };
};
