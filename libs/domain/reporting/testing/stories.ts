import type { WorkingCalendar } from '../../calendar/index.ts';
import type { Actor, DocumentCitation, EvidenceRef } from '../../kernel/index.ts';
import { by, commandMeta } from '../../kernel/testing/spec.ts';
import type { FigureDefinition } from '../../regulation/events.ts';
import type {
  ApproveReport,
  ChildReport,
  CloseReport,
  ConsolidateReports,
  ExcuseReport,
  ExtendReport,
  MarkConsolidated,
  ObligeReport,
  OrderReminder,
  ReopenReport,
  ReturnReport,
  SubmitReport,
} from '../commands.ts';
import type { ReportEvent, ReportKind } from '../events.ts';

const unitOfficer: Actor = { personId: 'unit-officer', role: 'UNIT_OFFICER', unitId: 'commune' };
export const officer: Actor = { personId: 'officer', role: 'STANDING_BODY_OFFICER', unitId: 'province' };
export const system: Actor = { personId: 'system', role: 'SYSTEM', unitId: 'system' };

/** Wednesday 10 June 2026 in Vietnam: after the cutoff, before the due date. */
export const IN_TIME = '2026-06-10T02:00:00.000Z';

export const weekendsOnly: WorkingCalendar = { holidays: new Map(), makeUpDays: new Set() };

const definitions: readonly FigureDefinition[] = [
  { code: 'DANG_KY', name: 'Mô hình đăng ký', known: 'REGISTERED' },
  { code: 'TAP_THE', name: 'Mô hình tập thể', required: true },
  { code: 'CA_NHAN', name: 'Mô hình cá nhân' },
  { code: 'TONG', name: 'Tổng số', sumOf: ['TAP_THE', 'CA_NHAN'] },
];

const file: EvidenceRef = {
  evidenceId: 'e1',
  kind: 'RESULT_REPORT',
  fileName: 'bao-cao.pdf',
  sha256: 'b'.repeat(64),
  addedBy: 'unit-officer',
  addedAt: '2026-06-09T01:00:00.000Z',
};

const facts = { definitions, calendar: weekendsOnly, known: { DANG_KY: 4 }, evidence: [file] };
const meta = (actor: Actor, at = IN_TIME) => commandMeta({ actor, at });

export const oblige = (kind: ReportKind = 'OWN'): ObligeReport => ({
  type: 'ObligeReport',
  data: {
    reportId: 'r1',
    unitId: 'commune',
    kind,
    period: { kind: 'H1', year: 2026 },
    from: '2026-01-01',
    cutoff: '2026-05-31',
    dueOn: '2026-06-15',
    receiverId: 'province',
    regulationId: 'reg1',
  },
  facts: {},
  meta: meta(system),
});
export const submit = (
  data: Partial<SubmitReport['data']> = {},
  at = IN_TIME,
  actor: Actor = unitOfficer,
  now: readonly ChildReport[] = children,
): SubmitReport => ({
  type: 'SubmitReport',
  data: { figures: { TAP_THE: 3, CA_NHAN: 2 }, narrative: 'Sáu tháng đầu năm', evidenceIds: ['e1'], ...data },
  facts: { ...facts, children: now },
  meta: meta(actor, at),
});
export const sendBack = (data: Partial<ReturnReport['data']> = {}, actor: Actor = officer): ReturnReport => ({
  type: 'ReturnReport',
  data: { reason: 'Thiếu số liệu', dueOn: '2026-06-22', ...data },
  facts: {},
  meta: meta(actor),
});
export const approve = (actor: Actor = officer): ApproveReport => ({
  type: 'ApproveReport',
  data: {},
  facts: {},
  meta: meta(actor),
});
export const children: readonly ChildReport[] = [
  { unitId: 'a', reportId: 'ra', status: 'APPROVED', version: 1, figures: { DANG_KY: 4, TAP_THE: 3, CA_NHAN: null } },
  { unitId: 'b', reportId: 'rb', status: 'CLOSED', version: 2, figures: { DANG_KY: 1, TAP_THE: null, CA_NHAN: null } },
  { unitId: 'c', reportId: 'rc', status: 'SUBMITTED', version: 1, figures: { DANG_KY: 100, TAP_THE: 100 } },
  { unitId: 'd', reportId: 'rd', status: 'EXCUSED', version: 1 },
];
export const consolidate = (below: readonly ChildReport[] = children): ConsolidateReports => ({
  type: 'ConsolidateReports',
  data: {},
  facts: { definitions, children: below },
  meta: meta(officer),
});
export const markConsolidated = (version = 1): MarkConsolidated => ({
  type: 'MarkConsolidated',
  data: { intoReportId: 'above', version },
  facts: {},
  meta: meta(system),
});
export const close = (actor: Actor = officer): CloseReport => ({
  type: 'CloseReport',
  data: {},
  facts: {},
  meta: meta(actor),
});
export const reopen = (data: Partial<ReopenReport['data']> = {}, actor: Actor = officer): ReopenReport => ({
  type: 'ReopenReport',
  data: { reason: 'Đính chính', dueOn: '2026-07-10', ...data },
  facts: {},
  meta: meta(actor),
});
export const excuse = (reason = 'Đơn vị đã giải thể', actor: Actor = officer): ExcuseReport => ({
  type: 'ExcuseReport',
  data: { reason },
  facts: {},
  meta: meta(actor),
});
export const document: DocumentCitation = { number: '12-CV/BDV', issuedOn: '2026-06-09' };
export const extend = (data: Partial<ExtendReport['data']> = {}, actor: Actor = officer): ExtendReport => ({
  type: 'ExtendReport',
  data: { dueOn: '2026-06-30', reason: 'Bão lũ', document, ...data },
  facts: {},
  meta: meta(actor),
});

