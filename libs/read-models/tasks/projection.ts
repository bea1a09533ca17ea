import type { StoredEvent } from '#event-store';
import type { Projection } from '../projection.port.ts';
import { categoryOf, idOf } from '../tables/event.ts';
import type { RowState } from '../tables/row-state.ts';
import { applyRowState } from '../tables/row-state.ts';
import { evolveCommendationTask, evolveDecisionTask } from './book-tasks.ts';
import { evolveRegistrationTask } from './registration-tasks.ts';
import { evolveReportTask } from './report-tasks.ts';
import { tasks } from './table.ts';
import type { TaskRow } from './table.ts';

/** What a subject waits for after one of its events. */
const evolveTask = (row: TaskRow | undefined, event: StoredEvent): TaskRow | undefined => {
  switch (categoryOf(event)) {
    case 'registration':
      return evolveRegistrationTask(row, event);
    case 'commendation':
      return evolveCommendationTask(row, event);
    case 'decision':
      return evolveDecisionTask(row, event);
    case 'report':
      return evolveReportTask(row, event);
    default:
      return row;
  }
};

export const taskState: RowState<TaskRow> = {
  table: tasks,
  keysOf: (event) => [[idOf(event)]],
  evolve: (row, event) => evolveTask(row, event),
};

/** What waits for whom, and since when. */
export const tasksProjection: Projection = {
  name: 'tasks',
  version: 2,
  categories: ['registration', 'commendation', 'decision', 'report'],
  tables: [tasks],
  apply: async (events, tx) => {
    await applyRowState(taskState, events, tx);
  },
};
