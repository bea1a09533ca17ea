import { accept, addDays, fold, reject, type Instant, type Outcome, type Rejected } from '../../kernel/index.ts';
import type {
  AccountCommand,
  AddSecondFactor,
  InviteToAccount,
  PersonRejection,
  RemoveSecondFactor,
  ResetAccount,
  SetPassword,
} from './commands.ts';
import type { PersonEvent } from './events.ts';
import type { Account, EnteredPerson } from './state.ts';

type AccountOutcome = Outcome<PersonEvent, PersonRejection>;

/** Days for which a code sets a password: 72 hours. */
const CODE_DAYS = 3;

type Decisions = {
  readonly [Type in AccountCommand['type']]: (
    command: Extract<AccountCommand, { readonly type: Type }>,
    state: EnteredPerson,
  ) => AccountOutcome;
};

/** Decides on what lets a person sign in. Only the person ever sets a password; administrators hand out codes. */
export const accountDecisions: Decisions = {
  InviteToAccount: (command, state) => invite(command, state),
  ResetAccount: (command, state) => withAccount(state, (account) => resetAccount(command, state, account)),
  SetPassword: (command, state) => setPassword(command, state),
  AddSecondFactor: (command, state) => withAccount(state, (account) => addSecondFactor(command, state, account)),
  RemoveSecondFactor: (command, state) => withAccount(state, (account) => removeSecondFactor(command, state, account)),
  UnlockAccount: (_command, state) =>
    withAccount(state, ({ accountId }) =>
      accept({ type: 'AccountUnlocked', data: { personId: state.personId, accountId } }),
    ),
  DisableAccount: (_command, state) =>
    withAccount(state, () => accept({ type: 'AccountDisabled', data: { personId: state.personId } })),
};

const withAccount = ({ account }: EnteredPerson, decide: (account: Account) => AccountOutcome): AccountOutcome =>
  account === undefined ? reject('account-missing') : decide(account);

const invite = (
  { data, facts, meta }: InviteToAccount,
  { personId, account, email, unguardedBy = '' }: EnteredPerson,
): AccountOutcome => {
  const username = fold(data.username);
  if (username === '') return reject('name-empty', { pointer: '/username' });
  if (account !== undefined && account.status !== 'INVITED') return reject('account-exists');
  if (facts.oneHand.includes(unguardedBy)) return reject('both-by-one-hand');
  if (facts.usernameTaken) return reject('username-taken', { pointer: '/username' });
  if (data.handedOver === 'MAIL' && email === undefined) return reject('email-missing', { pointer: '/handedOver' });
  const { accountId, invitationId } = data;
  const invited = { personId, accountId, username, invitationId, ...until(meta.at), ...how(data), ...vouching(facts) };
  return accept({ type: 'AccountInvited', data: invited });
};

const resetAccount = (
  { data, facts, meta }: ResetAccount,
  { personId, email, unguardedBy = '' }: EnteredPerson,
  { accountId }: Account,
): AccountOutcome => {
  if (facts.oneHand.includes(unguardedBy)) return reject('both-by-one-hand');
  if (data.handedOver === 'MAIL' && email === undefined) return reject('email-missing', { pointer: '/handedOver' });
  const { invitationId } = data;
  const reset = { personId, accountId, invitationId, ...until(meta.at), ...how(data), ...vouching(facts) };
  return accept({ type: 'AccountReset', data: reset });
};

const setPassword = ({ data, meta }: SetPassword, { personId, account }: EnteredPerson): AccountOutcome => {
  const { credentialId, invitationId } = data;
  if (meta.actor.personId !== personId) return reject('role-not-allowed');
  if (account === undefined) return reject('account-missing');
  const refused = notProven(account, invitationId, meta.at);
  if (refused !== undefined) return refused;
  const { accountId, username, status } = account;
  const set = { personId, accountId, credentialId };
  return accept(
    status === 'INVITED' ? { type: 'AccountOpened', data: { ...set, username } } : { type: 'PasswordSet', data: set },
  );
};

const addSecondFactor = (
  { data: { secondFactorId }, meta }: AddSecondFactor,
  { personId }: EnteredPerson,
  account: Account,
): AccountOutcome => {
  if (meta.actor.personId !== personId) return reject('role-not-allowed');
  if (account.secondFactorId !== undefined) return reject('second-factor-exists');
  return accept({ type: 'SecondFactorAdded', data: { personId, accountId: account.accountId, secondFactorId } });
};

const removeSecondFactor = (
  { facts, meta }: RemoveSecondFactor,
  { personId, inHandsOf = '' }: EnteredPerson,
  account: Account,
): AccountOutcome => {
  const { role } = meta.actor;
  if (role === 'SELF' && meta.actor.personId !== personId) return reject('role-not-allowed');
  if (account.secondFactorId === undefined) return reject('second-factor-missing');
  const { vouchedBy = '' } = account;
  if ([vouchedBy, inHandsOf].some((each) => facts.oneHand.includes(each))) return reject('both-by-one-hand');
  return accept({ type: 'SecondFactorRemoved', data: { personId, accountId: account.accountId } });
};

/** The code must be the last that was handed out; the password of today must admit. */
const notProven = (
  { status, invitation }: Account,
  invitationId: string | undefined,
  at: Instant,
): Rejected<PersonRejection> | undefined => {
  if (invitationId === undefined) return status === 'OPEN' ? undefined : reject('account-missing');
  if (invitation?.invitationId !== invitationId) return reject('code-invalid', { pointer: '/code' });
  return invitation.expiresAt < at ? reject('code-lapsed', { pointer: '/code' }) : undefined;
};

const until = (at: Instant): { readonly expiresAt: Instant } => ({
  expiresAt: `${addDays(at.slice(0, 10), CODE_DAYS)}${at.slice(10)}`,
});

const how = ({ handedOver }: { readonly handedOver?: 'MAIL' }): { readonly handedOver?: 'MAIL' } =>
  handedOver === undefined ? {} : { handedOver };

const vouching = ({ within }: { readonly within?: readonly string[] }): { readonly within?: readonly string[] } =>
  within === undefined ? {} : { within };
