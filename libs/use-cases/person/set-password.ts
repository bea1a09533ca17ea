import { organization, reject, type Proof, type Rejected } from '#domain';
import { deriveId } from '#engine';
import { signedIn, type SignedIn } from '#identity';
import type { CorePorts, Ports as AllPorts } from '../ports.ts';
import type { Rejection } from '../rejection.ts';
import { accountUseCase, invitationOf } from './account.use-case.ts';
import { ownAccount } from './own-account.ts';
import { proveAnew, type Proving } from './prove-anew.ts';

type Ports = CorePorts & Pick<AllPorts, 'accounts'>;

type Answering = Promise<SignedIn | Rejected<Rejection>>;

/** The first password, or one for another that was lost: by the code an administrator handed out. */
export const setPasswordByCode = async (
  ports: Ports,
  { code, password }: { readonly code: string; readonly password: string },
): Answering => {
  const invitation = await ports.accounts.invitationOf(code);
  if (invitation === undefined) return reject('code-invalid', { pointer: '/code' });
  return setPassword(ports, { ...invitation, password, provenBy: 'INVITATION' });
};

/** Another password, by the one of today: whoever finds a session open does not get to keep the account. */
export const changePassword = async (
  ports: Ports,
  { password, ...proof }: Proving & { readonly password: string },
): Answering => {
  const proven = await proveAnew(ports, proof);
  if (proven.kind === 'rejected') return proven;
  return setPassword(ports, { ...proof, password, provenBy: proven.provenBy });
};

/** An account that is open from the start, for the sample and for tests: the system hands itself the code. */
export const openAccount = async (
  ports: Ports,
  {
    personId: id,
    username,
    password,
    idempotencyKey = ports.newId(),
  }: {
    readonly personId: string;
    readonly username: string;
    readonly password: string;
    readonly idempotencyKey?: string;
  },
): Answering => {
  const caller = { kind: 'system' } as const;
  const invite = { caller, type: 'InviteToAccount', id, idempotencyKey, data: { username } } as const;
  const invited = await accountUseCase.run(ports, invite);
  if (invited.kind === 'rejected') return invited;
  return setPassword(ports, { ...invitationOf(invited), password, provenBy: 'INVITATION' });
};

interface Setting {
  readonly personId: string;
  readonly invitationId?: string;
  readonly password: string;
  readonly provenBy: Proof;
}

/** The password is kept first: it admits nobody before the log names it. */
const setPassword = async (ports: Ports, { personId, invitationId, password, provenBy }: Setting): Answering => {
  const { clock, newId, directory, accounts } = ports;
  const account = organization.personOf((await directory.current()).book, personId)?.account;
  if (account === undefined) return reject('code-invalid', { pointer: '/code' });
  const { accountId, username, secondFactorId } = account;
  const idempotencyKey = newId();
  const credentialId = deriveId(idempotencyKey, 'password');
  const weak = await accounts.keepPassword({ credentialId, username, password, at: clock.now() });
  if (weak !== undefined) return weak;
  const answer = await ownAccount.run(ports, {
    caller: { kind: 'person', personId, accountId, provenBy },
    ...{ type: 'SetPassword', id: personId, idempotencyKey },
    data: { credentialId, ...(invitationId === undefined ? {} : { invitationId }) },
  });
  return answer.kind === 'rejected' ? answer : signedIn({ personId, accountId, credentialId, secondFactorId });
};
