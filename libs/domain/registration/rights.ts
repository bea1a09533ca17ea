import type { Rights } from '../kernel/index.ts';
import type { RegistrationCommand } from './commands.ts';

/**
 * Who may, whatever the state. `SYSTEM` carries on what a person began: the draft of a replication, the items of an
 * issued decision, a deadline that passed.
 */
export const rights: Rights<RegistrationCommand> = {
  DraftRegistration: ['UNIT_OFFICER', 'SYSTEM'],
  ReviseRegistration: ['UNIT_OFFICER'],
  SubmitRegistration: ['UNIT_HEAD'],
  ReturnRegistration: ['STANDING_BODY_OFFICER'],
  AcceptRegistration: ['STANDING_BODY_OFFICER'],
  DeclineRegistration: ['STANDING_BODY_OFFICER'],
  StartImplementation: ['UNIT_HEAD'],
  RecordProgress: ['UNIT_OFFICER'],
  RecordInspection: ['STANDING_BODY_OFFICER', 'INSPECTOR'],
  WithdrawRegistration: ['UNIT_HEAD'],
  DiscontinueModel: ['STANDING_BODY_OFFICER'],
  RequestRecognition: ['UNIT_HEAD'],
  RequireSupplement: ['STANDING_BODY_OFFICER'],
  ProvideSupplement: ['UNIT_HEAD'],
  LapseDossier: ['STANDING_BODY_OFFICER', 'SYSTEM'],
  OpenAppraisal: ['STANDING_BODY_OFFICER'],
  DeclareInterest: ['APPRAISER'],
  RemoveAppraiser: ['SYSTEM'],
  ScoreModel: ['APPRAISER'],
  ConcludeAppraisal: ['STANDING_BODY_OFFICER'],
  RecordVote: ['STANDING_BODY_OFFICER'],
  RecognizeByDecision: ['SYSTEM'],
  RefuseByDecision: ['SYSTEM'],
  RevokeByDecision: ['SYSTEM'],
  ReopenAppraisal: ['STANDING_BODY_OFFICER'],
  MarkTypical: ['STANDING_BODY_OFFICER'],
  ReplicateModel: ['STANDING_BODY_OFFICER', 'UNIT_HEAD'],
  CarryForward: ['UNIT_OFFICER'],
  MarkSourceRevoked: ['SYSTEM'],
  SettleRevokedSource: ['STANDING_BODY_OFFICER'],
  RequestCorrection: ['STANDING_BODY_OFFICER'],
  ApproveCorrection: ['STANDING_BODY_OFFICER'],
  DeclineCorrection: ['STANDING_BODY_OFFICER'],
};
