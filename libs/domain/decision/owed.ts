import { awaitedOf, type Awaited, type Waits } from '../kernel/index.ts';
import { rights } from './rights.ts';
import type { DecisionStatus, transitions } from './state.ts';

const WAITS = {
  DRAFT: ['FreezeDecision'],
  FROZEN: ['IssueDecision'],
  ISSUED: [],
  COMPLETED: [],
  CANCELLED: [],
} as const satisfies Waits<typeof transitions, Exclude<DecisionStatus, 'NONE'>>;

/** The life of a decision that was drafted. */
export const DECISION_STATUSES = Object.keys(WAITS) as readonly (keyof typeof WAITS)[];

/** A command a decision may wait for. */
export type AwaitedCommand = (typeof WAITS)[keyof typeof WAITS][number];

/** What a decision waits for in a status. */
export const awaitedIn = (status: keyof typeof WAITS): readonly Awaited<AwaitedCommand>[] =>
  awaitedOf<AwaitedCommand>(WAITS[status], rights);
