import type { Command, DocumentCitation, LocalDate } from '../kernel/index.ts';
import type { UnitKind } from '../organization/unit/events.ts';
import type { Holiday, RegulationContent } from './events.ts';
import type { StepCoverage } from './steps.ts';
import type { RegulationState } from './state.ts';

export type DraftRegulation = Command<
  'DraftRegulation',
  {
    /** Derived from the command id. */
    readonly regulationId: string;
    /** The unit that issues it; it holds for that unit and those below. */
    readonly unitId: string;
    readonly content: RegulationContent;
  },
  {
    /** The unit exists and is active today. */
    readonly unitActive: boolean;
  }
>;

export type ReviseRegulation = Command<'ReviseRegulation', { readonly content: RegulationContent }>;

export type PublishRegulation = Command<
  'PublishRegulation',
  {
    /** As on its letterhead, e.g. `12-QĐ/TU`. */
    readonly number: string;
    readonly issuedOn: LocalDate;
    /** First day in force. */
    readonly from: LocalDate;
    /** Said of one that no office issued, so that nobody puts it in force unawares. */
    readonly illustrative?: boolean | undefined;
  },
  {
    /** The kinds of the units that register under it: the issuing unit and the active units below. */
    readonly unitKinds: readonly UnitKind[];
    /** For each of these units and each step, how many people may act. Units without a lack may be left out. */
    readonly eligible: readonly StepCoverage[];
    /** The title of another regulation that the unit published under this number in the same year. */
    readonly numberOf?: string | undefined;
  }
>;

export type SupersedeRegulation = Command<
  'SupersedeRegulation',
  {
    readonly byRegulationId: string;
    /** First day on which this regulation is no longer in force. */
    readonly from: LocalDate;
  },
  {
    /** The regulation `byRegulationId` names; undefined when there is none. */
    readonly successor: RegulationState | undefined;
  }
>;

/**
 * What was announced after it was published, e.g. the days of Tết of the next
 * year. Adding a holiday that is there under another name renames it.
 */
export type AmendCalendar = Command<
  'AmendCalendar',
  {
    readonly addedHolidays?: readonly Holiday[];
    readonly removedHolidays?: readonly LocalDate[];
    readonly addedMakeUpDays?: readonly LocalDate[];
    readonly removedMakeUpDays?: readonly LocalDate[];
    /** The announcement. */
    readonly document: DocumentCitation;
  }
>;

export type RegulationCommand =
  DraftRegulation | ReviseRegulation | PublishRegulation | SupersedeRegulation | AmendCalendar;

/** Why a command on a regulation is refused. */
export type RegulationRejection =
  | 'role-not-allowed'
  | 'regulation-exists'
  | 'regulation-missing'
  /** Published text does not change: draft another version. */
  | 'regulation-not-draft'
  | 'regulation-not-published'
  /** With every problem found, in `problems`. */
  | 'regulation-invalid'
  /** Refuses nothing: told before a draft is revised. */
  | 'nobody-to-publish'
  /** It is to be said that one is put in force which no office issued. */
  | 'regulation-illustrative'
  /** Whoever drafted or revised it may not put it in force. */
  | 'drafter-publishes'
  | 'unit-not-active'
  | 'number-missing'
  /** params: number, regulation. */
  | 'regulation-number-taken'
  | 'date-invalid'
  | 'issued-in-future'
  | 'dates-out-of-order'
  | 'successor-missing'
  | 'successor-not-in-force'
  /** The successor is the regulation itself, or another unit's. */
  | 'successor-unfit'
  | 'date-in-future'
  | 'name-empty'
  /** One amendment says two things of one day. */
  | 'day-named-twice'
  /** What is removed is not in the calendar. */
  | 'day-not-in-calendar'
  /** A day cannot be a holiday and made up for. */
  | 'make-up-day-is-holiday'
  /** The calendar is so already. */
  | 'calendar-unchanged';
