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

type Existing = Exclude<CommendationState, { readonly status: 'NONE' }>;

const { ProposeCommendation: _, ...ofProposed } = rights;

/**
 * What a person may do with a commendation now under the appointments that cover its unit, and for what they may not,
 * why and who may. Only what the commendation itself knows is judged: a command may still be refused for its data.
 */
export const availableActions = (state: Existing, company: Company): Readonly<Record<ActionType, Availability>> =>
  availabilities<ActionType, CommendationRejection>(ofProposed, () => company, {
    standing: (type) => standing(type, state),
    personal: (type, actor) => (EXAMINING.some((each) => each === type) ? ownProposal(state, actor) : undefined),
  });

const standing = (type: ActionType, state: Existing): Rejected<CommendationRejection> | undefined => {
  if (!isAllowed(transitions, type, state.status)) return wrongStatus(state, { type });
  if (type !== 'SettleRevokedAchievement') return undefined;
  return state.revokedAchievement?.settled === false ? undefined : reject('nothing-to-settle');
};
