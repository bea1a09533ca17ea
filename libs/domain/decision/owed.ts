import { awaitedOf, personsOf, type Awaited, type Recorded, type Waits } from '../kernel/index.ts';
import type { DecisionEvent } from './events.ts';
import { rights } from './rights.ts';
import type { DecisionStatus, transitions } from './state.ts';

const WAITS = {
  DRAFT: ['FreezeDecision'],
  FROZEN: ['IssueDecision', 'CancelDraft'],
  ISSUED: ['FilePaper'],
  COMPLETED: ['FilePaper'],
  CANCELLED: [],
} as const satisfies Waits<typeof transitions, Exclude<DecisionStatus, 'NONE'>>;

/** The life of a decision that was drafted. */
export const DECISION_STATUSES = Object.keys(WAITS) as readonly (keyof typeof WAITS)[];

/** A command a decision may wait for. */
export type AwaitedCommand = (typeof WAITS)[keyof typeof WAITS][number];

/** What is remembered of a decision to tell what it waits for, as one learns it who only sees the events go by. */
export interface Waiting {
  /** Who may not sign it. */
  readonly frozenBy: readonly string[];
  /** It was issued, and its signed paper is not stored yet. */
  readonly paperOwed: boolean;
}

export const NOTHING_WAITS: Waiting = { frozenBy: [], paperOwed: false };

/** What a decision waits for in a status. */
export const awaitedIn = (
  status: keyof typeof WAITS,
  { frozenBy, paperOwed }: Waiting,
): readonly Awaited<AwaitedCommand>[] =>
  awaitedOf<AwaitedCommand>(WAITS[status], rights)
    .filter(({ command }) => command !== 'FilePaper' || paperOwed)
    .map((act) => (act.command === 'IssueDecision' ? { ...act, besides: frozenBy } : act));

/** What is remembered after an event. */
export const waitingAfter = (waiting: Waiting, { type, data, meta }: Recorded<DecisionEvent>): Waiting => {
  if (type === 'DecisionFrozen') return { ...waiting, frozenBy: personsOf(meta.actor) };
  if (type === 'DecisionIssued') return { ...waiting, paperOwed: data.paper === undefined };
  return type === 'SignedPaperFiled' ? { ...waiting, paperOwed: false } : waiting;
};

/** Whether nothing else is to be drafted on the items: the decision on them is on its way. */
export const holdsItems = (status: keyof typeof WAITS): boolean =>
  status === 'DRAFT' || status === 'FROZEN' || status === 'ISSUED';
