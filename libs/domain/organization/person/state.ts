import { addDays, covers, evolveBy, isOfPeople, localDateOf } from '../../kernel/index.ts';
import type { Actor, DocumentCitation, Instant, Period, Recorded, Role, Transitions } from '../../kernel/index.ts';
import type { PersonCommand } from './commands.ts';
import type { PersonEvent } from './events.ts';
import { earlier, span } from '../periods.ts';

/** A role in a unit, with the days for which it was given; it covers that unit and those below. */
export interface Appointment extends Period {
  readonly appointmentId: string;
  readonly unitId: string;
  readonly role: Role;
  readonly document: DocumentCitation;
  /** The person who gave it; two where one proposed and the other confirmed, none where the system did. */
  readonly grantedBy: readonly string[];
  /** The last instant with rights, once its end is recorded. */
  readonly endsAt?: Instant;
}

/** A role of power that one administrator wants to give, and another has not yet confirmed. */
export type Proposal = Omit<Appointment, 'grantedBy' | 'endsAt'> & { readonly proposedBy: string };

export interface EnteredPerson {
  readonly status: 'ENTERED';
  readonly personId: string;
  readonly name: string;
  readonly email?: string;
  /** In the order in which they were recorded. */
  readonly appointments: readonly Appointment[];
  readonly proposals: readonly Proposal[];
  readonly account?: Account;
  /** Who removed the second factor, alone or with the account, and nobody added one since: they could come in alone. */
  readonly unguardedBy?: string;
  /** Who shut the account, by a reset or for good, and the person has set no password since. */
  readonly shutBy?: string;
  /** Whom the code reached, or may have, that took the place of a password of the person's: they could come in as them. */
  readonly inHandsOf?: string;
  /** The administrator who gave the mail address, where the person did not: a code by mail may reach them. */
  readonly emailBy?: string;
}

/** What lets a person sign in; a person has one at most. */
export interface Account {
  /** `INVITED` before the first password, `LOCKED` until the person sets another one. */
  readonly status: 'INVITED' | 'OPEN' | 'LOCKED';
  readonly accountId: string;
  readonly username: string;
  /** Names the password that admits, while it is `OPEN`. */
  readonly credentialId?: string;
  /** Names the second factor whose codes signing in takes beside the password. */
  readonly secondFactorId?: string;
  /** The code that may set a password. */
  readonly invitation?: { readonly invitationId: string; readonly expiresAt: Instant };
  /** The units whose administrator vouched for the password; the system did when absent. */
  readonly within?: readonly string[];
  /** Who handed out the code that set the password: they could know it. */
  readonly vouchedBy?: string;
}

export type PersonState = { readonly status: 'NONE' } | EnteredPerson;

export const initial: PersonState = { status: 'NONE' };

export const transitions = {
  EnterPerson: { from: ['NONE'], events: { PersonEntered: 'ENTERED' } },
  ChangeEmail: { from: ['ENTERED'], events: { EmailChanged: 'same' } },
  AppointPerson: {
    from: ['ENTERED'],
    events: { PersonAppointed: 'same', AccountLocked: 'same', AppointmentProposed: 'same' },
  },
  ConfirmAppointment: { from: ['ENTERED'], events: { PersonAppointed: 'same', AccountLocked: 'same' } },
  DeclineAppointment: { from: ['ENTERED'], events: { AppointmentDeclined: 'same' } },
  EndAppointment: { from: ['ENTERED'], events: { AppointmentEnded: 'same' } },
  InviteToAccount: { from: ['ENTERED'], events: { AccountInvited: 'same' } },
  ResetAccount: { from: ['ENTERED'], events: { AccountReset: 'same' } },
  SetPassword: { from: ['ENTERED'], events: { AccountOpened: 'same', PasswordSet: 'same' } },
  AddSecondFactor: { from: ['ENTERED'], events: { SecondFactorAdded: 'same' } },
  RemoveSecondFactor: { from: ['ENTERED'], events: { SecondFactorRemoved: 'same' } },
  UnlockAccount: { from: ['ENTERED'], events: { AccountUnlocked: 'same' } },
  DisableAccount: { from: ['ENTERED'], events: { AccountDisabled: 'same' } },
} as const satisfies Transitions<PersonCommand, PersonEvent, PersonState>;

