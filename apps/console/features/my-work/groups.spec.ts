import type { Task } from '../../shared/api/generated/types.gen.ts';
import { belowOf, groupOf, mainActOf, runsOf } from './groups.ts';

type Acts = Task['acts'];
const obstacle = { vi: 'Sau hạn.', en: 'Too late.' };
const acts = (...commands: string[]): Acts =>
  commands.map((command) => ({
    ...{ command, name: { vi: command, en: command }, role: 'UNIT_HEAD', remark: null },
    obstacle: command.startsWith('-') ? obstacle : null,
  }));
const task = (kind: Task['kind'], ...commands: string[]) => ({ kind, status: 'OPEN', acts: acts(...commands) });

it('a task is overdue, due today, this week until Sunday, later, or not due', () => {
  const due = (dueOn: string | null, today: string) => groupOf({ dueOn }, today);
  // 2026-12-02 is a Wednesday.
  expect(
    [null, '2026-12-01', '2026-12-02', '2026-12-03', '2026-12-06', '2026-12-07'].map((on) => due(on, '2026-12-02')),
  ).toEqual(['undue', 'late', 'today', 'week', 'week', 'later']);
  expect(due('2026-12-07', '2026-12-06')).toBe('later');
});

it('what may be done now comes before what may not, and to hand a report in before making it again', () => {
  expect(mainActOf(task('registration', '-submit', 'withdraw'))?.command).toBe('withdraw');
  expect(mainActOf(task('registration', '-submit'))?.command).toBe('-submit');
  expect(mainActOf(task('report', 'consolidate', 'submit'))?.command).toBe('submit');
});

it('the same act on many things is told once: with days only where no order is broken', () => {
  const tasks = [task('registration', 'accept'), task('report', 'approve'), task('registration', 'accept')];
  const sizes = (group: 'late' | 'undue') => runsOf(tasks, group).map((run) => run.tasks.length);
  expect(sizes('late')).toEqual([1, 1, 1]);
  expect(sizes('undue')).toEqual([2, 1]);
});

it('what is overdue below leaves out what one’s own unit owes and what waits for oneself', () => {
  const reports = [
    { id: 'of-the-province', unitId: 'province' },
    { id: 'made-by-me', unitId: 'commune' },
    { id: 'below', unitId: 'commune' },
  ];
  const own = { units: [{ unitId: 'province' }], tasks: [{ id: 'made-by-me' }] };
  expect(belowOf(reports, own).map(({ id }) => id)).toEqual(['below']);
});
