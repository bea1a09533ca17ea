import { reject, roleRefused, type Actor } from '../kernel/index.ts';
import { memberRefusal, scorerRefusal } from './appraising/decide.ts';
import type { Refusal } from './checks.ts';
import type { ByDecision, CommandType } from './commands.ts';
import type { RegistrationRejection } from './rejections.ts';
import { rights } from './rights.ts';
import { allows, type RegistrationState } from './state.ts';

/** The commands a person can give. */
export type ActionType = Exclude<CommandType, ByDecision>;

export type Availability =
  { readonly allowed: true } | { readonly allowed: false; readonly reason: RegistrationRejection };

/**
 * What a person may do now under the appointments that cover the registration, and for what they may not, why. Only
 * what the registration itself knows is judged: a command may still be refused for its data or for a deadline.
 */
export const availableActions = (
  state: RegistrationState,
  actors: readonly Actor[],
): Readonly<Record<ActionType, Availability>> => {
  const entries = ACTIONS.map((type) => [type, availability(type, state, actors)]);
  return Object.fromEntries(entries) as Record<ActionType, Availability>;
};

/** What some role of people may do, in the order of the workflow. */
const ACTIONS = (Object.keys(rights) as CommandType[]).filter((type): type is ActionType =>
  rights[type].some((role) => role !== 'SYSTEM'),
);

const availability = (type: ActionType, state: RegistrationState, actors: readonly Actor[]): Availability => {
  const refusals = actors.map((actor) => roleRefused(rights[type], actor.role) ?? stateRefusal(type, state, actor));
  if (refusals.some((refusal) => refusal === undefined)) return { allowed: true };
  const beyondRole = refusals.find((refusal) => refusal?.reason !== 'role-not-allowed');
  return { allowed: false, reason: beyondRole?.reason ?? 'role-not-allowed' };
};

const stateRefusal = (type: ActionType, state: RegistrationState, actor: Actor): Refusal => {
  if (!allows(type, state)) return reject('wrong-status');
  if (type === 'DeclareInterest' && allows(type, state)) return memberRefusal(state.appraisal, actor);
  if (type === 'ScoreModel' && allows(type, state)) return scorerRefusal(state.appraisal, actor);
  if (type === 'MarkTypical' && allows(type, state)) return state.typical ? reject('already-typical') : undefined;
  if (type === 'RecordVote' && allows(type, state)) {
    return state.vote?.quorumMet === true ? reject('vote-already-held') : undefined;
  }
  return undefined;
};
