import { decideBy } from '../kernel/index.ts';
import * as afterwards from './afterwards/decide.ts';
import * as appraising from './appraising/decide.ts';
import type { ByDecision, CommandOf, RegistrationCommand, RegistrationRejection } from './commands.ts';
import * as concluding from './concluding/decide.ts';
import type { RegistrationEvent } from './events.ts';
import { evolve } from './evolve.ts';
import * as correcting from './correcting/decide.ts';
import * as implementing from './implementing/decide.ts';
import * as registering from './registering/decide.ts';
import * as revokedSource from './revoked-source/decide.ts';
import { rights } from './rights.ts';
import { initial, type RegistrationState } from './state.ts';
import { transitions, wrongStatus } from './transitions.ts';

/** What a command makes of a registration: its facts, or the first rule it breaks. */
export const decide = decideBy<
  RegistrationCommand,
  RegistrationEvent,
  RegistrationState,
  RegistrationRejection,
  typeof transitions
>({
  rights,
  transitions,
  before: (command, state) => (isByDecision(command) ? concluding.changedAfterFreeze(command, state) : undefined),
  notAllowed: wrongStatus,
  decisions: {
    DraftRegistration: registering.draft,
    ReviseRegistration: registering.revise,
    SubmitRegistration: registering.submit,
    ReturnRegistration: registering.returnToUnit,
    AcceptRegistration: registering.acceptOnRegister,
    DeclineRegistration: registering.decline,
    WithdrawRegistration: registering.withdraw,
    StartImplementation: implementing.start,
    RecordProgress: implementing.recordProgress,
    RecordInspection: implementing.recordInspection,
    DiscontinueModel: implementing.discontinue,
    RequestRecognition: implementing.requestRecognition,
    RequireSupplement: implementing.requireSupplement,
    ProvideSupplement: implementing.provideSupplement,
    LapseDossier: implementing.lapseDossier,
    OpenAppraisal: appraising.openAppraisal,
    DeclareInterest: appraising.declareInterest,
    RemoveAppraiser: appraising.removeAppraiser,
    ScoreModel: appraising.score,
    ConcludeAppraisal: appraising.concludeAppraisal,
    RecordVote: concluding.recordVote,
    RecognizeByDecision: concluding.recognize,
    RefuseByDecision: concluding.refuse,
    RevokeByDecision: concluding.revoke,
    ReopenAppraisal: concluding.reopenAppraisal,
    MarkTypical: afterwards.markTypical,
    ReplicateModel: afterwards.replicate,
    CarryForward: afterwards.carryForward,
    MarkSourceRevoked: revokedSource.markSourceRevoked,
    SettleRevokedSource: revokedSource.settleRevokedSource,
    RequestCorrection: correcting.requestCorrection,
    ApproveCorrection: correcting.approveCorrection,
    DeclineCorrection: correcting.declineCorrection,
  },
});

/** The workflow of a registration: stream `registration-<registrationId>`. */
export const decider = { initial, evolve, decide };

const isByDecision = (command: RegistrationCommand): command is CommandOf<ByDecision> =>
  'frozenRevision' in command.facts;
