import { sql, type ExpressionBuilder, type RawBuilder } from 'kysely';
import type { ReadModelsDb } from '../database.ts';
import { allOf, byThen, contains, equals, ofUnits, oneOf, type Condition } from '../paging/conditions.ts';
import type { AsOf, Scope } from '../paging/page.ts';
import { figuresOf, type CountRow, type MovementFigures } from './figures.ts';
import { namesOfCodes, namesOfCycles } from '../rules/queries.ts';
import { columnsOf } from '../tables/table.ts';
import { namesOfUnits } from '../units/queries.ts';
import { facts, type FactKind, type FactRow } from './table.ts';

type StatisticsGroup = 'unit' | 'field' | 'subjectType' | 'tag' | 'cycle';

export interface StatisticsQuery extends AsOf {
  readonly scope: Scope;
  readonly cycleIds?: readonly string[];
  /** By the unit of the fact's date. */
  readonly unitIds?: readonly string[];
  readonly tag?: string;
  readonly field?: string;
  readonly subjectType?: string;
  readonly groupBy?: StatisticsGroup;
  /** The day whose names of units are told where no other is asked about. */
  readonly today: string;
  /** With `groupBy: 'unit'`: which units are shown under which, e.g. communes under their province. */
  readonly unitGroups?: readonly { readonly groupId: string; readonly unitIds: readonly string[] }[];
}

interface Group {
  readonly key: string | null;
  /** What the unit, field, tag or cycle is called by the cut-offs; null for what has no name. */
  readonly keyName: string | null;
}

export interface MovementStatistics {
  readonly total: MovementFigures;
  /** With tags the groups may overlap: their sum is not the total. */
  readonly groups: readonly (Group & MovementFigures)[];
}

/** The funnel of the movement and its groups, as it was by the cut-offs. There are as many groups as units, fields … */
export const movementStatistics = async (db: ReadModelsDb, query: StatisticsQuery): Promise<MovementStatistics> => {
  const { groupBy, ...all } = query;
  const total = await counts(db, all);
  const grouped = groupBy === undefined ? [] : await counts(db, query);
  const byKey = [...Map.groupBy(grouped, ({ key }) => key)];
  const nameOf = await namesOf(
    db,
    byKey.flatMap(([key]) => key ?? []),
    query,
  );
  const groups = byKey.map(([key, rows]) => ({
    key,
    keyName: key === null ? null : (nameOf(key) ?? null),
    ...figuresOf(rows),
  }));
  return { total: figuresOf(total), groups: groups.sort(byFigure) };
};

type NameOf = (key: string) => string | undefined;

/** What the groups are called. */
const namesOf = async (
  db: ReadModelsDb,
  keys: readonly string[],
  { groupBy, today, asOf = today, ...query }: StatisticsQuery,
): Promise<NameOf> => {
  if (groupBy === 'unit') {
    const names = await namesOfUnits(db, keys, query);
    return (key) => names(key, asOf);
  }
  if (groupBy === undefined || groupBy === 'subjectType') return () => undefined;
  const names = groupBy === 'cycle' ? await namesOfCycles(db, keys) : await namesOfCodes(db, groupBy);
  return (key) => names.get(key);
};

const byFigure = (one: MovementFigures & { key: string | null }, other: typeof one): number =>
  other.registered - one.registered || (one.key ?? '').localeCompare(other.key ?? '');

const COLUMNS = { unit: 'f.unitId', field: 'f.field', subjectType: 'f.subjectType', cycle: 'f.cycleId' } as const;

type Fact = ExpressionBuilder<{ f: FactRow }, 'f'>;

