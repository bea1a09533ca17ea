import { availabilities, reject } from '../../kernel/index.ts';
import type { Actor, Availability as Available, Company, Rejected } from '../../kernel/index.ts';
import type { PersonCommand, PersonRejection } from './commands.ts';
import { rights } from './rights.ts';
import type { EnteredPerson } from './state.ts';

/** The commands an administrator can give about a person. */
export type ActionType = Exclude<PersonCommand['type'], 'EnterPerson' | 'SetPassword' | 'AddSecondFactor'>;

type Reason = PersonRejection | 'own-account';

export type Availability = Available<Reason>;

/** Who administers what is around a person. */
export interface Companies {
  /** Some unit: to which they may appoint. */
  readonly anywhere: Company;
  /** Every unit in which the person has, or will have, rights: an account is worth all of them. */
  readonly overAll: Company;
  /** A unit of one of the proposed appointments. */
  readonly overProposals: Company;
  /** A unit of one of the appointments that have not ended. */
  readonly overAppointments: Company;
}

/** What is so today around a person. */
export interface Today {
  /** An appointment of theirs has not ended. */
  readonly isAppointed: boolean;
  /** Whether an administrator may be one with somebody, where there is another to turn to. See `inOneHand`. */
  readonly isOneHand: (administratorId: string, other: string) => boolean;
}

const { EnterPerson: _enter, SetPassword: _set, AddSecondFactor: _add, ...ofEntered } = rights;

const OF_RIGHTS: readonly ActionType[] = [
  'AppointPerson',
  'ConfirmAppointment',
  'DeclineAppointment',
  'EndAppointment',
];

/**
 * What an administrator may do about a person, and for what they may not, why and who may. Of several appointments or
 * proposals one suffices: a command may still be refused for the one it names, and for its data.
 */
export const availableActions = (
  state: EnteredPerson,
  companies: Companies,
  today: Today,
): Readonly<Record<ActionType, Availability>> =>
  availabilities<ActionType, Reason>(ofEntered, (type) => companies[COMPANY[type] ?? 'overAll'], {
    status: (type) => missing(type, state, today),
    personal: (type, actor) => personal(type, state, actor, today),
  });

const COMPANY: Readonly<Partial<Record<ActionType, keyof Companies>>> = {
  AppointPerson: 'anywhere',
  ConfirmAppointment: 'overProposals',
  DeclineAppointment: 'overProposals',
  EndAppointment: 'overAppointments',
};

/** There is nothing of what the command is about. */
const missing = (
  type: ActionType,
  { account, proposals }: EnteredPerson,
  { isAppointed }: Today,
): Rejected<Reason> | undefined => {
  switch (type) {
    case 'AppointPerson':
    case 'ChangeEmail':
      return undefined;
    case 'ConfirmAppointment':
    case 'DeclineAppointment':
      return proposals.length === 0 ? reject('proposal-missing') : undefined;
    case 'EndAppointment':
      return isAppointed ? undefined : reject('appointment-missing');
    case 'InviteToAccount':
      return account === undefined || account.status === 'INVITED' ? undefined : reject('account-exists');
    case 'RemoveSecondFactor':
      if (account === undefined) return reject('account-missing');
      return account.secondFactorId === undefined ? reject('second-factor-missing') : undefined;
    case 'ResetAccount':
    case 'UnlockAccount':
    case 'DisableAccount':
      return account === undefined ? reject('account-missing') : undefined;
  }
};

/** Nobody changes their own rights; two administrators do what would make one of them the person. */
const personal = (
  type: ActionType,
  { personId, proposals, account, unguardedBy, inHandsOf }: EnteredPerson,
  actor: Actor,
  { isOneHand }: Today,
): Rejected<Reason> | undefined => {
  if (actor.personId === personId) return reject(OF_RIGHTS.includes(type) ? 'own-rights' : 'own-account');
  if (type === 'ConfirmAppointment') {
    const others = proposals.filter(({ proposedBy }) => proposedBy !== actor.personId);
    if (others.length === 0) return reject('proposer-confirms');
    return others.every(({ proposedBy }) => isOneHand(actor.personId, proposedBy))
      ? reject('both-by-one-hand')
      : undefined;
  }
  const hands = type === 'RemoveSecondFactor' ? [account?.vouchedBy, inHandsOf] : handsIn(type, unguardedBy);
  return hands.some((each) => each !== undefined && isOneHand(actor.personId, each))
    ? reject('both-by-one-hand')
    : undefined;
};

/** Whoever removed the second factor hands out no code. */
const handsIn = (type: ActionType, unguardedBy: string | undefined): readonly (string | undefined)[] =>
  type === 'InviteToAccount' || type === 'ResetAccount' ? [unguardedBy] : [];
