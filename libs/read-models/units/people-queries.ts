import type { Role } from '#domain';
import type { Expression } from 'kysely';
import type { ReadModelsDb } from '../database.ts';
import { allOf, equals, nameContains, ofUnits, oneOf, within } from '../paging/conditions.ts';
import { alphabetical, ascending, byGivenName, descending, pageOf } from '../paging/keyset.ts';
import type { ListQuery, Page } from '../paging/page.ts';
import { columnsOf } from '../tables/table.ts';
import { people, type AppointmentRow, type GrantRow, type PersonRow } from './table.ts';

/** By the name as it is written, family name first, or by the given name. */
export const PEOPLE_SORTS = ['name', 'givenName'] as const;

interface PersonQuery extends ListQuery {
  readonly q?: string;
  readonly unitIds?: readonly string[];
  readonly role?: Role;
  readonly sort?: (typeof PEOPLE_SORTS)[number];
}

export type PersonItem = Omit<PersonRow, 'folded'> & { readonly appointments: readonly AppointmentRow[] };

/**
 * People with an appointment in the scope by name; `scope: 'all'` also lists those without any. Each comes with all their
 * appointments: bounded by what the people of one page hold in their lives.
 */
export const listPeople = async (db: ReadModelsDb, query: PersonQuery): Promise<Page<PersonItem>> => {
  const found = db.selectFrom('people as p').select(columnsOf(people, ['folded']));
  const page = await pageOf(found, query, ({ ref, exists }) => ({
    where: [
      nameContains(ref('folded'), query.q),
      isAboutOffices(query) ? exists(officeOf(db, ref('p.id'), query)) : undefined,
    ],
    order: ascending(...namesOf(query, ref('name')), ref('id')),
  }));
  const offices = await db
    .selectFrom('appointments as a')
    .selectAll('a')
    .where('a.personId', '=', ({ fn, val }) => fn.any(val(page.items.map(({ id }) => id))))
    .orderBy('a.fromOn')
    .orderBy('a.id')
    .execute();
  const byPerson = Map.groupBy(offices, ({ personId }) => personId);
  return { ...page, items: page.items.map((person) => ({ ...person, appointments: byPerson.get(person.id) ?? [] })) };
};

const namesOf = ({ sort }: PersonQuery, name: Expression<string>) =>
  sort === 'givenName' ? [byGivenName(name), alphabetical(name)] : [alphabetical(name)];

const isAboutOffices = ({ scope, unitIds, role }: PersonQuery): boolean =>
  scope !== 'all' || unitIds !== undefined || role !== undefined;

const officeOf = (db: ReadModelsDb, personId: Expression<string>, { scope, unitIds, role }: PersonQuery) =>
  db
    .selectFrom('appointments as a')
    .select('a.id')
    .where('a.personId', '=', personId)
    .where(({ ref }) =>
      allOf(within(ref('a.unitId'), scope), oneOf(ref('a.unitId'), unitIds), equals(ref('a.role'), role)),
    );

interface GrantQuery extends ListQuery {
  readonly unitIds?: readonly string[];
  readonly status?: GrantRow['status'];
}

/** Roles of power as people gave them, newest first: who proposed, who confirmed, and what one person gave alone. */
export const listGrants = (db: ReadModelsDb, query: GrantQuery): Promise<Page<GrantRow>> =>
  pageOf(db.selectFrom('grants').selectAll(), query, ({ ref }) => ({
    where: [ofUnits(ref('unitId'), query), equals(ref('status'), query.status)],
    order: descending(ref('position'), ref('id')),
  }));
