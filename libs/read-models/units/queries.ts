import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { ReadModelsDb } from '../database.ts';
import { allOf, byThen, equals, nameContains, within } from '../paging/conditions.ts';
import { keyset } from '../paging/keyset.ts';
import type { AsOf, CursorValue } from '../paging/page.ts';
import { columnsOf } from '../paging/select.ts';
import type { GetUnit, ListUnits, UnitDetail, UnitItem } from './queries.port.ts';
import { appointments } from './table.ts';

type Paged<Row> = Row & { cursor: readonly CursorValue[] };

/** The last value with a date by then: `attribute` of `table` for the unit `u`. */
const lastByThen = (table: string, attribute: string, asOf: AsOf): RawBuilder<unknown> => sql`(
  select ${sql.ref(`v.${attribute}`)} from ${sql.table(table)} v
  where v.unit_id = u.id and ${byThen(asOf, 'v.from_on', 'v.recorded_at')}
  order by v.from_on desc, v.position desc limit 1)`;

/** Units as they were then; a closing that was not in force or not known by then does not show. */
const unitsByThen = (asOf: AsOf): RawBuilder<unknown> => sql`(
  select u.id, u.kind, u.admin_unit_code, u.from_on as "from", u.revision, u.closed_reason,
    ${lastByThen('read_models.unit_names', 'name', asOf)} as name,
    ${lastByThen('read_models.unit_names', 'folded', asOf)} as folded,
    ${lastByThen('read_models.unit_parents', 'parent_id', asOf)} as parent_id,
    case when ${byThen(asOf, 'u.closed_on', 'u.closed_recorded_at')} then u.closed_on end as closed_on
  from read_models.units u where ${byThen(asOf, 'u.from_on', 'u.recorded_at')})`;

const ITEM = sql`u.id, u.name, u.kind, u.parent_id, u.admin_unit_code, u."from", u.closed_on, u.revision`;

/** Units by name. */
export const listUnits: ListUnits = async (db, query) => {
  const page = keyset(query, [{ by: sql`u.folded` }, { by: sql`u.id` }]);
  const filter = allOf(
    within(query.scope, 'u.id'),
    equals('u.kind', query.kind),
    equals('u.parent_id', query.parentId),
    query.includeClosed ? undefined : sql<boolean>`u.closed_on is null`,
    nameContains('u.folded', query.q),
  );
  const { rows } = await sql<Paged<UnitItem>>`
    select ${ITEM}, ${page.cursor} as cursor from ${unitsByThen(query)} u
    where ${filter} and ${page.behind} order by ${page.order} limit ${page.fetch}`.execute(db);
  return page.page<UnitItem>(rows);
};

/** One unit with all its names and places, and who holds which office in it. */
export const getUnit: GetUnit = async (db, { id, scope, ...asOf }) => {
  const unit = sql<UnitItem & { closedReason: string | null }>`
    select ${ITEM}, case when u.closed_on is not null then u.closed_reason end as closed_reason
    from ${unitsByThen(asOf)} u where ${allOf(sql<boolean>`u.id = ${id}`, within(scope, 'u.id'))}`;
  const [row] = (await unit.execute(db)).rows;
  if (!row) return undefined;
  const known = byThen({ ...(asOf.knownAt === undefined ? {} : { knownAt: asOf.knownAt }) });
  const names = await sql<UnitDetail['names'][number]>`select name, from_on as "from", recorded_at
    from read_models.unit_names where unit_id = ${id} and ${known} order by from_on, position`.execute(db);
  const parents = await sql<UnitDetail['parents'][number]>`select parent_id, from_on as "from", recorded_at
    from read_models.unit_parents where unit_id = ${id} and ${known} order by from_on, position`.execute(db);
  const offices = await sql<UnitDetail['appointments'][number]>`
    select ${columnsOf(appointments, 'a')}, p.name as person_name from read_models.appointments a
    left join read_models.people p on p.id = a.person_id
    where a.unit_id = ${id} and ${known} order by a.from_on, a.id`.execute(db);
  return { ...row, names: names.rows, parents: parents.rows, appointments: offices.rows };
};

/** The names of people, by id. */
export const namesOfPeople = async (db: ReadModelsDb, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from read_models.people where id = any(${ids}::text[])`.execute(db);
  return new Map(rows.map(({ id, name }) => [id, name]));
};

/** The names of units, each as it was on a day. */
export const namesOfUnits = async (
  db: ReadModelsDb,
  ids: readonly string[],
): Promise<(unitId: string, on: string) => string | undefined> => {
  const { rows } = await sql<{ unitId: string; name: string; fromOn: string }>`
    select unit_id, name, from_on from read_models.unit_names where unit_id = any(${ids}::text[])
    order by from_on desc, position desc`.execute(db);
  const names = Map.groupBy(rows, ({ unitId }) => unitId);
  return (unitId, on) => names.get(unitId)?.find(({ fromOn }) => fromOn <= on)?.name;
};
