import type { regulation, reminding, reporting } from '#domain';
import { registeringUnits } from '../sample/province.ts';
import { meetingsOf, reportingUnits } from '../sample/report-acts.ts';
import type { Cast } from './cast.ts';
import { namesOf, type Names } from './names.ts';
import type { YearContext } from './year-context.ts';
import { dayMonthYear, tell } from './story.ts';

type Standings = Readonly<Partial<Record<reporting.Standing, number>>>;

interface Board {
  readonly text: string;
  readonly byStanding: Readonly<Record<reporting.Standing, number>>;
  readonly overdueUnits: readonly { readonly unitId: string; readonly workingDays: number }[];
}

const STANDINGS: Readonly<Record<reporting.Standing, string>> = {
  ON_TIME: 'đúng hạn hoặc còn hạn',
  DUE_SOON: 'sắp đến hạn',
  OVERDUE: 'quá hạn',
  LATE: 'nộp chậm',
  MISSING: 'thiếu',
  EXCUSED: 'được miễn',
};

/** The board of the period on a day, beside how many must stand how, and who must be overdue by how many days. */
export const tellBoard = async (
  { cast, commands }: YearContext,
  date: string,
  expected: Standings,
  overdue: readonly string[],
  days: number,
): Promise<boolean> => {
  const board = await cast.get<Board>('auditor', `/api/reports/coverage?period=H1-${date.slice(0, 4)}&kind=OWN`);
  const standings = Object.keys(STANDINGS) as reporting.Standing[];
  const counted = standings.filter((each) => board.byStanding[each] > 0);
  tell(
    `Bảng theo dõi ngày ${dayMonthYear(date)}: đã nộp ${board.text}; ${counted.map((each) => `${STANDINGS[each]} ${String(board.byStanding[each])}`).join(', ')}`,
  );
  const names = namesOf(commands);
  for (const { unitId, workingDays } of board.overdueUnits) {
    tell(`  ${names.unit(unitId)}: quá hạn ${String(workingDays)} ngày làm việc`);
  }
  const ids = overdue.map((unit) => commands.idOf('unit', unit)).sort();
  const found = board.overdueUnits.map(({ unitId }) => unitId).sort();
  return (
    standings.every((each) => board.byStanding[each] === (expected[each] ?? 0)) &&
    found.join() === ids.join() &&
    board.overdueUnits.every(({ workingDays }) => workingDays === days)
  );
};

interface Proof {
  readonly type: reminding.ReminderEvent['type'];
  readonly rungs: readonly string[];
  readonly recipient: regulation.RungRecipient | null;
  readonly personId: string | null;
  readonly channel: reminding.Channel | null;
  readonly recordedAt: string;
}

const RECIPIENTS: Readonly<Record<regulation.RungRecipient, string>> = {
  OFFICER: 'cán bộ phụ trách',
  HEAD: 'thủ trưởng đơn vị',
  RECEIVING_BODY: 'cơ quan tiếp nhận',
  RECEIVING_HEAD: 'thủ trưởng cơ quan tiếp nhận',
};

const CHANNELS: Readonly<Record<reminding.Channel, string>> = { EMAIL: 'thư điện tử', INBOX: 'hộp tin trong hệ thống' };

/** What must have been sent for a report nobody handed in, in order: those with an account have an inbox too. */
const LADDER = [
  'T-10 OFFICER EMAIL',
  'T-10 OFFICER INBOX',
  'T-3 OFFICER EMAIL',
  'T-3 OFFICER INBOX',
  'T0 OFFICER EMAIL',
  'T0 OFFICER INBOX',
  'T+1 HEAD EMAIL',
  'T+1 HEAD INBOX',
  'T+3 RECEIVING_BODY EMAIL',
  'T+5 RECEIVING_HEAD EMAIL',
];

