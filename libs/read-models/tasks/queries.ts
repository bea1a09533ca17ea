import type { LocalDate, Role } from '#domain';
import { sql, type ExpressionBuilder } from 'kysely';
import type { ReadModelsDb } from '../database.ts';
import { allOf, contains, equals, within, type Condition } from '../paging/conditions.ts';
import { ascending, pageOf } from '../paging/keyset.ts';
import type { Page, PageRequest, Scope } from '../paging/page.ts';
import type { AwaitedAct, TaskKind, TaskRow } from './table.ts';

export interface TaskQuery extends PageRequest {
  readonly personId: string;
  /** What can be done, and by whom, may turn after a day. */
  readonly today: LocalDate;
  /** The roles in force, each with the units it covers. */
  readonly roles: readonly { readonly role: Role; readonly scope: Scope }[];
  readonly kind?: TaskKind;
  readonly cycleId?: string;
}

export interface Task<Act> {
  readonly kind: TaskKind;
  readonly id: string;
  readonly unitId: string;
  readonly cycleId: string | null;
  readonly title: string;
  readonly status: string;
  readonly since: string;
  readonly dueOn: string | null;
  /** Of an appointment: whose it is. The command is given to the person, and names the appointment. */
  readonly personId: string | null;
  /** What the asker may be expected to do. */
  readonly acts: readonly Act[];
}

/** What waits for the person under the roles in force, the longest-waiting first. */
export const listTasks = async (db: ReadModelsDb, query: TaskQuery): Promise<Page<Task<AwaitedAct>>> => {
  const tasks = db
    .selectFrom('tasks')
    .select([
      'kind',
      'id',
      'unitId',
      'cycleId',
      'title',
      'status',
      'since',
      'dueOn',
      'personId',
      'acts',
      'actingUnitId',
    ]);
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
    allOf(
      sql`${ref('roles')} <> '{}'`,
      sql`case when ${ref('turnsAfter')} < ${query.today} then ${ref('laterRoles')} else ${ref('roles')} end @> ${[role]}::text[]`,
      within(ref('actingUnitId'), scope),
    ),
  );
  return allOf(
    sql`not ${ref('besides')} @> ${[query.personId]}::text[]`,
    or([allOf(sql`${ref('persons')} <> '{}'`, contains(ref('persons'), query.personId)), ...byRole]),
  );
};

const isMine = (act: AwaitedAct, actingUnitId: string, query: TaskQuery): boolean => {
  const { until = query.today, after = '' } = act;
  return until >= query.today && after < query.today && isOfAsker(act, actingUnitId, query);
};

const isOfAsker = (act: AwaitedAct, actingUnitId: string, query: TaskQuery): boolean =>
  act.personId === undefined
    ? query.roles.some(
        ({ role, scope }) => role === act.role && (scope === 'all' || scope.unitIds.includes(actingUnitId)),
      )
    : act.personId === query.personId;
