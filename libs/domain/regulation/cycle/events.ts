import type { DomainEvent, LocalDate } from '../../kernel/index.ts';

/** The steps for which a cycle sets a deadline. */
export const CYCLE_STEPS = ['REGISTRATION', 'DOSSIER', 'APPRAISAL'] as const;
export type CycleStep = (typeof CYCLE_STEPS)[number];

/** Stream `cycle-<cycleId>`. */
export type CycleEvent =
  | DomainEvent<
      'CycleOpened',
      {
        readonly cycleId: string;
        readonly unitId: string;
        readonly name: string;
        /** The movement's year, or the first of a phase of several. */
        readonly year: number;
        readonly untilYear?: number;
        readonly movement: string;
        readonly regulationId: string;
        /** A deadline lies outside the cycle's years, as was asked for. */
        readonly deadlinesOutsideYear?: boolean;
        readonly registrationDeadline: LocalDate;
        readonly dossierDeadline: LocalDate;
        readonly appraisalDeadline: LocalDate;
      }
    >
  | DomainEvent<
      'DeadlineExtended',
      {
        readonly cycleId: string;
        readonly step: CycleStep;
        readonly originalDueOn: LocalDate;
        readonly dueOn: LocalDate;
        readonly reason: string;
        readonly document: { readonly number: string; readonly issuedOn: LocalDate };
      }
    >
  | DomainEvent<'CycleClosed', { readonly cycleId: string; readonly reason: string }>;