export const remind = (data: OrderReminder['data'] = {}, actor: Actor = officer, at = IN_TIME): OrderReminder => ({
  type: 'OrderReminder',
  data,
  facts: {},
  meta: meta(actor, at),
});

const its = { reportId: 'r1', version: 1 };
const obliged = (kind: ReportKind): ReportEvent => ({ type: 'ReportObliged', data: oblige(kind).data });
export const submitted: ReportEvent = {
  type: 'ReportSubmitted',
  data: {
    ...its,
    figures: { DANG_KY: 4, TAP_THE: 3, CA_NHAN: 2, TONG: 5 },
    locked: ['DANG_KY'],
    narrative: 'Sáu tháng đầu năm',
    evidence: [file],
    workingDaysLate: 0,
  },
};
export const returned: ReportEvent = {
  type: 'ReportReturned',
  data: { ...its, reason: 'Thiếu số liệu', dueOn: '2026-06-22' },
};
export const approved: ReportEvent = { type: 'ReportApproved', data: its };
export const taken: ReportEvent = { type: 'ReportConsolidated', data: { ...its, intoReportId: 'above' } };
export const closed: ReportEvent = { type: 'ReportClosed', data: its };
export const reopened: ReportEvent = {
  type: 'ReportReopened',
  data: { reportId: 'r1', version: 2, reason: 'Đính chính', dueOn: '2026-07-10' },
};
export const excused: ReportEvent = { type: 'ReportExcused', data: { ...its, reason: 'Đơn vị đã giải thể' } };
export const extended: ReportEvent = {
  type: 'ReportExtended',
  data: {
    ...its,
    ...{ originalDueOn: '2026-06-15', previousDueOn: '2026-06-15', dueOn: '2026-06-30', reason: 'Bão lũ', document },
  },
};
export const reminded: ReportEvent = {
  type: 'ReminderOrdered',
  data: { ...its, unitId: 'commune', dueOn: '2026-06-15' },
};
export const consolidated: ReportEvent = {
  type: 'ReportsConsolidated',
  data: {
    ...its,
    figures: { DANG_KY: 5, TAP_THE: 3, CA_NHAN: null, TONG: null },
    included: [
      { unitId: 'a', reportId: 'ra', version: 1 },
      { unitId: 'b', reportId: 'rb', version: 2 },
    ],
    missing: [{ unitId: 'c', reportId: 'rc', status: 'SUBMITTED' }],
    coverage: { included: 2, obliged: 3 },
  },
};
/** One more event of the same consolidation. */
export const continuedBy: ReportEvent = {
  type: 'ConsolidationContinued',
  data: {
    ...its,
    included: [{ unitId: 'd', reportId: 'rd', version: 1 }],
    missing: [{ unitId: 'e', reportId: 're', status: 'OPEN' }],
  },
};

const owing = by(system)(obliged('OWN'));
const handedIn = [...owing, ...by(unitOfficer, IN_TIME)(submitted)];
const accepted = [...handedIn, ...by(officer)(approved)];
const ended = [...accepted, ...by(officer)(closed)];

/** How a unit's own report came to each status. */
export const stories = {
  NONE: [],
  OPEN: owing,
  SUBMITTED: handedIn,
  REVISION_REQUESTED: [...handedIn, ...by(officer)(returned)],
  APPROVED: accepted,
  CONSOLIDATED: [...accepted, ...by(system)(taken)],
  CLOSED: ended,
  EXCUSED: [...owing, ...by(officer)(excused)],
};
export const reopenedStory = [...ended, ...by(officer)(reopened)];
/** A consolidated report that is owed, and one that is made already. */
export const owedConsolidated = by(system)(obliged('CONSOLIDATED'));
export const madeConsolidated = [...owedConsolidated, ...by(officer)(consolidated)];
export const remindedOnce = by(officer, IN_TIME)(reminded);
export const extendedOnce = by(officer)(extended);
/** Submitted by one person with the authority of another. */
export const submittedFor = (onBehalfOf: string, personId: string) =>
  by({ ...unitOfficer, personId, onBehalfOf }, IN_TIME)(submitted);
