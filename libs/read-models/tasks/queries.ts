import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { allOf, equals, within } from '../paging/conditions.ts';
import { keyset } from '../paging/keyset.ts';
import type { CursorValue } from '../paging/page.ts';
import type { ListTasks, Task, TaskQuery } from './queries.port.ts';
import type { AwaitedAct } from './table.ts';

type Found = Task<AwaitedAct> & { readonly actingUnitId: string; readonly cursor: readonly CursorValue[] };

/** What waits for the person under the roles in force, the longest-waiting first. */
export const listTasks: ListTasks = async (db, query) => {
  const page = keyset(query, [{ by: sql`t.since` }, { by: sql`t.id` }]);
  const filter = allOf(mine(query), equals('t.kind', query.kind), equals('t.cycle_id', query.cycleId));
  const { rows } = await sql<Found>`
    select t.kind, t.id, t.unit_id, t.cycle_id, t.title, t.status, t.since, t.due_on, t.acts, t.acting_unit_id,
      ${page.cursor} as cursor
    from read_models.tasks t
    where ${filter} and ${page.behind} order by ${page.order} limit ${page.fetch}`.execute(db);
  const tasks = rows.map(({ actingUnitId, ...task }) => ({
    ...task,
    acts: task.acts.filter((act) => isMine(act, actingUnitId, query)),
  }));
  return page.page<Task<AwaitedAct>>(tasks);
};

const mine = (query: TaskQuery): RawBuilder<boolean> => {
  const byRole = query.roles.map(({ role, scope }) =>
    allOf(sql<boolean>`t.roles <> '{}' and t.roles @> ${[role]}::text[]`, within(scope, 't.acting_unit_id')),
  );
  const byPerson = sql<boolean>`t.persons <> '{}' and t.persons @> ${[query.personId]}::text[]`;
  return sql<boolean>`(${sql.join(
    [byPerson, ...byRole].map((one) => sql`(${one})`),
    sql` or `,
  )})`;
};

const isMine = (act: AwaitedAct, actingUnitId: string, query: TaskQuery): boolean =>
  act.personId === undefined
    ? query.roles.some(
        ({ role, scope }) => role === act.role && (scope === 'all' || scope.unitIds.includes(actingUnitId)),
      )
    : act.personId === query.personId;
