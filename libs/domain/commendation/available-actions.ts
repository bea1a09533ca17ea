import { availabilities, isAllowed, reject } from '../kernel/index.ts';
import type { Availability as Available, Company, Rejected } from '../kernel/index.ts';
import type { CommendationCommand, CommendationRejection } from './commands.ts';
import { ownProposal } from './examining.ts';
import { EXAMINING } from './owed.ts';
import { rights } from './rights.ts';
import { transitions, wrongStatus, type CommendationState } from './state.ts';

/** The commands a person can give to a commendation that was proposed. */
export type ActionType = Exclude<
  CommendationCommand['type'],
  'ProposeCommendation' | 'AwardByDecision' | 'RefuseByDecision' | 'CancelByDecision' | 'MarkAchievementRevoked'
>;

export type Availability = Available<CommendationRejection>;

/** What is so today around a commendation. */
export interface Today {
  /** The unit, or one above it, may award the form to a unit of its kind. */
  readonly hasCompetentBody: boolean;
}

type Existing = Exclude<CommendationState, { readonly status: 'NONE' }>;

const { ProposeCommendation: _, ...ofProposed } = rights;

/**
 * What a person may do with a commendation now under the appointments that cover its unit, and for what they may not,
 * why and who may. What the commendation itself knows is judged, and whether a body may decide on it at all: a command may
 * still be refused for its data.
 */
export const availableActions = (
  state: Existing,
  company: Company,
  today: Today,
): Readonly<Record<ActionType, Availability>> =>
  availabilities<ActionType, CommendationRejection>(ofProposed, () => company, {
    status: (type) => (isAllowed(transitions, type, state.status) ? undefined : wrongStatus(state, { type })),
    standing: (type) => standing(type, state, today),
    personal: (type, actor) =>
      EXAMINING.some((each) => each === type) && !isSettled(type, state) ? ownProposal(state, actor) : undefined,
  });

const standing = (
  type: ActionType,
  state: Existing,
  { hasCompetentBody }: Today,
): Rejected<CommendationRejection> | undefined => {
  if (type === 'SubmitCommendation' && !hasCompetentBody) return reject('not-competent');
  return isSettled(type, state) ? reject('nothing-to-settle') : undefined;
};

/** Nothing is left of what the command is about, whosever it is. */
const isSettled = (type: ActionType, { revokedAchievement }: Existing): boolean =>
  type === 'SettleRevokedAchievement' && revokedAchievement?.settled !== false;
