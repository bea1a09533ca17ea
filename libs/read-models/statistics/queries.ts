import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { allOf, byThen, contains, equals, oneOf, within } from '../paging/conditions.ts';
import type { GetMovementStatistics, MovementFigures, StatisticsQuery } from './queries.port.ts';
import { figuresOf } from './figures.ts';
import type { CountRow } from './figures.ts';

/** The funnel of the movement and its groups, as it was by the cut-offs. */
export const movementStatistics: GetMovementStatistics = async (db, query) => {
  const total = await sql<CountRow>`${counts(query, sql`null::text`, sql``)}`.execute(db);
  const grouped = query.groupBy === undefined ? undefined : await sql<CountRow>`${groupedCounts(query)}`.execute(db);
  const byKey = Map.groupBy(grouped?.rows ?? [], (row) => row.key);
  const groups = [...byKey].map(([key, rows]) => ({ key, ...figuresOf(rows) }));
  return { total: figuresOf(total.rows), groups: groups.sort(byFigure) };
};

const byFigure = (one: MovementFigures & { key: string | null }, other: typeof one): number =>
  other.registered - one.registered || (one.key ?? '').localeCompare(other.key ?? '');

const COLUMNS = {
  unit: 'f.unit_id',
  field: 'f.field',
  subjectType: 'f.subject_type',
  cycle: 'f.cycle_id',
} as const;

const groupedCounts = (query: StatisticsQuery): RawBuilder<unknown> => {
  if (query.groupBy === 'tag') {
    return counts(query, sql`tags.tag`, sql`cross join lateral unnest(f.programme_tags) as tags(tag)`);
  }
  if (query.groupBy === 'unit' && query.unitGroups) {
    const pairs = query.unitGroups.flatMap(({ groupId, unitIds }) =>
      unitIds.map((unitId) => [groupId, unitId] as const),
    );
    const join = sql`join unnest(${pairs.map(([group]) => group)}::text[], ${pairs.map(([, unit]) => unit)}::text[])
      as g(group_id, unit_id) on g.unit_id = f.unit_id`;
    return counts(query, sql`g.group_id`, join);
  }
  return counts(query, sql.ref(COLUMNS[query.groupBy as keyof typeof COLUMNS]), sql``);
};

/** Acts within the cut-offs, and those behind them that adjust an act within. */
const counts = (
  query: StatisticsQuery,
  key: RawBuilder<unknown>,
  join: RawBuilder<unknown>,
): RawBuilder<unknown> => sql`
  with f as (select *, (${byThen(query)}) as counted from read_models.facts where ${filterOf(query)})
  select ${key} as key, f.kind, coalesce(f.subject_type, '') as subject_type, f.recipient_type, f.scope, f.counted,
    grouping(f.recipient_type, f.scope) = 3 as whole,
    count(*)::integer as count, count(distinct f.model_id)::integer as models
  from f ${join}
  where f.counted or (f.kind in ('REVOKED', 'COMMENDATION_CANCELLED') and ${adjusts(query)})
  group by grouping sets (
    (1, f.kind, coalesce(f.subject_type, ''), f.recipient_type, f.scope, f.counted), (1, f.kind, f.counted))`;

const adjusts = (query: StatisticsQuery) => sql`exists (select 1 from read_models.facts o
  where o.subject_id = f.subject_id and o.kind = case f.kind when 'REVOKED' then 'RECOGNIZED' else 'COMMENDED' end
    and ${byThen(query, 'o.effective_on', 'o.recorded_at')})`;

const filterOf = (query: StatisticsQuery): RawBuilder<boolean> =>
  allOf(
    within(query.scope),
    oneOf('cycle_id', query.cycleIds),
    oneOf('unit_id', query.unitIds),
    equals('field', query.field),
    equals('subject_type', query.subjectType),
    contains('programme_tags', query.tag),
  );
