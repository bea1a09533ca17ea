import { sql } from 'kysely';
import { allOf, nameContains, oneOf } from '../paging/conditions.ts';
import { keyset } from '../paging/keyset.ts';
import type { CursorValue } from '../paging/page.ts';
import { columnsOf } from '../paging/select.ts';
import type { ListPeople, PersonItem, PersonQuery } from './queries.port.ts';
import { appointments, people } from './table.ts';
import type { PersonRow } from './table.ts';

type Found = Omit<PersonRow, 'folded'> & { readonly cursor: readonly CursorValue[] };

/** People by name, each with their appointments. */
export const listPeople: ListPeople = async (db, query) => {
  const page = keyset(query, [{ by: sql`p.folded` }, { by: sql`p.id` }]);
  const { rows } = await sql<Found>`
    select ${columnsOf(people, 'p', ['folded'])}, ${page.cursor} as cursor from read_models.people p
    where ${allOf(nameContains('p.folded', query.q), appointed(query))} and ${page.behind}
    order by ${page.order} limit ${page.fetch}`.execute(db);
  const found = page.page<Omit<Found, 'cursor'>>(rows);
  const offices = await sql<PersonItem['appointments'][number]>`
    select ${columnsOf(appointments, 'a')}, n.name as unit_name from read_models.appointments a
    left join lateral (select name from read_models.unit_names v where v.unit_id = a.unit_id
      order by v.from_on desc, v.position desc limit 1) n on true
    where a.person_id = any(${found.items.map(({ id }) => id)}::text[]) order by a.from_on, a.id`.execute(db);
  const byPerson = Map.groupBy(offices.rows, ({ personId }) => personId);
  return { ...found, items: found.items.map((person) => ({ ...person, appointments: byPerson.get(person.id) ?? [] })) };
};

const appointed = ({ scope, unitIds, role }: PersonQuery) => {
  if (scope === 'all' && unitIds === undefined && role === undefined) return undefined;
  const office = allOf(
    scope === 'all' ? undefined : oneOf('a.unit_id', scope.unitIds),
    oneOf('a.unit_id', unitIds),
    role === undefined ? undefined : oneOf('a.role', [role]),
  );
  return sql<boolean>`exists (select 1 from read_models.appointments a where a.person_id = p.id and ${office})`;
};
