import type { LocalDate } from '../kernel/index.ts';
import type { RegulationContent } from '../regulation/events.ts';
import type { Status } from './status.ts';

/**
 * The version of a regulation that applies: until acceptance that of the cycle, afterwards the pinned one. A command
 * that brings another version than the pinned one is refused.
 */
export interface RegulationVersion {
  readonly regulationId: string;
  readonly content: RegulationContent;
}

/** The registration a new draft continues or replicates. */
export interface SourceFacts {
  readonly modelId: string;
  readonly unitId: string;
  readonly cycleId: string;
  readonly status: Status;
}

/** A person proposed for an appraisal team, as the organization knows them on the day. */
export interface TeamMemberFacts {
  readonly personId: string;
  /** The unit of the appointment as APPRAISER. */
  readonly unitId: string;
  /** True when that appointment is in force and covers the registering unit. */
  readonly eligible: boolean;
  /** Every unit in which the person holds an appointment on the day, or held one lately, whatever the role. */
  readonly unitIds: readonly string[];
}

/** What is so on a day, whoever acts and whatever they say. `deadline` is that of the cycle for the step. */
export interface Circumstances extends DeadlineFacts {
  readonly today: LocalDate;
  readonly cycleOpen: boolean;
  readonly regulation: RegulationVersion;
}

/** A deadline in force, extensions counted. */
export interface DeadlineFacts {
  readonly deadline: LocalDate;
}
