import type { LocalDate, Role } from '#domain';
import { sql, type ExpressionBuilder } from 'kysely';
import type { ReadModelsDb } from '../database.ts';
import { allOf, contains, equals, within, type Condition } from '../paging/conditions.ts';
import { ascending, pageOf } from '../paging/keyset.ts';
import type { Page, PageRequest, Scope } from '../paging/page.ts';
import { openDeadlines } from '../rules/queries.ts';
import { barredFrom, type AwaitedAct, type ReportWaiting, type TaskKind, type TaskRow } from './table.ts';

/** By the day on which it began to wait, or by the day on which it is due: what has none comes last. */
export const TASK_SORTS = ['since', 'dueOn'] as const;

export interface TaskQuery extends PageRequest {
  readonly personId: string;
  /** What can be done, and by whom, may turn after a day. */
  readonly today: LocalDate;
  /** The roles in force, or those that are asked for alone, each with the units it covers. */
  readonly roles: readonly { readonly role: Role; readonly scope: Scope }[];
  /** Only what waits under these roles: what a person is named for is left out where it takes another. */
  readonly alone?: boolean;
  readonly kind?: TaskKind;
  readonly sort?: (typeof TASK_SORTS)[number];
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
  /** Of a report: which, and of when. */
  readonly report: Pick<ReportWaiting, 'kind' | 'period'> | null;
  /** What the asker may be expected to do. */
  readonly acts: readonly Act[];
}

/** A subject with what it waits for, whether what it turns with is there, and when it is due: by its cycle, where no day was set. */
const told = (db: ReadModelsDb) =>
  db
    .selectFrom('tasks')
    .leftJoin(openDeadlines(db).as('open'), (join) =>
      join
        .onRef('open.ofCycle', '=', 'tasks.cycleId')
        .onRef('open.owedIn', '=', 'tasks.status')
        .on('tasks.kind', '=', 'registration'),
    )
    .select([
      ...(['kind', 'id', 'unitId', 'tasks.cycleId', 'title', 'status', 'since'] as const),
      ...(['personId', 'acts', 'actingUnitId', 'waiting'] as const),
      ({ fn }) => fn.coalesce('dueOn', 'open.deadline').as('dueOn'),
      (row) => isThere(row).as('there'),
    ]);

/** What waits for the person under the roles in force, the longest-waiting first. */
export const listTasks = async (db: ReadModelsDb, query: TaskQuery): Promise<Page<Task<AwaitedAct>>> => {
  const page = await pageOf(told(db), query, (task) => ({
    where: [mine(task, query), equals(task.ref('kind'), query.kind), equals(task.ref('tasks.cycleId'), query.cycleId)],
    order: ascending(
      ...(query.sort === 'dueOn' ? [task.fn.coalesce('dueOn', 'open.deadline', sql.lit('9999-12-31'))] : []),
      task.ref('since'),
      task.ref('id'),
    ),
  }));
  const items = page.items.map(({ actingUnitId, there, waiting, ...task }) => ({
    ...{ ...task, report: reportIn(task.kind, waiting) },
    acts: task.acts.filter((act) => isOpen(act, there, query) && isOfAsker(act, actingUnitId, query)),
  }));
  return { ...page, items: items.filter(({ acts }) => acts.length > 0) };
};

/** What waits of one subject today, whoever is asked for it. */
export interface Waiting extends Task<AwaitedAct> {
  readonly actingUnitId: string;
}

/** Reports are called by that. */
const reportIn = (kind: TaskKind, waiting: TaskRow['waiting']): Task<AwaitedAct>['report'] => {
  if (kind !== 'report' || waiting === null) return null;
  const { kind: report, period } = waiting as ReportWaiting;
  return { kind: report, period };
};

/** What one subject waits for today, of everybody; undefined where it is not known. */
export const getWaiting = async (
  db: ReadModelsDb,
  { id, today }: { readonly id: string } & Pick<TaskQuery, 'today'>,
): Promise<Waiting | undefined> => {
  const found = await told(db).where('id', '=', id).executeTakeFirst();
  if (found === undefined) return undefined;
  const { there, waiting, ...task } = found;
  return {
    ...task,
    report: reportIn(task.kind, waiting),
    acts: task.acts.filter((act) => isOpen(act, there, { today })),
  };
};

type Rows = ExpressionBuilder<{ tasks: TaskRow }, 'tasks'>;

/** Lists that are not empty are said to be so: the indexes hold no others. */
const mine = (row: Rows, query: TaskQuery): Condition => {
  const { ref, or } = row;
  const byRole = query.roles.map(({ role, scope }) =>
    allOf(
      sql`(${ref('roles')} <> '{}' or ${ref('laterRoles')} <> '{}')`,
      sql`case when ${ref('turnsAfter')} < ${query.today} or ${isThere(row)} then ${ref('laterRoles')} else ${ref('roles')} end @> ${[role]}::text[]`,
      sql`not ${ref('besides')} @> ${[barredFrom(role, query.personId)]}::text[]`,
      within(ref('actingUnitId'), scope),
    ),
  );
  const isNamed = allOf(sql`${ref('persons')} <> '{}'`, contains(ref('persons'), query.personId));
  return or([...(query.alone === true && query.roles.length === 0 ? [] : [isNamed]), ...byRole]);
};

/** Whether a subject holds what another one turns with: asked for once for all of them, not row by row. */
const isThere = ({ ref, selectFrom }: Rows) => {
  const held = selectFrom('tasks as other')
    .select((other) => sql<string>`unnest(${other.ref('other.holds')})`.as('key'))
    .where(({ ref: of }) => allOf(sql`${of('other.holds')} <> '{}'`));
  return sql<boolean>`coalesce(${ref('tasks.turnsWith')} in ${held}, false)`;
};

/** Whether the act can be done today, as things are. */
const isOpen = (
  { until, after = '', hangsOn }: AwaitedAct,
  there: boolean,
  { today }: Pick<TaskQuery, 'today'>,
): boolean =>
  (until ?? today) >= today && after < today && (hangsOn === undefined || there === (hangsOn === 'ONCE_THERE'));

const isOfAsker = (act: AwaitedAct, actingUnitId: string, query: TaskQuery): boolean => {
  if (query.alone === true && !query.roles.some(({ role }) => role === act.role)) return false;
  if (act.personId !== undefined) return act.personId === query.personId;
  return (
    act.besides?.includes(query.personId) !== true &&
    query.roles.some(
      ({ role, scope }) => role === act.role && (scope === 'all' || scope.unitIds.includes(actingUnitId)),
    )
  );
};
