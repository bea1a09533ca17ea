import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { allOf, byThen, equals, nameContains, oneOf, rowsByThen, within } from '../paging/conditions.ts';
import { keyset } from '../paging/keyset.ts';
import type { CursorValue } from '../paging/page.ts';
import { columnsOf } from '../paging/select.ts';
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
  const { rows } = await sql<DecisionItem>`
    select i.kind, i.item_id, i.ordinal, i.reason, i.frozen_revision, ${outcomeByThen(asOf)},
      coalesce(r.name, c.recipient_name) as name
    from read_models.decision_items i
    left join read_models.registrations r on i.kind = 'registration' and r.id = i.item_id
    left join read_models.commendations c on i.kind = 'commendation' and c.id = i.item_id
    where i.decision_id = ${id} order by i.ordinal`.execute(db);
  return { ...row, items: rows };
};

/** Outcomes are read from the decision's own trail when the question is about an earlier day. */
const outcomeByThen = (asOf: Parameters<typeof byThen>[0]): RawBuilder<unknown> => {
  if (asOf.asOf === undefined && asOf.knownAt === undefined) return sql`i.outcome, i.outcome_reason`;
  const reached = sql`exists (select 1 from read_models.timeline t
    where t.subject = 'decision-' || i.decision_id and t.position = i.position and ${byThen(asOf)})`;
  return sql`case when ${reached} then i.outcome else 'PENDING' end as outcome,
    case when ${reached} then i.outcome_reason end as outcome_reason`;
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
