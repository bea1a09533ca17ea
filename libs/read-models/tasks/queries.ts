import { sql, type ExpressionBuilder } from 'kysely';
import { allOf, contains, equals, within, type Condition } from '../paging/conditions.ts';
import { ascending, pageOf } from '../paging/keyset.ts';
import type { ListTasks, TaskQuery } from './queries.port.ts';
import type { AwaitedAct, TaskRow } from './table.ts';

/** What waits for the person under the roles in force, the longest-waiting first. */
export const listTasks: ListTasks = async (db, query) => {
  const tasks = db
    .selectFrom('tasks')
    .select(['kind', 'id', 'unitId', 'cycleId', 'title', 'status', 'since', 'dueOn', 'acts', 'actingUnitId']);
  const page = await pageOf(tasks, query, (task) => ({
    where: [mine(task, query), equals(task.ref('kind'), query.kind), equals(task.ref('cycleId'), query.cycleId)],
    order: ascending(task.ref('since'), task.ref('id')),
  }));
  const items = page.items.map(({ actingUnitId, ...task }) => ({
    ...task,
    acts: task.acts.filter((act) => isMine(act, actingUnitId, query)),
  }));
  return { ...page, items };
};

/** Lists that are not empty are said to be so: the indexes hold no others. */
const mine = ({ ref, or }: ExpressionBuilder<{ tasks: TaskRow }, 'tasks'>, query: TaskQuery): Condition => {
  const byRole = query.roles.map(({ role, scope }) =>
    allOf(sql`${ref('roles')} <> '{}'`, contains(ref('roles'), role), within(ref('actingUnitId'), scope)),
  );
  return or([allOf(sql`${ref('persons')} <> '{}'`, contains(ref('persons'), query.personId)), ...byRole]);
};

const isMine = (act: AwaitedAct, actingUnitId: string, query: TaskQuery): boolean =>
  act.personId === undefined
    ? query.roles.some(
        ({ role, scope }) => role === act.role && (scope === 'all' || scope.unitIds.includes(actingUnitId)),
      )
    : act.personId === query.personId;
