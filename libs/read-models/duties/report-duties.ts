import type { reporting } from '#domain';
import type { StoredEvent } from '#event-store';
import { asEventOf, idOf } from '../tables/event.ts';
import { begun, done, moved } from './duty.ts';
import type { DutyRow } from './table.ts';

/** What a report owes after one of its events: it is owed while it is open, or asked for again. */
export const evolveReportDuty = (row: DutyRow | undefined, stored: StoredEvent): DutyRow | undefined => {
  const event = asEventOf<reporting.ReportEvent>(stored);
  const key = [idOf(stored), 'REPORT'] as const;
  switch (event.type) {
    case 'ReportObliged': {
      const { dueOn, unitId, regulationId, kind, period, receiverId } = event.data;
      return begun(row, stored, key, { dueOn, unitId, regulationId, report: { kind, period, receiverId } });
    }
    case 'ReportReturned':
    case 'ReportReopened':
      return row && begun(row, stored, key, { ...row, dueOn: event.data.dueOn });
    case 'ReportExtended':
      return moved(row, stored, event.data.dueOn);
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
