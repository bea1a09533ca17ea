import { calendar, regulation, reporting, type LocalDate } from '#domain';
import { definitionsIn, type OwedReport } from './report-facts.ts';

/** One figure as it is to be filled in. */
interface FormFigure {
  readonly code: string;
  readonly name: string;
  readonly required: boolean;
  /** It must be the sum of these; empty when it is no total. */
  readonly sumOf: readonly string[];
  /** It comes from the log or from a consolidation, and cannot be typed. */
  readonly locked: boolean;
  /** As it is known now, or else as it was submitted last; null is "no data". */
  readonly value: number | null;
}

/** What a unit has to fill in, and by when. */
export interface ReportForm {
  readonly id: string;
  readonly kind: reporting.ReportKind;
  readonly period: reporting.ReportingPeriod;
  readonly status: reporting.ReportStatusName;
  readonly version: number;
  readonly revision: number;
  readonly figures: readonly FormFigure[];
  readonly narrative: string;
  readonly lastSubmission: Pick<
    reporting.Submission,
    'version' | 'submittedOn' | 'workingDaysLate' | 'evidence'
  > | null;
  readonly due: {
    readonly dueOn: LocalDate;
    readonly originalDueOn: LocalDate;
    /** Working days from today to the due date; negative when it has passed. */
    readonly workingDays: number;
    /** How they were counted. */
    readonly sentence: string;
  };
}

export interface Filling {
  readonly content: regulation.RegulationContent;
  readonly known: reporting.Figures;
  readonly revision: number;
  readonly today: LocalDate;
  readonly language: 'vi' | 'en';
}

export const reportForm = (report: OwedReport, { content, known, revision, today, language }: Filling): ReportForm => {
  const last = 'submission' in report ? report.submission : undefined;
  const { reportId: id, kind, period, status, version } = report;
  return {
    ...{ id, kind, period, status, version, revision },
    figures: definitionsIn(content).map((definition) => figureOf(definition, report, known, last)),
    narrative: last?.narrative ?? '',
    lastSubmission:
      last === undefined
        ? null
        : {
            version: last.version,
            submittedOn: last.submittedOn,
            workingDaysLate: last.workingDaysLate,
            evidence: last.evidence,
          },
    due: dueOf(report, content, today, language),
  };
};

const figureOf = (
  { code, name, known: source, sumOf = [], required = false }: regulation.FigureDefinition,
  report: OwedReport,
  known: reporting.Figures,
  last: reporting.Submission | undefined,
): FormFigure => {
  const locked = report.kind === 'CONSOLIDATED' || source !== undefined;
  const lockedIn = report.kind === 'CONSOLIDATED' ? (report.consolidation?.figures ?? {}) : known;
  return {
    ...{ code, name, required, sumOf, locked },
    value: reporting.figureOf(locked ? lockedIn : (last?.figures ?? {}), code),
  };
};

const dueOf = (
  { dueOn, originalDueOn }: OwedReport,
  content: regulation.RegulationContent,
  today: LocalDate,
  language: Filling['language'],
): ReportForm['due'] => {
  const days = regulation.calendarOf(content);
  const workingDays = calendar.workingDaysBetween(days, today, dueOn);
  const sentence = calendar.dueSentence(days, { today, dueOn }, language);
  return { dueOn, originalDueOn, workingDays, sentence };
};
