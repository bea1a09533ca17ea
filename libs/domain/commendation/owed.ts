import {
  awaitedOf,
  DRAFTING,
  IN_COUNCIL,
  isAllowed,
  type Awaited,
  type LocalDate,
  type Waits,
} from '../kernel/index.ts';
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

/** What a commendation waits for in a status, and besides when the model it rests on was revoked. */
export const awaitedIn = (status: keyof typeof WAITS, revoked = false): readonly Awaited<AwaitedCommand>[] =>
  awaitedOf<AwaitedCommand>([...WAITS[status], ...(revoked ? (['SettleRevokedAchievement'] as const) : [])], {
    ...rights,
    ...DRAFTING,
    ...IN_COUNCIL,
  });

/** Whether somebody has yet to look at what rests on a revoked model, as one learns it who only sees the events go by. */
export const revokedAfter = (waiting: boolean, { type }: CommendationEvent): boolean => {
  if (type === 'AchievementRevoked') return true;
  const status = statusAfter[type];
  return waiting && type !== 'RevokedAchievementSettled' && (status === 'same' || mayStillFall(status));
};

/** Whether a commendation in the status can be stopped or taken back: what it rests on still matters. */
export const mayStillFall = (status: CommendationStatus): boolean =>
  isAllowed(transitions, 'SettleRevokedAchievement', status);
