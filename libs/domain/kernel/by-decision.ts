import type { LocalDate } from './dates.ts';

/** What an item is told of the decision that is applied to it. */
export interface DecisionData {
  readonly decisionId: string;
  /** As it was typed: `446-QĐ/TU`. */
  readonly documentNumber: string;
  readonly decidedOn: LocalDate;
}

/** What an item of an issued decision must know besides its own stream. */
export interface DecisionFacts {
  readonly signerId: string;
  /** The item's revision in the frozen manifest. */
  readonly frozenRevision: number;
  /** The item's revision now, before this command. */
  readonly currentRevision: number;
}