/** Every reminder of one report, oldest first: when, to whom, how, on which rung. */
export const tellProof = async (cast: Cast, names: Names, reportId: string): Promise<boolean> => {
  const { items } = await cast.get<{ readonly items: readonly Proof[] }>(
    'auditor',
    `/api/reminders?subject=${reportId}&limit=200`,
  );
  const entries = items.toReversed();
  for (const entry of entries) tell(`${dayMonthYear(entry.recordedAt)}  ${proofLine(entry, names)}`);
  const sent = entries.flatMap(({ type, rungs, recipient, channel }) =>
    type === 'ReminderSent' ? [`${rungs.join('+')} ${String(recipient)} ${String(channel)}`] : [],
  );
  const countOf = (type: Proof['type']): number => entries.filter((entry) => entry.type === type).length;
  return (
    sent.sort().join() === LADDER.toSorted().join() &&
    countOf('ReportOverdue') === 1 &&
    countOf('ReportEscalated') === 2 &&
    countOf('ReminderFailed') === 0
  );
};

const proofLine = ({ type, rungs, recipient, personId, channel }: Proof, names: Names): string => {
  const rung = rungs.join(', ').padEnd(4);
  const role = recipient === null ? '' : RECIPIENTS[recipient];
  switch (type) {
    case 'ReminderSent':
      return `${rung}  đã nhắc ${role}: ${names.person(personId)}, qua ${channel === null ? '' : CHANNELS[channel]}`;
    case 'ReportOverdue':
      return '      báo cáo quá hạn';
    case 'ReportEscalated':
      return `${rung}  báo lên ${role}`;
    case 'ReminderFailed':
      return `${rung}  không nhắc được ${role}`;
    case 'ReminderRetried':
      return `${rung}  gửi lại`;
  }
};

interface Consolidated {
  readonly consolidation: {
    readonly figures: reporting.Figures;
    readonly coverage: reporting.Coverage;
    readonly missing: readonly { readonly unitId: string }[];
  } | null;
}

const MEETINGS = 'BUOI_TUYEN_TRUYEN';

/** What a commune made of the reports below it: how many of them, the sum, and who is not in it. */
export const tellConsolidation = (
  context: YearContext,
  reportId: string,
  commune: string,
  missing: readonly string[],
): Promise<boolean> => {
  const below = registeringUnits.filter((unit) => unit.startsWith(`${commune}/`));
  return tellSum(context, reportId, { obliged: below.length, below, missing, named: missing });
};

/** What the province made: two reports of each commune, and through them everybody's but the missing. */
export const tellProvince = (context: YearContext, reportId: string, missing: readonly string[]): Promise<boolean> => {
  const obliged = 2 * reportingUnits.filter((unit) => !registeringUnits.includes(unit)).length;
  return tellSum(context, reportId, { obliged, below: reportingUnits, missing, named: [] });
};

const tellSum = async (
  { cast, commands }: YearContext,
  reportId: string,
  expected: {
    readonly obliged: number;
    readonly below: readonly string[];
    /** Whose figures are not in the sum. */
    readonly missing: readonly string[];
    /** Those of them that this report names; others are named by the reports it is made of. */
    readonly named: readonly string[];
  },
): Promise<boolean> => {
  const { consolidation } = await cast.get<Consolidated>('auditor', `/api/reports/${reportId}`);
  if (consolidation === null) return false;
  const { figures, coverage, missing } = consolidation;
  const sum = expected.below
    .filter((unit) => !expected.missing.includes(unit))
    .reduce((all, unit) => all + meetingsOf(unit), 0);
  const agrees =
    figures[MEETINGS] === sum &&
    coverage.obliged === expected.obliged &&
    coverage.included === expected.obliged - expected.named.length &&
    missing.map(({ unitId }) => unitId).join() === expected.named.map((unit) => commands.idOf('unit', unit)).join();
  const names = namesOf(commands);
  const those =
    missing.length === 0 ? 'không thiếu' : `thiếu ${missing.map(({ unitId }) => names.unit(unitId)).join(', ')}`;
  tell(
    `Gộp ${String(coverage.included)}/${String(coverage.obliged)} báo cáo (${those}): ${String(figures[MEETINGS])} buổi tuyên truyền, ${String(figures.LUOT_NGUOI)} lượt người — ${agrees ? 'khớp' : `KHÔNG KHỚP, phải là ${String(sum)} buổi`}`,
  );
  return agrees;
};
