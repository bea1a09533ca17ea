import type { reminding, reporting } from '#domain';
import type { Happening } from './movement-history.ts';
import { commune, id, PROVINCE, Recorder } from './movement-history.ts';

/** How far a report of a made-up history goes. */
export const REPORT_ENDINGS = [
  'owed',
  'extended',
  'excused',
  'submitted',
  'returned',
  'approved',
  'consolidated',
  'closed',
  'reopened',
] as const;

export type ReportEnding = (typeof REPORT_ENDINGS)[number];

/** One report of a made-up history: of a commune for the first half of 2026, due on 15 June, unless told. */
export interface ReportLife {
  readonly ending: ReportEnding;
  readonly unitId: string;
  readonly receiverId?: string;
  readonly kind?: reporting.ReportKind;
  readonly period?: reporting.ReportingPeriod;
  readonly dueOn?: string;
  readonly regulationId?: string;
  readonly workingDaysLate?: number;
  readonly figures?: reporting.Figures;
}

const DAY = '2026-06-15';
const document = { number: '12-CV/BDV', issuedOn: '2026-06-10' };

/** Everything that happened to one report, in order. */
export const reportLifeOf = (number: number, life: ReportLife): Happening[] => {
  const world = new Recorder(0x5000_0000 + number);
  for (const event of eventsOf(number, life)) world.record(`report-${id('report', number)}`, event);
  return world.happenings;
};

const eventsOf = (number: number, life: ReportLife): reporting.ReportEvent[] => {
  const { ending, dueOn = DAY, kind = 'OWN' } = life;
  const of = { reportId: id('report', number), version: 1 };
  const whole: reporting.ReportEvent[] = kind === 'CONSOLIDATED' ? [consolidation(of)] : [];
  const submitted = [obliged(of.reportId, life), ...whole, submission(of, life)];
  const approved = [...submitted, { type: 'ReportApproved', data: of } as const];
  const intoReportId = id('report', 999);
  const consolidated = [...approved, { type: 'ReportConsolidated', data: { ...of, intoReportId } } as const];
  const closed = [...consolidated, { type: 'ReportClosed', data: of } as const];
  const again = { ...of, reason: 'Số liệu chưa khớp', dueOn: '2026-07-01' };
  const later = { originalDueOn: dueOn, previousDueOn: dueOn, dueOn: '2026-06-30', reason: 'Mưa lũ', document };
  const histories: Readonly<Record<ReportEnding, reporting.ReportEvent[]>> = {
    owed: [obliged(of.reportId, life)],
    extended: [obliged(of.reportId, life), { type: 'ReportExtended', data: { ...of, ...later } }],
    excused: [obliged(of.reportId, life), { type: 'ReportExcused', data: { ...of, reason: 'Đơn vị giải thể' } }],
    submitted,
    returned: [...submitted, { type: 'ReportReturned', data: again }],
    approved,
    consolidated,
    closed,
    reopened: [...closed, { type: 'ReportReopened', data: { ...again, version: 2 } }],
  };
  return histories[ending];
};

const obliged = (reportId: string, life: ReportLife): reporting.ReportEvent => ({
  type: 'ReportObliged',
  data: {
    reportId,
    unitId: life.unitId,
    kind: life.kind ?? 'OWN',
    period: life.period ?? { kind: 'H1', year: 2026 },
    from: '2026-01-01',
    cutoff: '2026-05-31',
    dueOn: life.dueOn ?? DAY,
    receiverId: life.receiverId ?? PROVINCE,
    regulationId: life.regulationId ?? id('regulation', 1),
  },
});

type Of = { readonly reportId: string; readonly version: number };

const submission = (
  of: Of,
  { figures = { SO_MO_HINH: 3 }, workingDaysLate = 0 }: ReportLife,
): reporting.ReportEvent => ({
  type: 'ReportSubmitted',
  data: { ...of, figures, locked: [], narrative: 'Phong trào được giữ vững.', evidence: [], workingDaysLate },
});

const consolidation = (of: Of): reporting.ReportEvent => ({
  type: 'ReportsConsolidated',
  data: {
    ...of,
    figures: { SO_MO_HINH: 3 },
    included: [{ unitId: commune(1), reportId: id('report', 1), version: 1 }],
    missing: [{ unitId: commune(2), reportId: id('report', 2), status: 'OPEN' }],
    coverage: { included: 1, obliged: 2 },
  },
});

/** How one duty was reminded of: an e-mail, one that failed and was tried again, and the way up the ladder. */
export const remindersOf = (number: number, duty: reminding.Duty): Happening[] => {
  const world = new Recorder(0x6000_0000 + number);
  const messageId = id('message', number);
  const failed = { rungs: ['T+0'], recipient: 'HEAD', messageId, channel: 'EMAIL', cause: 'address-refused' } as const;
  const sent = { rungs: ['T-10', 'T-5'], recipient: 'OFFICER', channel: 'EMAIL', messageId: id('message', 0) } as const;
  const events: reminding.ReminderEvent[] = [
    { type: 'ReminderSent', data: { ...duty, ...sent, personId: id('person', 1) } },
    { type: 'ReminderFailed', data: { ...duty, ...failed } },
    { type: 'ReminderRetried', data: { ...duty, messageId, reason: 'Đã sửa địa chỉ' } },
    { type: 'ReportOverdue', data: { ...duty, receiverId: PROVINCE } },
    { type: 'ReportEscalated', data: { ...duty, rung: 'T+3', recipient: 'RECEIVING_BODY' } },
  ];
  for (const event of events) world.record(`reminder-${duty.dutyId}`, event);
  return world.happenings;
};
