import type { LocalDate } from '../../kernel/index.ts';
import type { RegulationContent } from '../events.ts';
import type { CycleStep } from './events.ts';

/** The three deadlines a cycle sets, in the order in which they fall. */
export interface CycleDates {
  readonly registrationDeadline: LocalDate;
  readonly dossierDeadline: LocalDate;
  readonly appraisalDeadline: LocalDate;
}

/** A deadline with its history: the original day stays readable beside the day that counts. */
export interface Deadline {
  readonly originalDueOn: LocalDate;
  /** The last day on which the step is on time. */
  readonly dueOn: LocalDate;
}

export type CycleDeadlines = Readonly<Record<CycleStep, Deadline>>;

/** The deadlines a regulation proposes for a cycle. */
export const datesOf = (content: RegulationContent): CycleDates => ({
  registrationDeadline: content.registration.deadline,
  dossierDeadline: content.dossier.deadline,
  appraisalDeadline: content.appraisal.deadline,
});

/** Deadlines that nothing has extended yet. */
export const originalDeadlines = (dates: CycleDates): CycleDeadlines => ({
  REGISTRATION: { originalDueOn: dates.registrationDeadline, dueOn: dates.registrationDeadline },
  DOSSIER: { originalDueOn: dates.dossierDeadline, dueOn: dates.dossierDeadline },
  APPRAISAL: { originalDueOn: dates.appraisalDeadline, dueOn: dates.appraisalDeadline },
});

/** Registration closes before the dossiers are due, and these before the appraisal ends; the same day is allowed. */
export const inOrder = (deadlines: CycleDeadlines): boolean =>
  deadlines.REGISTRATION.dueOn <= deadlines.DOSSIER.dueOn && deadlines.DOSSIER.dueOn <= deadlines.APPRAISAL.dueOn;
