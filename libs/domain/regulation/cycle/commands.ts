import type { Command, DocumentCitation, LocalDate } from '../../kernel/index.ts';
import type { RegulationState } from '../state.ts';
import type { CycleDates } from './deadlines.ts';
import type { CycleStep } from './events.ts';

/** `POST /cycles` */
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
    /** Those left out are taken from the regulation. */
  } & Partial<CycleDates>,
  {
    /** The opening unit and the units above it today; empty when it does not exist or is not active. */
    readonly unitPath: readonly string[];
    /** The regulation `regulationId` names; undefined when there is none. */
    readonly regulation: RegulationState | undefined;
  }
>;

/** `POST /cycles/{id}/extend-deadline` */
export type ExtendDeadline = Command<
  'ExtendDeadline',
  {
    readonly step: CycleStep;
    readonly dueOn: LocalDate;
    readonly reason: string;
    readonly document: DocumentCitation;
  }
>;

/** `POST /cycles/{id}/close` */
export type CloseCycle = Command<'CloseCycle', { readonly reason: string }>;

export type CycleCommand = OpenCycle | ExtendDeadline | CloseCycle;
