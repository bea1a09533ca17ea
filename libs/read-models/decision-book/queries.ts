import { sql } from 'kysely';
import { namesOfRecipients } from '../commendation-book/queries.ts';
import type { ReadModelsDb } from '../database.ts';
import { allOf, equals, nameContains, oneOf, rowsByThen, within } from '../paging/conditions.ts';
import { keyset } from '../paging/keyset.ts';
import type { AsOf, CursorValue } from '../paging/page.ts';
import { columnsOf } from '../paging/select.ts';
import { namesOfRegistrations } from '../register/queries.ts';
import { positionsOf } from '../timeline/queries.ts';
import type { DecisionItem, GetDecision, ListDecisions, ListNumbers, NumberEntry } from './queries.port.ts';
import { decisions, numbers } from './table.ts';
import type { DecisionRow } from './table.ts';

const LIVE = 'read_models.decisions';
const HISTORY = 'read_models.decision_history';
const COLUMNS = columnsOf(decisions, 'd', ['folded']);

type Paged<Row> = Row & { cursor: readonly CursorValue[] };

/** The decision book, newest first. */
export const listDecisions: ListDecisions = async (db, query) => {
  const page = keyset(query, [
    { by: sql`coalesce(d.issued_on, d.effective_on)`, descending: true },
    { by: sql`d.id`, descending: true },
  ]);
  const filter = allOf(
    within(query.scope, 'd.unit_id'),
    oneOf('d.unit_id', query.unitIds),
    equals('d.cycle_id', query.cycleId),
    oneOf('d.status', query.status),
    equals('d.act', query.act),
    nameContains('d.folded', query.q),
  );
  const { rows } = await sql<Paged<DecisionRow>>`
    select ${COLUMNS}, ${page.cursor} as cursor from ${rowsByThen(query, LIVE, HISTORY)} d
    where ${filter} and ${page.behind} order by ${page.order} limit ${page.fetch}`.execute(db);
  return page.page<DecisionRow>(rows);
};

/** One decision with its items and their outcome. */
export const getDecision: GetDecision = async (db, { id, scope, ...asOf }) => {
  const line = sql<DecisionRow>`select ${COLUMNS} from ${rowsByThen(asOf, LIVE, HISTORY)} d
    where ${allOf(sql<boolean>`d.id = ${id}`, within(scope, 'd.unit_id'))}`;
  const [row] = (await line.execute(db)).rows;
  if (!row) return undefined;
  const { rows } = await sql<ItemRow>`
    select kind, item_id, ordinal, reason, frozen_revision, outcome, outcome_reason, position
    from read_models.decision_items where decision_id = ${id} order by ordinal`.execute(db);
  const names = await namesOf(db, rows);
  const told = await toldByThen(db, id, asOf);
  const items = rows.map(({ position, ...item }) => ({
    ...item,
    ...(told(position) ? {} : { outcome: 'PENDING' as const, outcomeReason: null }),
    name: names.get(item.itemId) ?? null,
  }));
  return { ...row, items };
};

type ItemRow = Omit<DecisionItem, 'name'> & { readonly position: number };

/** What the items are called today, whatever they are. */
const namesOf = async (db: ReadModelsDb, items: readonly ItemRow[]): Promise<ReadonlyMap<string, string>> => {
  const ids = (wanted: ItemRow['kind']) => items.filter(({ kind }) => kind === wanted).map(({ itemId }) => itemId);
  const models = await namesOfRegistrations(db, ids('registration'));
  return new Map([...models, ...(await namesOfRecipients(db, ids('commendation')))]);
};

/** Outcomes are read from the decision's own trail when the question is about an earlier day. */
const toldByThen = async (db: ReadModelsDb, id: string, asOf: AsOf): Promise<(position: number) => boolean> => {
  if (asOf.asOf === undefined && asOf.knownAt === undefined) return () => true;
  const positions = await positionsOf(db, { subject: `decision-${id}`, ...asOf });
  return (position) => positions.has(position);
};

/** The number books: every number, voided ones with the reason. */
export const listNumbers: ListNumbers = async (db, query) => {
  const page = keyset(query, [
    { by: sql`n.issuer_id` },
    { by: sql`n.doc_type` },
    { by: sql`n.book_id` },
    { by: sql`n.number` },
  ]);
  const filter = allOf(
    within(query.scope, 'n.issuer_id'),
    equals('n.issuer_id', query.issuerId),
    equals('n.doc_type', query.docType),
    equals('n.term', query.term),
    query.year === undefined ? undefined : sql<boolean>`n.issued_on like ${`${query.year}-%`}`,
  );
  const { rows } = await sql<Paged<NumberEntry>>`
    select ${columnsOf(numbers, 'n')}, d.title as decision_title, d.status as decision_status, ${page.cursor} as cursor
    from read_models.numbers n left join read_models.decisions d on d.id = n.decision_id
    where ${filter} and ${page.behind} order by ${page.order} limit ${page.fetch}`.execute(db);
  return page.page<NumberEntry>(rows);
};
