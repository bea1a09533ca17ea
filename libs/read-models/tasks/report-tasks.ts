import { reporting } from '#domain';
import type { RecordedIn } from '#event-store';
import { REPORT_WAITS } from './awaited.ts';
import type { TaskRow } from './table.ts';
import { awaiting, waitFor } from './wait.ts';

/** What a report waits for after one of its events. */
export const evolveReportTask = (row: TaskRow | undefined, event: RecordedIn<'report'>): TaskRow | undefined => {
  if (event.type === 'ReportObliged') return obliged(event.data, event);
  if (!row?.report) return row;
  const { kind, receiverId } = row.report;
  if (event.type === 'ReportExtended') return { ...row, dueOn: event.data.dueOn, position: event.position };
  const status = reporting.statusAfter[event.type];
  if (status === 'same') return row;
  const asked = event.type === 'ReportReturned' || event.type === 'ReportReopened';
  const wait = { status, acts: REPORT_WAITS[kind][status], dueOn: asked ? event.data.dueOn : null };
  const waiting = waitFor(row, event, wait);
  return event.type === 'ReportSubmitted' ? { ...waiting, actingUnitId: receiverId } : waiting;
};

type Obliged = Extract<reporting.ReportEvent, { readonly type: 'ReportObliged' }>['data'];

const obliged = (
  { reportId, unitId, kind, period, dueOn, receiverId }: Obliged,
  event: RecordedIn<'report'>,
): TaskRow => ({
  id: reportId,
  kind: 'report',
  unitId,
  actingUnitId: unitId,
  cycleId: null,
  title: titleOf(kind, period),
  status: 'OPEN',
  since: event.meta.effectiveOn,
  dueOn,
  ...awaiting(REPORT_WAITS[kind].OPEN),
  team: null,
  report: { kind, receiverId },
  position: event.position,
});

const PERIODS = { H1: '06 tháng', ANNUAL: 'năm' } as const;

/** As the paper is called. */
const titleOf = (kind: reporting.ReportKind, { kind: period, year }: reporting.ReportingPeriod): string =>
  `${kind === 'OWN' ? 'Báo cáo' : 'Báo cáo tổng hợp'} ${PERIODS[period]} ${String(year)}`;
