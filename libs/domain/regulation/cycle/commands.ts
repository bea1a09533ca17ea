import type { Command, DocumentCitation, LocalDate } from '../../kernel/index.ts';
import type { RegulationState } from '../state.ts';
import type { CycleDates } from './deadlines.ts';
import type { CycleStep } from './events.ts';

export type OpenCycle = Command<
  'OpenCycle',
  {
    /** Derived from the command id. */
    readonly cycleId: string;
    readonly unitId: string;
    readonly name: string;
    readonly year: number;
    /** Last year of a phase of several. */
    readonly untilYear?: number;
    readonly movement: string;
    readonly regulationId: string;
    /** Said by whoever wants a deadline outside the cycle's own years; without it such a deadline is a slip. */
    readonly deadlinesOutsideYear?: boolean;
    /** Those left out are taken from the regulation. */
  } & Partial<CycleDates>,
  {
    /** The opening unit and the units above it today; empty when it does not exist or is not active. */
    readonly unitPath: readonly string[];
    /** The regulation `regulationId` names; undefined when there is none. */
    readonly regulation: RegulationState | undefined;
    /** Another open cycle of the unit, movement and year: see `cycleKey`. */
    readonly alreadyOpen: string | undefined;
  }
>;

export type ExtendDeadline = Command<
  'ExtendDeadline',
  {
    readonly step: CycleStep;
    readonly dueOn: LocalDate;
    readonly reason: string;
    readonly document: DocumentCitation;
  }
>;

export type CloseCycle = Command<'CloseCycle', { readonly reason: string }>;

export type CycleCommand = OpenCycle | ExtendDeadline | CloseCycle;

/** Why a command on a cycle is refused. */
export type CycleRejection =
  | 'role-not-allowed'
  | 'cycle-exists'
  | 'cycle-missing'
  | 'cycle-closed'
  | 'unit-not-active'
  | 'name-empty'
  | 'reason-missing'
  | 'number-missing'
  | 'date-invalid'
  | 'date-in-future'
  | 'dates-out-of-order'
  | 'years-out-of-order'
  /** params: from, until. */
  | 'deadline-outside-year'
  /** The unit has another open cycle of the movement and year. */
  | 'cycle-open-already'
  | 'regulation-missing'
  /** Not published, not yet in force, or superseded. */
  | 'regulation-not-in-force'
  /** Issued by a unit that is neither the opening unit nor above it. */
  | 'regulation-of-another-unit'
  /** A deadline is only ever moved to a later day. */
  | 'not-an-extension';
