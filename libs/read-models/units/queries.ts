import type { organization } from '#domain';
import { expressionBuilder, type AliasableExpression, type Expression } from 'kysely';
import type { ReadModelsDb, ReadModelTables } from '../database.ts';
import { allOf, byThen, equals, nameContains, oneOf, within } from '../paging/conditions.ts';
import { alphabetical, pageOf, sortedBy } from '../paging/keyset.ts';
import { namesIn } from '../paging/names.ts';
import type { AsOf, ListQuery, Page, Scope } from '../paging/page.ts';
import type { AppointmentRow } from './table.ts';
import { streamOf } from '../paging/streams.ts';

export interface UnitItem {
  readonly id: string;
  readonly name: string;
  readonly kind: organization.UnitKind;
  readonly parentId: string | null;
  readonly adminUnitCode: string | null;
  readonly from: string;
  readonly closedOn: string | null;
  readonly revision: number;
}

interface UnitQuery extends ListQuery, AsOf {
  readonly q?: string;
  readonly kind?: organization.UnitKind;
  readonly parentId?: string;
  /** Units closed on the as-of date are left out unless asked for. */
  readonly includeClosed?: boolean;
  /** Ascending, or descending with `-`. `name` when absent. */
  readonly sort?: 'name' | '-name' | 'from' | '-from';
}

export interface UnitDetail extends UnitItem {
  readonly closedReason: string | null;
  readonly names: readonly { readonly name: string; readonly from: string; readonly recordedAt: string }[];
  readonly parents: readonly { readonly parentId: string | null; readonly from: string; readonly recordedAt: string }[];
  readonly appointments: readonly AppointmentRow[];
}

type Dated = 'unitNames' | 'unitParents';

/** The last row of a unit with a date by then. */
const lastByThen = <Table extends Dated>(
  db: ReadModelsDb,
  table: Table,
  unitId: Expression<string>,
  asOf: AsOf,
): AliasableExpression<ReadModelTables[Table]> =>
  db
    .selectFrom(db.dynamic.table<Dated>(table).as('v'))
    .selectAll()
    .where('unitId', '=', unitId)
    .where((v) => byThen(v.ref('fromOn'), v.ref('recordedAt'), asOf))
    .orderBy('fromOn', 'desc')
    .orderBy('position', 'desc')
    .limit(1)
    .$castTo<ReadModelTables[Table]>();

/** Units as they were then; a closing that was not in force or not known by then does not show. */
const unitsByThen = (db: ReadModelsDb, asOf: AsOf) => {
  const units = db
    .selectFrom('units as u')
    .innerJoinLateral(
      ({ ref }) => lastByThen(db, 'unitNames', ref('u.id'), asOf).as('n'),
      (join) => join.onTrue(),
    )
    .where(({ ref }) => byThen(ref('u.fromOn'), ref('u.recordedAt'), asOf))
    .select(['id', 'kind', 'adminUnitCode', 'u.fromOn as from', 'closedReason', 'revision', 'name', 'folded'])
    .select(({ ref, selectFrom, case: when }) => [
      selectFrom(lastByThen(db, 'unitParents', ref('u.id'), asOf).as('p'))
        .select('p.parentId')
        .as('parentId'),
      when()
        .when(byThen(ref('u.closedOn'), ref('u.closedRecordedAt'), asOf))
        .then(ref('u.closedOn'))
        .end()
        .as('closedOn'),
    ]);
  return db.selectFrom(units.as('u'));
};

const ITEM = ['id', 'name', 'kind', 'parentId', 'adminUnitCode', 'from', 'closedOn', 'revision'] as const;

/** Units by name. Without `asOf`: every unit with its latest name and place. */
export const listUnits = (db: ReadModelsDb, query: UnitQuery): Promise<Page<UnitItem>> =>
  pageOf(unitsByThen(db, query).select(ITEM), query, (unit) => ({
    where: [
      within(unit.ref('id'), query.scope),
      equals(unit.ref('kind'), query.kind),
      equals(unit.ref('parentId'), query.parentId),
      query.includeClosed ? undefined : unit('closedOn', 'is', null),
      nameContains(unit.ref('folded'), query.q),
    ],
    order: sortedBy(
      { name: alphabetical(unit.ref('name')), from: unit.ref('from') },
      query.sort ?? 'name',
      unit.ref('id'),
    ),
  }));

