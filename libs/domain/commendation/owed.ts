import {
  awaitedOf,
  DRAFTING,
  IN_COUNCIL,
  isAllowed,
  personsOf,
  type Awaited,
  type LocalDate,
  type Recorded,
  type Waits,
} from '../kernel/index.ts';
import type { Act } from '../regulation/events.ts';
import type { CommendationEvent } from './events.ts';
import { rights } from './rights.ts';
import { statusAfter, transitions, type CommendationStatus } from './state.ts';

/** The day by which a returned proposal must come back; undefined after any other event. */
export const dueOnAfter = (event: CommendationEvent): LocalDate | undefined =>
  event.type === 'CommendationReturned' ? event.data.dueOn : undefined;

const WAITS = {
  PROPOSED: ['VerifyCommendation'],
  RETURNED: ['ReviseCommendation'],
  VERIFIED: ['RecordCouncilReview', 'AttendCouncil'],
  COUNCIL_REVIEWED: ['SubmitCommendation'],
  SUBMITTED: ['DraftDecision'],
  AWARDED: [],
  NOT_AWARDED: [],
  WITHDRAWN: [],
  CANCELLED: [],
} as const satisfies Waits<typeof transitions, Exclude<CommendationStatus, 'NONE'>>;

/** The life of a commendation that was proposed. */
export const COMMENDATION_STATUSES = Object.keys(WAITS) as readonly (keyof typeof WAITS)[];

/** A command a commendation may wait for. */
export type AwaitedCommand = (typeof WAITS)[keyof typeof WAITS][number] | 'SettleRevokedAchievement';

/** What is remembered of a commendation to tell what it waits for, as one learns it who only sees the events go by. */
export interface Waiting {
  /** Who may not examine it: everybody who proposed or revised it. */
  readonly proposedBy: readonly string[];
  /** What a decision would do, once the council has spoken. */
  readonly act: Extract<Act, 'COMMEND' | 'REFUSE_COMMENDATION'> | null;
  /** The body it was submitted to: it decides. */
  readonly toUnitId: string | null;
  /** The model it rests on was revoked, and nobody has looked at it yet. */
  readonly revoked: boolean;
  /** The model it rests on was revoked, for good: no award rests on it. */
  readonly modelLost: boolean;
}

export const NOTHING_WAITS: Waiting = {
  ...{ proposedBy: [], act: null, toUnitId: null },
  ...{ revoked: false, modelLost: false },
};

/** Nobody does these to what they proposed. */
export const EXAMINING = [
  ...(['VerifyCommendation', 'RecordCouncilReview', 'SubmitCommendation'] as const),
  'SettleRevokedAchievement',
] as const satisfies readonly AwaitedCommand[];

/**
 * What a commendation waits for in a status, and besides when the model it rests on was revoked: an award is left to stand
 * or cancelled by a decision, what was not awarded yet is refused.
 */
export const awaitedIn = (
  status: keyof typeof WAITS,
  waiting: Waiting = NOTHING_WAITS,
): readonly Awaited<AwaitedCommand, Act>[] => {
  const act = actFor(status, waiting);
  return awaitedOf<AwaitedCommand>([...WAITS[status], ...(waiting.revoked ? onceRevoked(status) : [])], {
    ...rights,
    ...DRAFTING,
    ...IN_COUNCIL,
  }).map((each) => ({
    ...each,
    ...(EXAMINING.some((type) => type === each.command) ? { besides: waiting.proposedBy } : {}),
    ...(each.command === 'DraftDecision' ? { hangsOn: 'WHILE_NONE', ...(act === null ? {} : { act }) } : {}),
  }));
};

const onceRevoked = (status: keyof typeof WAITS): readonly AwaitedCommand[] =>
  status === 'AWARDED' ? ['SettleRevokedAchievement', 'DraftDecision'] : ['SettleRevokedAchievement'];

/** What a decision would do. */
const actFor = (status: keyof typeof WAITS, { act, modelLost }: Waiting): Act | null => {
  if (status === 'AWARDED') return 'CANCEL_COMMENDATION';
  return modelLost ? 'REFUSE_COMMENDATION' : act;
};

/** What is remembered after an event. */
export const waitingAfter = (waiting: Waiting, event: Recorded<CommendationEvent>): Waiting => ({
  proposedBy: proposedByAfter(waiting.proposedBy, event),
  act: event.type === 'CouncilReviewRecorded' ? actOn(event.data) : waiting.act,
  toUnitId: event.type === 'CommendationSubmitted' ? event.data.toUnitId : waiting.toUnitId,
  revoked: revokedAfter(waiting.revoked, event),
  modelLost: waiting.modelLost || event.type === 'AchievementRevoked',
});

const proposedByAfter = (before: readonly string[], { type, meta }: Recorded<CommendationEvent>): readonly string[] =>
  type === 'CommendationProposed' || type === 'CommendationRevised'
    ? [...new Set([...before, ...personsOf(meta.actor)])]
    : before;

/** One that the council does not favour is refused by a decision as well. */
const actOn = ({ favourable }: { readonly favourable: boolean }) => (favourable ? 'COMMEND' : 'REFUSE_COMMENDATION');

const revokedAfter = (waiting: boolean, { type }: CommendationEvent): boolean => {
  if (type === 'AchievementRevoked') return true;
  const status = statusAfter[type];
  return waiting && type !== 'RevokedAchievementSettled' && (status === 'same' || mayStillFall(status));
};

/** Whether a commendation in the status can be stopped or taken back: what it rests on still matters. */
export const mayStillFall = (status: CommendationStatus): boolean =>
  isAllowed(transitions, 'SettleRevokedAchievement', status);
