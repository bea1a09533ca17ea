import { accept, reject } from '../kernel/index.ts';
import type { Decider, Outcome, Rejected } from '../kernel/index.ts';
import type { CommendationCommand } from './commands.ts';
import { award, cancel, refuse } from './deciding.ts';
import type { CommendationEvent } from './events.ts';
import { recordCouncilReview, sendBack, submit, verify } from './examining.ts';
import { propose, revise, withdraw } from './proposing.ts';
import type { CommendationRejection } from './rejections.ts';
import { rights } from './rights.ts';
import { evolve, initial } from './state.ts';
import type { CommendationState, CommendationStatus } from './state.ts';
import { transitions } from './transitions.ts';

type Result = Outcome<CommendationEvent, CommendationRejection>;
type From<Type extends CommendationCommand['type']> = Extract<
  (typeof transitions)[number],
  { readonly command: Type }
>['from'];
type In<Status extends CommendationStatus> = Extract<CommendationState, { readonly status: Status }>;

/** Decides a command on a commendation; refuses by role first, then by status, then by the command's own rules. */
export const decide = (command: CommendationCommand, state: CommendationState): Result => {
  if (!rights[command.type].includes(command.meta.actor.role)) return reject('role-not-allowed');
  if (alreadyDone(command, state)) return accept();
  switch (command.type) {
    case 'ProposeCommendation':
      return allows(command.type, state) ? propose(command) : wrongStatus(state);
    case 'ReviseCommendation':
      return allows(command.type, state) ? revise(command, state) : wrongStatus(state);
    case 'ReturnCommendation':
      return allows(command.type, state) ? sendBack(command, state) : wrongStatus(state);
    case 'VerifyCommendation':
      return allows(command.type, state) ? verify(command, state) : wrongStatus(state);
    case 'RecordCouncilReview':
      return allows(command.type, state) ? recordCouncilReview(command, state) : wrongStatus(state);
    case 'SubmitCommendation':
      return allows(command.type, state) ? submit(command, state) : wrongStatus(state);
    case 'WithdrawCommendation':
      return allows(command.type, state) ? withdraw(command, state) : wrongStatus(state);
    case 'AwardByDecision':
      return allows(command.type, state) ? award(command, state) : wrongStatus(state);
    case 'RefuseByDecision':
      return allows(command.type, state) ? refuse(command, state) : wrongStatus(state);
    case 'CancelByDecision':
      return allows(command.type, state) ? cancel(command, state) : wrongStatus(state);
  }
};

/** Stream `commendation-<id>`. */
export const decider: Decider<CommendationState, CommendationEvent> & { readonly decide: typeof decide } = {
  initial,
  evolve,
  decide,
};

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

const allows = <Type extends CommendationCommand['type']>(
  command: Type,
  state: CommendationState,
): state is In<From<Type>> =>
  transitions.some((transition) => transition.command === command && transition.from === state.status);

const wrongStatus = ({ status }: CommendationState): Rejected<'wrong-status'> =>
  reject('wrong-status', { params: { status } });
