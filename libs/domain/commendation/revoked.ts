import { accept, reject, textMissing, tidy, type Outcome } from '../kernel/index.ts';
import type { CommendationRejection, MarkAchievementRevoked, SettleRevokedAchievement } from './commands.ts';
import type { CommendationEvent } from './events.ts';
import { ownProposal } from './examining.ts';
import type { CommendationState } from './state.ts';

type Result = Outcome<CommendationEvent, CommendationRejection>;
type Standing = Exclude<CommendationState, { readonly status: 'NONE' }>;

/** Told a second time it changes nothing. */
export const markRevoked = (
  { data }: MarkAchievementRevoked,
  { commendationId, revokedAchievement }: Standing,
): Result =>
  revokedAchievement === undefined
    ? accept({ type: 'AchievementRevoked', data: { commendationId, ...data } })
    : accept();

/** Four eyes: whoever proposed it does not say that it may stand. */
export const settleRevoked = ({ data, meta }: SettleRevokedAchievement, state: Standing): Result => {
  const { commendationId, revokedAchievement } = state;
  if (revokedAchievement?.settled !== false) return reject('nothing-to-settle');
  return (
    ownProposal(state, meta.actor) ??
    textMissing(data.reason, '/reason') ??
    accept({
      type: 'RevokedAchievementSettled',
      data: { commendationId, revokedId: revokedAchievement.revokedId, reason: tidy(data.reason) },
    })
  );
};
