import { reporting, type DataOf } from '#domain';
import type { RecordedIn } from '#event-store';
import type { TaskRow } from './table.ts';
import { waitFor } from './wait.ts';

/** What a report waits for after one of its events: of the unit that owes it, or of the one that receives it. */
export const evolveReportTask = (row: TaskRow | undefined, event: RecordedIn<'report'>): TaskRow | undefined => {
  const subject = event.type === 'ReportObliged' ? obliged(event.data) : row;
  if (!subject?.report) return row;
  const dueOn = reporting.dueOnAfter(event, row?.dueOn ?? undefined);
  const status = reporting.statusAfter[event.type];
  if (status === 'same') return row && { ...row, dueOn: dueOn ?? null, position: event.position };
  const { kind, receiverId } = subject.report;
  const acts = reporting.awaitedIn(status, kind);
  const received = acts.some(({ command }) => reporting.BY_RECEIVER.includes(command));
  return waitFor(subject, event, { status, acts, dueOn, ...(received ? { actingUnitId: receiverId } : {}) });
};

const obliged = ({ reportId: id, unitId, kind, period, receiverId }: DataOf<'ReportObliged'>) =>
  ({ kind: 'report', id, unitId, cycleId: null, title: titleOf(kind, period), report: { kind, receiverId } }) as const;

const PERIODS = { H1: '06 tháng', ANNUAL: 'năm' } as const;

/** As the paper is called. */
const titleOf = (kind: reporting.ReportKind, { kind: period, year }: reporting.ReportingPeriod): string =>
  `${kind === 'OWN' ? 'Báo cáo' : 'Báo cáo tổng hợp'} ${PERIODS[period]} ${String(year)}`;
