import { reject, type Actor } from '../kernel/index.ts';
import * as afterwards from './afterwards/decide.ts';
import * as appraisal from './appraising/decide.ts';
import type { Refusal, Result } from './checks.ts';
import type { CommandOf, CommandType, RegistrationCommand } from './commands.ts';
import * as implementation from './implementing/decide.ts';
import * as outcome from './concluding/decide.ts';
import * as registering from './registering/decide.ts';
import { rights } from './rights.ts';
import { allows, type RegistrationState, type StateFor } from './state.ts';

type CommandMap = { readonly [Type in CommandType]: CommandOf<Type> };

/** One decision per command; the compiler points here when a command has none. */
const decisions: {
  readonly [Type in CommandType]: (command: CommandMap[Type], state: StateFor<Type>) => Result;
} = {
  DraftRegistration: registering.draft,
  ReviseRegistration: registering.revise,
  SubmitRegistration: registering.submit,
  ReturnRegistration: registering.returnToUnit,
  AcceptRegistration: registering.acceptOnRegister,
  DeclineRegistration: registering.decline,
  WithdrawRegistration: registering.withdraw,
  StartImplementation: implementation.start,
  RecordProgress: implementation.recordProgress,
  RecordInspection: implementation.recordInspection,
  DiscontinueModel: implementation.discontinue,
  RequestRecognition: implementation.requestRecognition,
  RequireSupplement: implementation.requireSupplement,
  ProvideSupplement: implementation.provideSupplement,
  LapseDossier: implementation.lapseDossier,
  OpenAppraisal: appraisal.openAppraisal,
  DeclareInterest: appraisal.declareInterest,
  ScoreModel: appraisal.score,
  ConcludeAppraisal: appraisal.concludeAppraisal,
  RecordVote: outcome.recordVote,
  RecognizeByDecision: outcome.recognize,
  RefuseByDecision: outcome.refuse,
  RevokeByDecision: outcome.revoke,
  ReopenAppraisal: outcome.reopenAppraisal,
  MarkTypical: afterwards.markTypical,
  ReplicateModel: afterwards.replicate,
  CarryForward: afterwards.carryForward,
  CorrectEntry: afterwards.correct,
};

/** What a command makes of a registration: its facts, or the first rule it breaks. */
export const decide = (command: RegistrationCommand, state: RegistrationState): Result =>
  roleRefused(command.type, command.meta.actor.role) ?? frozenRefused(command) ?? settle(command.type, command, state);

/** Refuses a role that may never give the command, whatever the state. */
export const roleRefused = (type: CommandType, role: Actor['role']): Refusal =>
  rights[type].includes(role) ? undefined : reject('role-not-allowed', { params: { role } });

const frozenRefused = (command: RegistrationCommand): Refusal =>
  'frozenRevision' in command.facts ? outcome.changedAfterFreeze(command.facts) : undefined;

const settle = <Type extends CommandType>(type: Type, command: CommandMap[Type], state: RegistrationState): Result =>
  allows(type, state) ? decisions[type](command, state) : reject('wrong-status', { params: { status: state.status } });
