import { organization, reject, type Rejected } from '#domain';
import type { NewSecondFactor, SignedIn } from '#identity';
import type { CorePorts, Ports as AllPorts } from '../ports.ts';
import type { Rejection } from '../rejection.ts';
import { ownAccount } from './own-account.ts';
import { proveAnew, type Proving } from './prove-anew.ts';

type Ports = CorePorts & Pick<AllPorts, 'accounts'>;

/** A second factor to be entered into a device; it counts once a code of it is shown, see {@link addSecondFactor}. */
export const makeSecondFactor = async (
  ports: Ports,
  proof: Proving,
): Promise<NewSecondFactor | Rejected<Rejection>> => {
  const { book } = await ports.directory.current();
  const account = organization.personOf(book, proof.personId)?.account;
  if (account?.secondFactorId !== undefined) return reject('second-factor-exists');
  const proven = await proveAnew(ports, proof);
  if (proven.kind === 'rejected') return proven;
  const { accounts, clock, newId } = ports;
  const of = { personId: proof.personId, username: account?.username ?? '', at: clock.now() };
  return accounts.makeSecondFactor({ ...of, secondFactorId: newId() });
};

/** From then on signing in takes a code beside the password. Sessions that began without one are over. */
export const addSecondFactor = async (
  ports: Ports,
  who: SignedIn,
  { secondFactorId, code }: { readonly secondFactorId: string; readonly code: string },
): Promise<SignedIn | Rejected<Rejection>> => {
  const { personId } = who;
  const shown = { secondFactorId, personId, code, at: ports.clock.now() };
  if (!(await ports.accounts.proveSecondFactor(shown))) return reject('code-invalid', { pointer: '/code' });
  const after: SignedIn = { ...who, secondFactorId, provenBy: 'PASSWORD_AND_CODE' };
  const answer = await ownAccount.run(ports, {
    ...{ type: 'AddSecondFactor', id: personId, data: { secondFactorId } },
    caller: { kind: 'person', ...after },
  });
  return answer.kind === 'rejected' ? answer : after;
};

/** The password alone admits again. */
export const removeSecondFactor = async (ports: Ports, proof: Proving): Promise<SignedIn | Rejected<Rejection>> => {
  const proven = await proveAnew(ports, proof);
  if (proven.kind === 'rejected') return proven;
  const { kind: _kind, secondFactorId: _removed, ...who } = proven;
  const answer = await ownAccount.run(ports, {
    ...{ type: 'RemoveSecondFactor', id: who.personId, data: {} },
    caller: { kind: 'person', ...who },
  });
  return answer.kind === 'rejected' ? answer : { ...who, provenBy: 'PASSWORD' };
};