export const evolve = evolveBy<PersonState, Recorded<PersonEvent>, typeof transitions>(transitions, {
  PersonEntered: (_, { data }) => ({ ...data, appointments: [], proposals: [] }),
  EmailChanged: ({ email: _before, emailBy: _by, ...state }, { data: { email }, meta: { actor } }) => ({
    ...state,
    ...(email === undefined ? {} : { email }),
    ...(isOfPeople(actor.role) ? { emailBy: actor.personId } : {}),
  }),
  AppointmentProposed: (state, { data, meta }) => ({
    ...state,
    proposals: [...state.proposals, { ...termsOf(data), proposedBy: meta.actor.personId }],
  }),
  PersonAppointed: (state, { data, meta: { actor } }) => {
    const grantedBy = [data.proposedBy, isOfPeople(actor.role) ? actor.personId : undefined];
    const appointment = { ...termsOf(data), grantedBy: grantedBy.filter((each) => each !== undefined) };
    return { ...without(state, data.appointmentId), appointments: [...state.appointments, appointment] };
  },
  AppointmentDeclined: (state, { data }) => without(state, data.appointmentId),
  AppointmentEnded: (state, { data: { appointmentId, endsAt } }) => ({
    ...state,
    appointments: state.appointments.map((each) => (each.appointmentId === appointmentId ? { ...each, endsAt } : each)),
  }),
  AccountInvited: (state, { data: { accountId, username, ...invited }, meta }) => ({
    ...(state.shutBy === undefined ? state : handed(state, invited, meta.actor)),
    account: { status: 'INVITED', accountId, username, ...invitedBy(invited, meta.actor) },
  }),
  AccountOpened: (state, { data: { accountId, username, credentialId }, meta }) => {
    const { account } = state;
    // Before there were invitations an administrator typed the password, and a person could be given several accounts.
    if (account !== undefined && account.status !== 'INVITED') return state;
    const vouched: Pick<Account, 'within' | 'vouchedBy'> =
      account === undefined && isOfPeople(meta.actor.role)
        ? { within: [meta.actor.unitId], vouchedBy: meta.actor.personId }
        : vouchedFor(account);
    return { ...admitted(state), account: { status: 'OPEN', accountId, username, credentialId, ...vouched } };
  },
  AccountReset: (state, { data, meta }) =>
    withAccount(handed(shut(state, meta.actor), data, meta.actor), (account) => ({
      ...locked(account),
      ...invitedBy(data, meta.actor),
    })),
  PasswordSet: (state, { data: { credentialId } }) =>
    withAccount(admitted(state), ({ invitation: _used, ...account }) => ({ ...account, status: 'OPEN', credentialId })),
  SecondFactorAdded: ({ unguardedBy: _before, ...state }, { data: { secondFactorId } }) =>
    withAccount(state, (account) => ({ ...account, secondFactorId })),
  SecondFactorRemoved: (state, { meta: { actor } }) =>
    withAccount(unguarded(state, actor), ({ secondFactorId: _removed, ...account }) => account),
  AccountLocked: (state) => withAccount(state, locked),
  AccountUnlocked: (state) => state,
  AccountDisabled: (state, { meta: { actor } }) => {
    const { account: _closed, ...rest } = shut(unguarded(state, actor), actor);
    return rest;
  },
});

const termsOf = ({
  appointmentId,
  unitId,
  role,
  from,
  until,
  document,
}: DataOf<'PersonAppointed'>): Omit<Proposal, 'proposedBy'> => ({
  ...{ appointmentId, unitId, role, document },
  ...span(from, until),
});

/** A proposal that is settled. */
const without = (state: EnteredPerson, appointmentId: string): EnteredPerson => ({
  ...state,
  proposals: state.proposals.filter((each) => each.appointmentId !== appointmentId),
});

const withAccount = (state: EnteredPerson, change: (account: Account) => Account): EnteredPerson =>
  state.account === undefined ? state : { ...state, account: change(state.account) };

/** A second factor, where there was one, no longer stands between the actor and the person's rights. */
const unguarded = (state: EnteredPerson, { role, personId }: Actor): EnteredPerson =>
  state.account?.secondFactorId !== undefined && isOfPeople(role) ? { ...state, unguardedBy: personId } : state;

/** A password the person had set does not admit any more. Before the first one there is nothing to shut. */
const shut = (state: EnteredPerson, { role, personId }: Actor): EnteredPerson =>
  state.account !== undefined && state.account.status !== 'INVITED' && isOfPeople(role)
    ? { ...state, shutBy: personId }
    : state;

const admitted = ({ shutBy: _before, ...state }: EnteredPerson): EnteredPerson => state;

/** A code takes the place of a password: whoever it reached could come in as the person, until another is handed out. */
const handed = (
  { inHandsOf: _before, ...state }: EnteredPerson,
  { handedOver }: Pick<DataOf<'AccountReset'>, 'handedOver'>,
  { role, personId }: Actor,
): EnteredPerson => {
  const shown = isOfPeople(role) ? personId : undefined;
  const reached = handedOver === 'MAIL' ? state.emailBy : shown;
  return reached === undefined || state.shutBy === undefined ? state : { ...state, inHandsOf: reached };
};

/** Neither the password nor a code admits any more. A second factor stays: it is not what was forgotten or seen. */
const locked = ({ credentialId: _password, invitation: _code, ...account }: Account): Account => {
  const { within: _within, vouchedBy: _by, ...rest } = account;
  return { ...rest, status: account.status === 'INVITED' ? 'INVITED' : 'LOCKED' };
};

const invitedBy = (
  { invitationId, expiresAt, within }: Omit<DataOf<'AccountReset'>, 'personId' | 'accountId'>,
  { role, personId }: Actor,
): Pick<Account, 'invitation' | 'within' | 'vouchedBy'> => ({
  invitation: { invitationId, expiresAt },
  ...(within === undefined ? {} : { within }),
  ...(isOfPeople(role) ? { vouchedBy: personId } : {}),
});

const vouchedFor = ({ within, vouchedBy }: Partial<Account> = {}): Pick<Account, 'within' | 'vouchedBy'> => ({
  ...(within === undefined ? {} : { within }),
  ...(vouchedBy === undefined ? {} : { vouchedBy }),
});

type DataOf<Type extends PersonEvent['type']> = Extract<PersonEvent, { readonly type: Type }>['data'];

/**
 * True when the appointment gives rights at the instant: from the first moment of its first day to the last moment of
 * its last day in Vietnam, and not after the instant at which it was ended.
 */
export const isRunningAt = (appointment: Appointment, instant: Instant): boolean =>
  covers(appointment, localDateOf(instant)) && (appointment.endsAt === undefined || instant <= appointment.endsAt);

/** The days on which it gives rights for at least a moment. Ends before it begins when it never did. */
export const daysOf = ({ from, until, endsAt }: Appointment): Period =>
  span(from, endsAt === undefined ? until : earlier(localDateOf(endsAt), until));

/** The days on which it gives rights from morning to night: the day on which it was ended is free for another. */
export const fullDaysOf = ({ from, until, endsAt }: Appointment): Period =>
  span(from, endsAt === undefined ? until : earlier(addDays(localDateOf(endsAt), -1), until));
