import type { DocumentCitation, DocumentKind, DomainEvent, LocalDate } from '../kernel/index.ts';
import type { RestDayRule } from '../calendar/index.ts';
import type { UnitKind } from '../organization/unit/events.ts';

export const SUBJECT_TYPES = ['COLLECTIVE', 'INDIVIDUAL'] as const;
export type SubjectType = (typeof SUBJECT_TYPES)[number];

export interface CodeName {
  readonly code: string;
  readonly name: string;
}

/** A type of document, each with a book of numbers of its own. Source: Decree 30/2020/NĐ-CP, Annex III. */
export interface DocumentType extends CodeName {
  /** What every symbol of the type begins with, e.g. `QĐ`: so no two types ever bear one number. */
  readonly abbreviation: string;
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

export const PERIOD_KINDS = ['H1', 'ANNUAL'] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

export interface ReportPeriod {
  readonly kind: PeriodKind;
  /** First day the report tells of; 1 January of the cutoff's year unless told. */
  readonly from?: LocalDate;
  /** Last day the report tells of. */
  readonly cutoff: LocalDate;
  /** Last day on which the report of a unit without units below it is on time. */
  readonly dueOn: LocalDate;
}

/** Figures the log knows: acts of the period in the unit itself. */
export const KNOWN_FIGURES = ['REGISTERED', 'RECOGNIZED', 'TYPICAL', 'PROPOSED', 'COMMENDED', 'REPLICATED'] as const;
export type KnownFigure = (typeof KNOWN_FIGURES)[number];

/** One figure of a report: a whole number, or no data. */
export interface FigureDefinition extends CodeName {
  /** Filled in from the log and locked; typed by the unit without it. */
  readonly known?: KnownFigure;
  /** It must equal the sum of these figures. */
  readonly sumOf?: readonly string[];
  /** A report cannot be submitted without it; otherwise it may say "no data". */
  readonly required?: boolean;
}

/** Whom a rung of the ladder reaches, from near to far. */
export const RUNG_RECIPIENTS = ['OFFICER', 'HEAD', 'RECEIVING_BODY', 'RECEIVING_HEAD'] as const;
export type RungRecipient = (typeof RUNG_RECIPIENTS)[number];

export interface Rung {
  /** Unique in its ladder, e.g. `T-10`. */
  readonly code: string;
  /** Working days from the due date: negative before it, 0 on it, positive after it. */
  readonly workingDays: number;
  readonly recipient: RungRecipient;
}

/** Every due date that has a ladder. */
export const DUTY_KINDS = [
  'REPORT',
  'RETURNED_REGISTRATION',
  'SUPPLEMENT',
  'REMEDY',
  'APPRAISAL',
  'REGISTRATION_STEP',
  'DOSSIER_STEP',
] as const;
export type DutyKind = (typeof DUTY_KINDS)[number];

export interface ReminderRules {
  /** In the order of their days; every kind of duty without a ladder of its own uses it. */
  readonly ladder: readonly Rung[];
  readonly ladders?: { readonly [Kind in DutyKind]?: readonly Rung[] };
  /** Local times `HH:MM`: nothing is sent from `from` to `until`; what waited comes in one digest at `until`. */
  readonly quietHours: { readonly from: string; readonly until: string };
  /** People may switch their e-mail off; the inbox always stays. */
  readonly personalSettings: boolean;
}

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
    /** The registering unit is told who gave which points, once the appraisal is concluded; never without it. */
    readonly unitSeesPoints?: boolean;
  };
  readonly vote?: {
    readonly method: 'SECRET' | 'OPEN';
    readonly denominator: 'ALL_MEMBERS' | 'PRESENT';
    readonly minPercent: number;
    readonly quorumPercent: number;
    readonly writtenBallots: boolean;
  };
  readonly authorities: readonly Authority[];
  /** Obligations to report (domain.md 3.6). What is left out is as {@link reportingRules} says. */
  readonly reporting: {
    readonly periods: readonly ReportPeriod[];
    /** The kinds of unit that owe a report to the unit above them. */
    readonly obliged?: readonly UnitKind[];
    /** Working days a consolidated report is due after the reports it is made of, for each level above the lowest. */
    readonly consolidationDays?: number;
    readonly restDayRule?: RestDayRule;
    /** A report is due soon when so many working days or fewer are left. */
    readonly dueSoonDays?: number;
    readonly figures?: readonly FigureDefinition[];
  };
  readonly calendar: {
    readonly holidays: readonly LocalDate[];
    readonly makeUpDays: readonly LocalDate[];
    /** Names of holidays, by date, for the sentence that shows the arithmetic. */
    readonly holidayNames?: Readonly<Record<LocalDate, string>>;
  };
  /** Who is reminded of what is due, and when (domain.md 3.7). Without it nobody is. */
  readonly reminders?: ReminderRules;
  readonly numbering: {
    /** Document numbers start again each year or each term. */
    readonly resets: 'YEAR' | 'TERM';
    /** The types of document that are numbered; what it is without them says {@link documentTypes}. */
    readonly docTypes?: readonly DocumentType[];
  };
}

export interface Holiday {
  readonly date: LocalDate;
  readonly name: string;
}

/** Units that lack people for a step: how many they are, and the first of them. Which all are is asked for. */
export interface RegulationWarning {
  readonly code: 'no-eligible-person';
  readonly step: string;
  readonly units: number;
  /** Ids of {@link WARNING_EXAMPLES} units at most. */
  readonly examples: readonly string[];
}

/** An event does not grow with the number of units. */
export const WARNING_EXAMPLES = 3;

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
    >
  /** Holidays and make-up days that were announced after it was published. Due dates already set do not move. */
  | DomainEvent<
      'CalendarAmended',
      {
        readonly regulationId: string;
        readonly addedHolidays: readonly Holiday[];
        readonly removedHolidays: readonly LocalDate[];
        readonly addedMakeUpDays: readonly LocalDate[];
        readonly removedMakeUpDays: readonly LocalDate[];
        readonly document: DocumentCitation;
      }
    >;
