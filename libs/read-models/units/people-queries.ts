import type { Expression } from 'kysely';
import type { ReadModelsDb } from '../database.ts';
import { allOf, equals, nameContains, oneOf, within } from '../paging/conditions.ts';
import { ascending, pageOf } from '../paging/keyset.ts';
import type { ListQuery, Page } from '../paging/page.ts';
import { columnsOf } from '../tables/table.ts';
import { lastByThen } from './queries.ts';
import { people, type AppointmentRow, type PersonRow } from './table.ts';

interface PersonQuery extends ListQuery {
  readonly q?: string;
  readonly unitIds?: readonly string[];
  readonly role?: string;
}

export type PersonItem = Omit<PersonRow, 'folded'> & {
  readonly appointments: readonly (AppointmentRow & { readonly unitName: string | null })[];
};

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
    order: ascending(ref('folded'), ref('id')),
  }));
  const offices = await db
    .selectFrom('appointments as a')
    .leftJoinLateral(
      ({ ref }) => lastByThen(db, 'unitNames', ref('a.unitId'), {}).as('n'),
      (join) => join.onTrue(),
    )
    .selectAll('a')
    .select('n.name as unitName')
    .where('a.personId', '=', ({ fn, val }) => fn.any(val(page.items.map(({ id }) => id))))
    .orderBy('a.fromOn')
    .orderBy('a.id')
    .execute();
  const byPerson = Map.groupBy(offices, ({ personId }) => personId);
  return { ...page, items: page.items.map((person) => ({ ...person, appointments: byPerson.get(person.id) ?? [] })) };
};

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
