import type { Report, Task } from '../../shared/api/generated/types.gen.ts';
import { daysBetween } from '../../shared/dates/dates.ts';

/** When a task is due: of this week until its Sunday. */
export const GROUPS = ['late', 'today', 'week', 'later', 'undue'] as const;

type GroupName = (typeof GROUPS)[number];

/** Tasks of one kind that wait for the same act. */
interface Run<Of> {
  readonly key: string;
  readonly tasks: readonly Of[];
}

type Dated = Pick<Task, 'dueOn'>;
type Awaiting = Pick<Task, 'kind' | 'status' | 'acts'>;

export const groupOf = ({ dueOn }: Dated, today: string): GroupName => {
  if (dueOn === null) return 'undue';
  const days = daysBetween(today, dueOn);
  if (days < 0) return 'late';
  if (days === 0) return 'today';
  const untilSunday = (7 - new Date(today).getUTCDay()) % 7;
  return days <= untilSunday ? 'week' : 'later';
};

/** The act that brings the task on: a report that was consolidated is handed in, not consolidated again. */
export const mainActOf = ({ kind, acts }: Pick<Task, 'kind' | 'acts'>): Task['acts'][number] | undefined => {
  const open = acts.filter(({ obstacle }) => obstacle === null);
  return (kind === 'report' ? open.find(({ command }) => command === 'submit') : undefined) ?? open[0] ?? acts[0];
};

/**
 * The tasks of a group, those that wait for the same act together: where days are told only as far as their order is
 * kept, where none are told all of them.
 */
export const runsOf = <Of extends Awaiting>(tasks: readonly Of[], group: GroupName): readonly Run<Of>[] => {
  const runs: { key: string; tasks: Of[] }[] = [];
  for (const task of tasks) {
    const main = mainActOf(task);
    const key = [task.kind, task.status, main?.command, main?.act, main?.obstacle?.vi].join(' ');
    const run = group === 'undue' ? runs.find((each) => each.key === key) : runs.at(-1);
    if (run?.key === key) run.tasks.push(task);
    else runs.push({ key, tasks: [task] });
  }
  return runs;
};

interface Own {
  readonly units: readonly Pick<Report, 'unitId'>[];
  readonly tasks: readonly Pick<Task, 'id'>[];
}

/** Of what units that one sees owe, that of the units below: neither of one's own nor such as waits for oneself. */
export const belowOf = <Of extends Pick<Report, 'id' | 'unitId'>>(owed: readonly Of[], { units, tasks }: Own): Of[] =>
  owed.filter((each) => !units.some(({ unitId }) => unitId === each.unitId) && !tasks.some(({ id }) => id === each.id));