/** One unit with all its names and places and who ever held which office in it: bounded by what one unit goes through. */
export const getUnit = async (
  db: ReadModelsDb,
  { id, scope, ...asOf }: { readonly id: string; readonly scope: Scope } & AsOf,
): Promise<UnitDetail | undefined> => {
  const row = await unitsByThen(db, asOf)
    .select([...ITEM, 'closedReason'])
    .where(({ eb, ref }) => allOf(eb('id', '=', id), within(ref('id'), scope)))
    .executeTakeFirst();
  if (!row) return undefined;
  const { asOf: _, ...known } = asOf;
  const names = await db
    .selectFrom('unitNames')
    .select(['name', 'fromOn as from', 'recordedAt'])
    .where('unitId', '=', id)
    .where(({ ref }) => byThen(ref('fromOn'), ref('recordedAt'), known))
    .orderBy('fromOn')
    .orderBy('position')
    .execute();
  const parents = await db
    .selectFrom('unitParents')
    .select(['parentId', 'fromOn as from', 'recordedAt'])
    .where('unitId', '=', id)
    .where(({ ref }) => byThen(ref('fromOn'), ref('recordedAt'), known))
    .orderBy('fromOn')
    .orderBy('position')
    .execute();
  const appointments = await db
    .selectFrom('appointments')
    .selectAll()
    .where('unitId', '=', id)
    .where(({ ref }) => byThen(ref('fromOn'), ref('recordedAt'), known))
    .orderBy('fromOn')
    .orderBy('id')
    .execute();
  const closedReason = row.closedOn === null ? null : row.closedReason;
  return { ...row, closedReason, names, parents, appointments };
};

/** The names of people, by id. */
export const namesOfPeople = (db: ReadModelsDb, ids: readonly string[]) =>
  namesIn(
    db
      .selectFrom('people')
      .where(({ ref }) => allOf(oneOf(ref('id'), ids)))
      .select(['id', 'name']),
  );

/** The names of units, each as it was on a day, or before its first day its first; as they were known by then. */
export const namesOfUnits = async (
  db: ReadModelsDb,
  ids: readonly string[],
  { knownAt }: Pick<AsOf, 'knownAt'> = {},
): Promise<(unitId: string, on: string) => string | undefined> => {
  const rows = await db
    .selectFrom('unitNames')
    .select(['unitId', 'name', 'fromOn'])
    .where(({ ref }) => allOf(oneOf(ref('unitId'), ids)))
    .where(({ ref }) => byThen(ref('fromOn'), ref('recordedAt'), knownAt === undefined ? {} : { knownAt }))
    .orderBy('fromOn', 'desc')
    .orderBy('position', 'desc')
    .execute();
  const names = Map.groupBy(rows, ({ unitId }) => unitId);
  return (unitId, on) => {
    const dated = names.get(unitId);
    return (dated?.find(({ fromOn }) => fromOn <= on) ?? dated?.at(-1))?.name;
  };
};

/** The streams of units. */
export const unitStreams = (db: ReadModelsDb, unitIds?: readonly string[]) =>
  db
    .selectFrom('units')
    .where(({ ref }) => allOf(oneOf(ref('id'), unitIds)))
    .select(({ ref }) => streamOf('unit', ref('id')));

/** The streams of people who hold or held an office in units. */
export const peopleStreams = (db: ReadModelsDb, unitIds: readonly string[]) =>
  db
    .selectFrom('appointments')
    .where(({ ref }) => allOf(oneOf(ref('unitId'), unitIds)))
    .select(({ ref }) => streamOf('person', ref('personId')));

/** The kinds of units, by id. */
export const kindsOfUnits = async (
  db: ReadModelsDb,
  ids: readonly string[],
): Promise<ReadonlyMap<string, organization.UnitKind>> => {
  const rows = await db
    .selectFrom('units')
    .where(({ ref }) => allOf(oneOf(ref('id'), ids)))
    .select(['id', 'kind'])
    .execute();
  return new Map(rows.map(({ id, kind }) => [id, kind]));
};

/** The units that have or had such a name; undefined where nothing was typed. */
export const unitsCalled = (db: ReadModelsDb, typed: string | undefined) => {
  const called = nameContains(expressionBuilder<ReadModelTables, 'unitNames'>().ref('folded'), typed);
  return called && db.selectFrom('unitNames').select('unitId').where(called);
};
