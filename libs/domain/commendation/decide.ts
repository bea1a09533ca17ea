import { accept, decideBy } from '../kernel/index.ts';
import type { CommendationCommand, CommendationRejection } from './commands.ts';
import { award, cancel, refuse } from './deciding.ts';
import type { CommendationEvent } from './events.ts';
import { recordCouncilReview, sendBack, submit, verify } from './examining.ts';
import { propose, revise, withdraw } from './proposing.ts';
import { markRevoked, settleRevoked } from './revoked.ts';
import { rights } from './rights.ts';
import { evolve, initial, transitions, wrongStatus, type CommendationState } from './state.ts';

/** Decides a command on a commendation. */
export const decide = decideBy<
  CommendationCommand,
  CommendationEvent,
  CommendationState,
  CommendationRejection,
  typeof transitions
>({
  rights,
  transitions,
  before: (command, state) => (alreadyDone(command, state) ? accept() : undefined),
  notAllowed: wrongStatus,
  decisions: {
    ProposeCommendation: propose,
    ReviseCommendation: revise,
    ReturnCommendation: sendBack,
    VerifyCommendation: verify,
    RecordCouncilReview: recordCouncilReview,
    SubmitCommendation: submit,
    WithdrawCommendation: withdraw,
    AwardByDecision: award,
    RefuseByDecision: refuse,
    CancelByDecision: cancel,
    MarkAchievementRevoked: markRevoked,
    SettleRevokedAchievement: settleRevoked,
  },
});

/** Stream `commendation-<id>`. */
export const decider = { initial, evolve, decide };

/** The same decision reaching an item a second time finds its work done. */
const alreadyDone = (command: CommendationCommand, state: CommendationState): boolean => {
  if (command.type === 'AwardByDecision')
    return state.status === 'AWARDED' && state.decisionId === command.data.decisionId;
  if (command.type === 'RefuseByDecision')
    return state.status === 'NOT_AWARDED' && state.decisionId === command.data.decisionId;
  if (command.type === 'CancelByDecision')
    return state.status === 'CANCELLED' && state.cancelledBy === command.data.decisionId;
  return false;
};
