import type { Rights } from '../kernel/index.ts';
import type { CommendationCommand } from './commands.ts';

/** Who may. */
export const rights: Rights<CommendationCommand> = {
  ProposeCommendation: ['UNIT_OFFICER', 'UNIT_HEAD'],
  ReviseCommendation: ['UNIT_OFFICER', 'UNIT_HEAD'],
  ReturnCommendation: ['STANDING_BODY_OFFICER'],
  VerifyCommendation: ['STANDING_BODY_OFFICER'],
  RecordCouncilReview: ['STANDING_BODY_OFFICER'],
  SubmitCommendation: ['STANDING_BODY_OFFICER'],
  WithdrawCommendation: ['UNIT_HEAD'],
  AwardByDecision: ['SYSTEM'],
  RefuseByDecision: ['SYSTEM'],
  CancelByDecision: ['SYSTEM'],
  MarkAchievementRevoked: ['SYSTEM'],
  SettleRevokedAchievement: ['STANDING_BODY_OFFICER'],
};
