import { idOf, reporting, type DataOf } from '#domain';
import type { RecordedIn } from '#event-store';
import { begun, done, moved } from './duty.ts';
import type { DutyRow } from './table.ts';

/** What a report owes after one of its events: it is owed while it is open, or asked for again. */
export const evolveReportDuty = (row: DutyRow | undefined, event: RecordedIn<'report'>): DutyRow | undefined => {
  const due = reporting.dueOnAfter(event, row?.dueOn ?? undefined);
  if (due === undefined) return done(row);
  if (reporting.statusAfter[event.type] === 'same') return due === row?.dueOn ? row : moved(row, event, due);
  const owed = event.type === 'ReportObliged' ? obliged(event.data) : row;
  return owed && begun(row, event, [idOf(event.stream), 'REPORT'], { ...owed, dueOn: due });
};

const obliged = ({ unitId, regulationId, kind, period, receiverId }: DataOf<'ReportObliged'>) => ({
  ...{ unitId, regulationId },
  report: { kind, period, receiverId },
});
