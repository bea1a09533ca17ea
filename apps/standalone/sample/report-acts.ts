import { reporting } from '#domain';
import { deriveId } from '#engine';
import { communes, headOf, officerOf, PROVINCE, registeringUnits } from './province.ts';
import { inParallel, type SampleCommands } from './sample-commands.ts';

/** Every unit that owes a report of its own. */
export const reportingUnits: readonly string[] = [...communes, ...registeringUnits];

/** Who receives, sums and examines for a unit. */
export const examinerOf = (unit: string): string => (unit === PROVINCE ? 'standing-body' : officerOf(unit));

/** The unit a report is owed to. */
export const receiverOf = (unit: string): string => {
  const [commune = ''] = unit.split('/');
  return unit === commune ? PROVINCE : commune;
};

/** How many meetings a unit reports; the people who came follow from it. */
export const meetingsOf = (unit: string): number => 2 + (reportingUnits.indexOf(unit) % 7);

/** What units do with their reports of one period. */
export interface ReportActs {
  idOf(unit: string, kind: reporting.ReportKind): string;
  /** Units hand in their own reports. */
  submit(units: readonly string[]): Promise<void>;
  /** The units above approve them. */
  approve(units: readonly string[], kind: reporting.ReportKind): Promise<void>;
  /** Units sum what they approved of the units below them. */
  consolidate(units: readonly string[]): Promise<void>;
  /** Units hand in what they summed. */
  submitConsolidated(units: readonly string[]): Promise<void>;
  /** The key of a command, for what is done to one report only. */
  keyOf(unit: string, kind: reporting.ReportKind, command: string): string;
}

export const createReportActs = (commands: SampleCommands, period: reporting.ReportingPeriod): ReportActs => {
  const idOf: ReportActs['idOf'] = (unit, kind) =>
    deriveId(commands.idOf('unit', unit), reporting.reportName(kind, period));
  const keyOf: ReportActs['keyOf'] = (unit, kind, command) =>
    `${reporting.reportName(kind, period)}:${unit}:${command}`;
  const handIn = (who: string, unit: string, kind: reporting.ReportKind, data: Said): Promise<string> =>
    commands.report(who, keyOf(unit, kind, 'submit'), {
      type: 'SubmitReport',
      id: idOf(unit, kind),
      data: { ...data, evidenceIds: [] },
    });
  return {
    idOf,
    keyOf,
    submit: (units) => inParallel(units, (unit) => handIn(headOf(unit), unit, 'OWN', own(meetingsOf(unit)))),
    approve: (units, kind) =>
      inParallel(units, (unit) =>
        commands.report(examinerOf(receiverOf(unit)), keyOf(unit, kind, 'approve'), {
          type: 'ApproveReport',
          id: idOf(unit, kind),
          data: {},
        }),
      ),
    consolidate: (units) =>
      inParallel(units, (unit) =>
        commands.report(examinerOf(unit), keyOf(unit, 'CONSOLIDATED', 'consolidate'), {
          type: 'ConsolidateReports',
          id: idOf(unit, 'CONSOLIDATED'),
          data: {},
        }),
      ),
    submitConsolidated: (units) => inParallel(units, (unit) => handIn(examinerOf(unit), unit, 'CONSOLIDATED', SUMMED)),
  };
};

type Said = Pick<reporting.SubmitReport['data'], 'figures' | 'narrative'>;

const own = (meetings: number): Said => ({
  figures: { BUOI_TUYEN_TRUYEN: meetings, LUOT_NAM: meetings * 21, LUOT_NU: meetings * 34 },
  narrative: 'Phong trào được triển khai đến từng thôn, tổ dân phố; nhân dân đồng thuận.',
});

const SUMMED: Said = { figures: {}, narrative: 'Tổng hợp từ báo cáo của các đơn vị trực thuộc.' };