/** The groups a fact is counted in. */
const keysOf = ({ ref }: Fact, { groupBy, unitGroups }: StatisticsQuery): RawBuilder<{ key: string | null }> => {
  if (groupBy === undefined) return sql`(select null::text as key)`;
  if (groupBy === 'tag') return sql`(select key from unnest(${ref('f.programmeTags')}) key)`;
  if (groupBy !== 'unit' || !unitGroups) return sql`(select ${ref(COLUMNS[groupBy])} as key)`;
  const pairs = unitGroups.flatMap(({ groupId, unitIds }) => unitIds.map((unitId) => [groupId, unitId] as const));
  return sql`(select key from unnest(${pairs.map(([group]) => group)}::text[], ${pairs.map(([, unit]) => unit)}::text[])
    as given (key, unit_id) where given.unit_id = ${ref('f.unitId')})`;
};

/** Acts within the cut-offs, and those behind them that adjust an act within. */
const counts = (db: ReadModelsDb, query: StatisticsQuery): Promise<CountRow[]> =>
  db
    .selectFrom(factsOf(db, query).as('f'))
    .crossJoinLateral((fact) => keysOf(fact, query).as('g'))
    .select(['g.key', 'f.kind', 'f.subjectType', 'f.recipientType', 'f.scope', 'f.counted'])
    .select(({ ref, cast, fn }) => [
      sql<boolean>`grouping(${ref('f.recipientType')}, ${ref('f.scope')}) = 3`.as('whole'),
      cast<number>(fn.countAll(), 'integer').as('count'),
      cast<number>(fn.count('f.modelId').distinct(), 'integer').as('models'),
    ])
    .where((fact) => fact.or([fact.ref('f.counted'), adjusts(db, fact, query)]))
    .groupBy(({ ref }) => {
      const whole = sql.join([ref('g.key'), ref('f.kind'), ref('f.counted')]);
      const split = sql.join([ref('f.subjectType'), ref('f.recipientType'), ref('f.scope')]);
      return sql`grouping sets ((${whole}, ${split}), (${whole}))`;
    })
    .execute();

const adjusts = (db: ReadModelsDb, { ref, eb, exists, val, case: given }: Fact, asOf: AsOf): Condition =>
  allOf(
    eb('f.kind', 'in', ['REVOKED', 'COMMENDATION_CANCELLED']),
    exists(
      db
        .selectFrom('facts as o')
        .select('o.position')
        .where('o.subjectId', '=', ref('f.subjectId'))
        .where(
          'o.kind',
          '=',
          given('f.kind').when('REVOKED').then(val<FactKind>('RECOGNIZED')).else(val<FactKind>('COMMENDED')).end(),
        )
        .where((act) => byThen(act.ref('o.effectiveOn'), act.ref('o.recordedAt'), asOf)),
    ),
  );

/** The acts, each in the field in which it counts by the cut-offs: that of the last correction by then, if any. */
const asCorrected = (db: ReadModelsDb, asOf: AsOf) =>
  db
    .selectFrom('facts as a')
    .select(columnsOf(facts, ['field']))
    .select(({ fn, ref, selectFrom }) =>
      fn
        .coalesce(
          selectFrom('fieldCorrections as c')
            .select('c.field')
            .where('c.subjectId', '=', ref('a.subjectId'))
            .where((then) => byThen(then.ref('c.effectiveOn'), then.ref('c.recordedAt'), asOf))
            .orderBy('c.position', 'desc')
            .limit(1),
          ref('a.field'),
        )
        .as('field'),
    );

const factsOf = (db: ReadModelsDb, query: StatisticsQuery) =>
  db
    .selectFrom(asCorrected(db, query).as('facts'))
    .selectAll()
    .select(({ ref }) => sql<boolean>`(${byThen(ref('effectiveOn'), ref('recordedAt'), query)})`.as('counted'))
    .where(({ ref }) =>
      allOf(
        ofUnits(ref('unitId'), query),
        oneOf(ref('cycleId'), query.cycleIds),
        equals(ref('field'), query.field),
        equals(ref('subjectType'), query.subjectType),
        contains(ref('programmeTags'), query.tag),
      ),
    );
