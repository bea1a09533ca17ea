import type * as afterwards from './afterwards/commands.ts';
import type * as appraising from './appraising/commands.ts';
import type * as concluding from './concluding/commands.ts';
import type * as implementing from './implementing/commands.ts';
import type * as registering from './registering/commands.ts';

export type * from './registering/commands.ts';
export type * from './implementing/commands.ts';
export type * from './appraising/commands.ts';
export type * from './concluding/commands.ts';
export type * from './afterwards/commands.ts';

export type RegistrationCommand =
  | registering.RegisteringCommand
  | implementing.ImplementingCommand
  | appraising.AppraisingCommand
  | concluding.ConcludingCommand
  | afterwards.AfterwardsCommand;

export type CommandType = RegistrationCommand['type'];

/** The command of one type: `CommandOf<'ScoreModel'>`. */
export type CommandOf<Type extends CommandType> = Extract<RegistrationCommand, { readonly type: Type }>;

/** Commands only an issued decision can give: no path leads to them. */
export type ByDecision = 'RecognizeByDecision' | 'RefuseByDecision' | 'RevokeByDecision';

/** `POST /registrations/{id}/<path>`; `draft` is `POST /registrations`. */
export const commandPaths: Readonly<Record<Exclude<CommandType, ByDecision>, string>> = {
  DraftRegistration: 'draft',
  ReviseRegistration: 'revise',
  SubmitRegistration: 'submit',
  ReturnRegistration: 'return',
  AcceptRegistration: 'accept',
  DeclineRegistration: 'decline',
  StartImplementation: 'start',
  RecordProgress: 'record-progress',
  RecordInspection: 'record-inspection',
  WithdrawRegistration: 'withdraw',
  DiscontinueModel: 'discontinue',
  RequestRecognition: 'request-recognition',
  RequireSupplement: 'require-supplement',
  ProvideSupplement: 'provide-supplement',
  LapseDossier: 'lapse-dossier',
  OpenAppraisal: 'open-appraisal',
  DeclareInterest: 'declare-interest',
  ScoreModel: 'score',
  ConcludeAppraisal: 'conclude-appraisal',
  RecordVote: 'record-vote',
  ReopenAppraisal: 'reopen-appraisal',
  MarkTypical: 'mark-typical',
  ReplicateModel: 'replicate',
  CarryForward: 'carry-forward',
  CorrectEntry: 'correct',
};
