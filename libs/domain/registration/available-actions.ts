import { availabilities, reject, type Actor, type Availability as Available } from '../kernel/index.ts';
import { concluderRefusal, memberRefusal, scorerRefusal } from './appraising/decide.ts';
import { ownRegistration, type Refusal } from './checks.ts';
import { approverRefusal } from './correcting/decide.ts';
import type { BySystem, CommandType, RegistrationRejection } from './commands.ts';
import { settlerRefusal } from './revoked-source/decide.ts';
import { rights } from './rights.ts';
import { allows, type RegistrationState } from './state.ts';

/** The commands a person can give. */
export type ActionType = Exclude<CommandType, BySystem>;

export type Availability = Available<RegistrationRejection>;

/**
 * What a person may do now under the appointments that cover the registration, and for what they may not, why. Only
 * what the registration itself knows is judged: a command may still be refused for its data or for a deadline.
 */
export const availableActions = (
  state: RegistrationState,
  actors: readonly Actor[],
): Readonly<Record<ActionType, Availability>> =>
  availabilities<ActionType, RegistrationRejection>(
    rights,
    () => actors,
    (type, actor) => stateRefusal(type, state, actor),
  );

/** What nobody does to what is their own. */
const EXAMINING: readonly CommandType[] = ['AcceptRegistration', 'ReturnRegistration', 'DeclineRegistration'];

const stateRefusal = (type: ActionType, state: RegistrationState, actor: Actor): Refusal => {
  if (!allows(type, state)) return reject('wrong-status');
  if (EXAMINING.includes(type) && state.status !== 'NONE') return ownRegistration(state.core, actor);
  if (type === 'DeclareInterest' && allows(type, state)) return memberRefusal(state.appraisal, actor);
  if (type === 'ScoreModel' && allows(type, state)) return scorerRefusal(state.appraisal, actor);
  if (type === 'ConcludeAppraisal' && allows(type, state)) return concluderRefusal(state, actor);
  if (type === 'ApproveCorrection' && allows(type, state)) return approverRefusal(state.core, actor);
  if (type === 'DeclineCorrection' && allows(type, state)) {
    return state.core.requests.length === 0 ? reject('correction-unknown') : undefined;
  }
  if (type === 'SettleRevokedSource' && allows(type, state)) return settlerRefusal(state.core, actor);
  if (type === 'MarkTypical' && allows(type, state)) return state.typical ? reject('already-typical') : undefined;
  if (type === 'RecordVote' && allows(type, state)) {
    return state.vote?.quorumMet === true ? reject('vote-already-held') : undefined;
  }
  return undefined;
};
