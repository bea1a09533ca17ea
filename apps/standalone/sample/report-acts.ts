import { reporting } from '#domain';
import { deriveId } from '#engine';
import type { ReportAsk } from '#use-cases';
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
  /** What is done to one unit's own report only; `step` is the end of the command's key. */
  act<Type extends ReportAsk['type']>(
    who: string,
    unit: string,
    step: string,
    type: Type,
    data: Extract<ReportAsk, { readonly type: Type }>['data'],
  ): Promise<string>;
}

export const createReportActs = (commands: SampleCommands, period: reporting.ReportingPeriod): ReportActs => {
  const idOf: ReportActs['idOf'] = (unit, kind) =>
    deriveId(commands.idOf('unit', unit), reporting.reportName(kind, period));
  const give = (who: string, unit: string, kind: reporting.ReportKind, step: string, what: What) =>
    commands.report(who, `${reporting.reportName(kind, period)}:${unit}:${step}`, {
      ...what,
      id: idOf(unit, kind),
    } as Parameters<SampleCommands['report']>[2]);
  const handIn = (who: string, unit: string, kind: reporting.ReportKind, data: Said) =>
    give(who, unit, kind, 'submit', { type: 'SubmitReport', data: { ...data, evidenceIds: [] } });
  return {
    idOf,
    act: (who, unit, step, type, data) => give(who, unit, 'OWN', step, { type, data }),
    submit: (units) => inParallel(units, (unit) => handIn(headOf(unit), unit, 'OWN', own(meetingsOf(unit)))),
    approve: (units, kind) =>
      inParallel(units, (unit) =>
        give(examinerOf(receiverOf(unit)), unit, kind, 'approve', { type: 'ApproveReport', data: {} }),
      ),
    consolidate: (units) =>
      inParallel(units, (unit) =>
        give(examinerOf(unit), unit, 'CONSOLIDATED', 'consolidate', { type: 'ConsolidateReports', data: {} }),
      ),
    submitConsolidated: (units) => inParallel(units, (unit) => handIn(examinerOf(unit), unit, 'CONSOLIDATED', SUMMED)),
  };
};

type What = Pick<ReportAsk, 'type' | 'data'>;

type Said = Pick<reporting.SubmitReport['data'], 'figures' | 'narrative'>;

const own = (meetings: number): Said => ({
  figures: { BUOI_TUYEN_TRUYEN: meetings, LUOT_NAM: meetings * 21, LUOT_NU: meetings * 34 },
  narrative: 'Phong trào được triển khai đến từng thôn, tổ dân phố; nhân dân đồng thuận.',
});

const SUMMED: Said = { figures: {}, narrative: 'Tổng hợp từ báo cáo của các đơn vị trực thuộc.' };
