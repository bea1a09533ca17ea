import { idOf } from '#domain';
import type { RecordedIn } from '#event-store';
import { begun, done, moved } from './duty.ts';
import type { DutyRow } from './table.ts';

/** What a report owes after one of its events: it is owed while it is open, or asked for again. */
export const evolveReportDuty = (row: DutyRow | undefined, event: RecordedIn<'report'>): DutyRow | undefined => {
  const key = [idOf(event.stream), 'REPORT'] as const;
  switch (event.type) {
    case 'ReportObliged': {
      const { dueOn, unitId, regulationId, kind, period, receiverId } = event.data;
      return begun(row, event, key, { dueOn, unitId, regulationId, report: { kind, period, receiverId } });
    }
    case 'ReportReturned':
    case 'ReportReopened':
      return row && begun(row, event, key, { ...row, dueOn: event.data.dueOn });
    case 'ReportExtended':
      return moved(row, event, event.data.dueOn);
    case 'ReportSubmitted':
    case 'ReportApproved':
    case 'ReportConsolidated':
    case 'ReportClosed':
    case 'ReportExcused':
      return done(row);
    case 'ReportsConsolidated':
      return row;
  }
};
