import type { DocumentKind, DomainEvent, LocalDate } from '../kernel/index.ts';
import type { UnitKind } from '../organization/events.ts';

export const SUBJECT_TYPES = ['COLLECTIVE', 'INDIVIDUAL'] as const;
export type SubjectType = (typeof SUBJECT_TYPES)[number];

export interface CodeName {
  readonly code: string;
  readonly name: string;
}

export interface Criterion extends CodeName {
  /** Whole points; 1 in a PASS_FAIL set. */
  readonly maxPoints: number;
  /** A veto: failing it fails the appraisal whatever the total. */
  readonly mandatory: boolean;
}

/** Inclusive bounds in whole points of the set's total. */
export interface Band extends CodeName {
  readonly from: number;
  readonly to: number;
}

export interface CriteriaSet {
  readonly method: 'PASS_FAIL' | 'POINTS';
  readonly criteria: readonly Criterion[];
  readonly bands: readonly Band[];
  /** Whole points needed to pass. */
  readonly passMark: number;
}

/** The acts for which a regulation names the competent body. */
export const ACTS = [
  'RECOGNIZE',
  'REFUSE_RECOGNITION',
  'REVOKE_RECOGNITION',
  'COMMEND',
  'REFUSE_COMMENDATION',
  'CANCEL_COMMENDATION',
] as const;
export type Act = (typeof ACTS)[number];

export const AWARD_FORMS = ['PUBLIC_PRAISE', 'CERTIFICATE_OF_COMMENDATION', 'CERTIFICATE_OF_MERIT'] as const;
export type AwardForm = (typeof AWARD_FORMS)[number];

/** Who may sign: bodies of `signedBy` kind may do `act` for models of units of `unitKind`. */
export interface Authority {
  readonly act: Act;
  readonly unitKind: UnitKind;
  readonly signedBy: UnitKind;
  /** For COMMEND: the forms within that body's competence. */
  readonly forms?: readonly AwardForm[];
}

/** What the registration form must contain, by field of the dossier form. */
export const REGISTRATION_ITEMS = [
  'situation',
  'objectives',
  'content',
  'area',
  'forces',
  'resources',
  'schedule',
  'outputs',
  'durability',
  'confirmation',
] as const;
export type RegistrationItem = (typeof REGISTRATION_ITEMS)[number];

/** Everything a province may settle for itself (domain.md 3.2). Days are calendar days; percentages whole numbers 0–100. */
export interface RegulationContent {
  readonly title: string;
  /** Shown on every screen and print when true. */
  readonly illustrative: boolean;
  readonly fields: readonly CodeName[];
  readonly programmeTags: readonly CodeName[];
  readonly criteriaSets: Readonly<Record<SubjectType, CriteriaSet>>;
  readonly registration: {
    readonly deadline: LocalDate;
    /** After the deadline a submission is taken only with a reason; false refuses it altogether. */
    readonly lateWithReason: boolean;
    readonly maxReturns: number;
    readonly requiredItems: readonly RegistrationItem[];
    readonly minPerUnit: number;
  };
  readonly dossier: {
    readonly requiredDocuments: readonly DocumentKind[];
    readonly deadline: LocalDate;
    readonly minImplementationDays: number;
    readonly supplementDays: number;
  };
  readonly appraisal: {
    readonly minMembers: number;
    readonly noneFromRegisteringUnit: boolean;
    readonly fieldVisit: boolean;
    readonly aggregate: 'MEAN' | 'MEDIAN';
    readonly deadline: LocalDate;
  };
  readonly vote?: {
    readonly method: 'SECRET' | 'OPEN';
    readonly denominator: 'ALL_MEMBERS' | 'PRESENT';
    readonly minPercent: number;
    readonly quorumPercent: number;
    readonly writtenBallots: boolean;
  };
  readonly authorities: readonly Authority[];
  /** Obligations to report; what they mean is settled with reports. */
  readonly reporting: {
    readonly periods: readonly {
      readonly kind: 'H1' | 'ANNUAL';
      readonly cutoff: LocalDate;
      readonly dueOn: LocalDate;
    }[];
  };
  readonly calendar: {
    readonly holidays: readonly LocalDate[];
    readonly makeUpDays: readonly LocalDate[];
  };
  readonly numbering: {
    /** Document numbers start again each year or each term. */
    readonly resets: 'YEAR' | 'TERM';
  };
}

export interface RegulationWarning {
  readonly code: 'no-eligible-person';
  readonly unitId: string;
  readonly step: string;
}

/** Stream `regulation-<regulationId>`. A regulation is one version; a later version supersedes it. */
export type RegulationEvent =
  | DomainEvent<
      'RegulationDrafted',
      { readonly regulationId: string; readonly unitId: string; readonly content: RegulationContent }
    >
  | DomainEvent<'RegulationRevised', { readonly regulationId: string; readonly content: RegulationContent }>
  | DomainEvent<
      'RegulationPublished',
      {
        readonly regulationId: string;
        readonly number: string;
        readonly issuedOn: LocalDate;
        readonly from: LocalDate;
        readonly warnings: readonly RegulationWarning[];
      }
    >
  | DomainEvent<
      'RegulationSuperseded',
      { readonly regulationId: string; readonly byRegulationId: string; readonly from: LocalDate }
    >;

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
