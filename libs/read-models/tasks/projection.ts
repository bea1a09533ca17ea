import { idOf } from '#domain';
import { isIn, type RecordedIn } from '#event-store';
import type { Projection } from '../projection.port.ts';
import { applyRowState, type RowKey, type RowState } from '../tables/row-state.ts';
import { tasks, type TaskRow } from './table.ts';
import {
  evolveAppointmentTask,
  evolveCommendationTask,
  evolveDecisionTask,
  evolveRegistrationTask,
  evolveRegulationTask,
  evolveReportTask,
} from './task.ts';

/** What a subject waits for after one of its events. */
const evolveTask = (row: TaskRow | undefined, event: RecordedIn<TaskCategory>): TaskRow | undefined => {
  if (isIn(event, 'registration')) return evolveRegistrationTask(row, event);
  if (isIn(event, 'commendation')) return evolveCommendationTask(row, event);
  if (isIn(event, 'decision')) return evolveDecisionTask(row, event);
  if (isIn(event, 'regulation')) return evolveRegulationTask(row, event);
  return isIn(event, 'report') ? evolveReportTask(row, event) : evolveAppointmentTask(row, event);
};

const appointmentOf = ({ data }: RecordedIn<'person'>): readonly RowKey[] =>
  'appointmentId' in data ? [[data.appointmentId]] : [];

const CATEGORIES = ['registration', 'commendation', 'decision', 'report', 'person', 'regulation'] as const;
type TaskCategory = (typeof CATEGORIES)[number];

export const taskState: RowState<TaskRow, TaskCategory> = {
  table: tasks,
  categories: CATEGORIES,
  keysOf: (event) => (isIn(event, 'person') ? appointmentOf(event) : [[idOf(event.stream)]]),
  evolve: evolveTask,
};

/** What waits for whom, and since when. */
export const tasksProjection: Projection<TaskCategory> = {
  name: 'tasks',
  version: 12,
  categories: CATEGORIES,
  tables: [tasks],
  apply: async (events, tx) => {
    await applyRowState(taskState, events, tx);
  },
};
