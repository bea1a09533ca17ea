import type { reminding, reporting } from '#domain';
import { document, ids, minutes, type Samples } from './common.ts';

const { model: reportId, unit: unitId, other: receiverId, regulation: regulationId, person: personId } = ids;
const version = 1;

export const reportSamples: Samples<reporting.ReportEvent['type']> = {
  ReportObliged: {
    reportId,
    unitId,
    kind: 'OWN',
    period: { kind: 'H1', year: 2026 },
    from: '2026-01-01',
    cutoff: '2026-05-31',
    dueOn: '2026-06-15',
    receiverId,
    regulationId,
  },
  ReportSubmitted: {
    reportId,
    version,
    figures: { DANG_KY: 4, HOI_VIEN: null },
    locked: ['DANG_KY'],
    narrative: 'Sáu tháng đầu năm đã đăng ký bốn mô hình.',
    evidence: [minutes],
    workingDaysLate: 2,
  },
  ReportReturned: { reportId, version, reason: 'Thiếu số hội viên', dueOn: '2026-06-22' },
  ReportApproved: { reportId, version },
  ReportsConsolidated: {
    reportId,
    version,
    figures: { DANG_KY: 4 },
    included: [{ unitId, reportId: ids.registration, version }],
    missing: [{ unitId: receiverId, reportId: ids.commendation, status: 'OPEN' }],
    coverage: { included: 1, obliged: 2 },
  },
  ConsolidationContinued: {
    reportId,
    version,
    included: [{ unitId, reportId: ids.registration, version }],
    missing: [{ unitId: receiverId, reportId: ids.commendation, status: 'OPEN' }],
  },
  ReportConsolidated: { reportId, version, intoReportId: ids.decision },
  ReportClosed: { reportId, version },
  ReportReopened: { reportId, version: 2, reason: 'Đính chính số liệu', dueOn: '2026-07-10' },
  ReportExcused: { reportId, version, reason: 'Đơn vị đã giải thể' },
  ReportExtended: {
    reportId,
    version,
    originalDueOn: '2026-06-15',
    previousDueOn: '2026-06-15',
    dueOn: '2026-06-30',
    reason: 'Bão lũ',
    document,
  },
  ReminderOrdered: { reportId, version, unitId, dueOn: '2026-06-15', note: 'Đề nghị nộp trong ngày' },
};

const duty = {
  dutyId: ids.decision,
  kind: 'REPORT',
  subjectId: reportId,
  unitId,
  dueOn: '2026-06-15',
} as const;

export const reminderSamples: Samples<(reminding.ReminderEvent | reminding.RecipientEvent)['type']> = {
  ReminderSent: {
    ...duty,
    messageId: ids.cycle,
    rungs: ['T-10', 'T-3'],
    recipient: 'OFFICER',
    personId,
    channel: 'EMAIL',
    movedUp: true,
  },
  ReminderFailed: {
    ...duty,
    rungs: ['T-3'],
    recipient: 'OFFICER',
    personId,
    messageId: ids.cycle,
    channel: 'EMAIL',
    cause: 'address-refused',
    movedTo: 'T+1',
  },
  ReminderRetried: { ...duty, messageId: ids.cycle, reason: 'Đã sửa địa chỉ thư' },
  ReportOverdue: { ...duty, receiverId },
  ReportEscalated: { ...duty, rung: 'T+3', recipient: 'RECEIVING_BODY' },
  DeliveryChosen: { personId, email: false, language: 'vi' },
};
