import type { Command, DocumentCitation, LocalDate } from '../kernel/index.ts';
import type { UnitKind } from '../organization/unit/events.ts';
import type { Holiday, RegulationContent } from './events.ts';
import type { StepCoverage } from './steps.ts';
import type { RegulationState } from './state.ts';

/** `POST /regulations` */
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

/** `POST /regulations/{id}/revise` */
export type ReviseRegulation = Command<'ReviseRegulation', { readonly content: RegulationContent }>;

/** `POST /regulations/{id}/publish` */
export type PublishRegulation = Command<
  'PublishRegulation',
  {
    /** As on its letterhead, e.g. `12-QĐ/TU`. */
    readonly number: string;
    readonly issuedOn: LocalDate;
    /** First day in force. */
    readonly from: LocalDate;
  },
  {
    /** The kinds of the units that register under it: the issuing unit and the active units below. */
    readonly unitKinds: readonly UnitKind[];
    /** For each of these units and each step, how many people may act. Units without a lack may be left out. */
    readonly eligible: readonly StepCoverage[];
  }
>;

/** `POST /regulations/{id}/supersede` */
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
 * `POST /regulations/{id}/amend-calendar`: what was announced after it was published, e.g. the days of Tết of the next
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
