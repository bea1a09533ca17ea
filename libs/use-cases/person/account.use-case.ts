import { organization, reject, type Rejected } from '#domain';
import { deriveId } from '#engine';
import { rightsAt } from '#identity';
import type { Answer, Ask } from '../ask.ts';
import type { CorePorts, Ports as AllPorts } from '../ports.ts';
import { runThroughGate } from '../run-through-gate.ts';
import { runWorkflow, type Context } from '../run-workflow.ts';
import type { UseCase } from '../use-case.ts';
import type { Rejection } from '../rejection.ts';
import { workflowUseCase } from '../workflow-use-case.ts';
import { addressed } from './mail-address.ts';
import { reaches } from './reach.ts';
import { personWorkflow } from './person.use-case.ts';
import { slipText } from './slip.ts';

type Ports = CorePorts & {
  readonly accounts: Pick<AllPorts['accounts'], 'issueCode' | 'withdrawCode' | 'unlock'>;
} & Pick<AllPorts, 'sendCode'>;

type Act<Type extends string, Data = Record<never, never>> = Ask<Type, Data> & { readonly id: string };

type HandingOver = Pick<organization.ResetAccount['data'], 'handedOver'>;

export type AccountAsk =
  | Act<'InviteToAccount', { readonly username: string } & HandingOver>
  | Act<'ResetAccount', HandingOver>
  | Act<'ChangeEmail', organization.ChangeEmail['data']>
  | Act<'RemoveSecondFactor'>
  | Act<'UnlockAccount'>
  | Act<'DisableAccount'>;

/** The code is shown this once, to whoever hands it to the person; not to who sends the same command again. */
export type AnswerWithCode = Answer & { readonly code?: string; readonly slip?: string };

const administered: UseCase<AccountAsk, Answer, Ports> = workflowUseCase(personWorkflow, {
  data: (ask, { commandId }) => {
    const invitationId = invitationIdOf(commandId);
    if (ask.type === 'ResetAccount') return { ...ask.data, invitationId };
    if (ask.type !== 'InviteToAccount') return ask.data;
    return { ...ask.data, invitationId, accountId: deriveId(commandId, 'account') };
  },
  place: (_ask, { state }) => (state.status === 'NONE' ? 'nowhere' : 'anywhere'),
  facts: (ask, context) =>
    reachOf(ask, context) ?? {
      ...(ask.type === 'ChangeEmail' ? addressed(ask.data) : {}),
      ...vouching(ask, context),
      ...naming(ask, context),
      ...oneHand(ask, context),
    },
  run: ({ type }) => (type === 'InviteToAccount' ? runThroughGate : runWorkflow),
});

/** The event comes first: a code without its event sets no password, and what was recorded is finished by the same key. */
export const accountUseCase: UseCase<AccountAsk, AnswerWithCode, Ports> = {
  async run(ports, ask) {
    if (byMail(ask) && ports.sendCode === undefined) return reject('mail-not-set', { pointer: '/handedOver' });
    const answer = await administered.run(ports, ask);
    if (answer.kind === 'rejected' || ask.dryRun === true) return answer;
    if (ask.type === 'UnlockAccount') await unlock(ports, answer.id);
    if (ask.type !== 'InviteToAccount' && ask.type !== 'ResetAccount') return answer;
    const code = await ports.accounts.issueCode({ ...invitationOf(answer), at: ports.clock.now() });
    if (code === undefined) return answer;
    return byMail(ask) ? sendCode(ports, answer, code) : { ...answer, code, ...(await slipFor(ports, answer, code)) };
  },
};

const byMail = (ask: AccountAsk): boolean =>
  (ask.type === 'InviteToAccount' || ask.type === 'ResetAccount') && ask.data.handedOver === 'MAIL';

/** What is printed of the code; nothing where another one has taken its place meanwhile. */
const slipFor = async (ports: Ports, answer: Answer, code: string): Promise<{ readonly slip?: string }> => {
  const { name, account } = organization.personOf((await ports.directory.current()).book, answer.id) ?? {};
  if (name === undefined || account?.invitation?.invitationId !== invitationOf(answer).invitationId) return {};
  const { username, invitation } = account;
  return { slip: slipText({ name, username, code, expiresAt: invitation.expiresAt }) };
};

/** A code that was not handed over is void: the same command again sends another. */
const sendCode = async (ports: Ports, answer: Answer, code: string): Promise<AnswerWithCode | Rejected<Rejection>> => {
  const { book } = await ports.directory.current();
  const { account, email } = organization.personOf(book, answer.id) ?? {};
  const sent =
    account !== undefined &&
    email !== undefined &&
    (await ports.sendCode?.({ to: email, username: account.username, code })) === true;
  if (sent) return answer;
  await ports.accounts.withdrawCode(invitationOf(answer).invitationId);
  return reject('mail-not-taken', { pointer: '/handedOver' });
};

/** The invitation that a command made. */
export const invitationOf = ({
  id,
  commandId,
}: Answer): { readonly invitationId: string; readonly personId: string } => ({
  invitationId: invitationIdOf(commandId),
  personId: id,
});

const invitationIdOf = (commandId: string): string => deriveId(commandId, 'invitation');

const unlock = async ({ directory, accounts }: Ports, personId: string): Promise<void> => {
  const { book } = await directory.current();
  const account = organization.personOf(book, personId)?.account;
  if (account !== undefined) await accounts.unlock(account.username);
};

type At = Context<organization.PersonState, Ports>;

/** An account is worth all rights of its person. */
const reachOf = ({ id, caller }: AccountAsk, { directory, at }: At): Rejected<Rejection> | undefined => {
  if (caller.kind === 'system') return undefined;
  if (caller.personId === id) return reject('own-account');
  return reaches(directory, caller.personId, id, at)
    ? undefined
    : reject('forbidden', { params: { role: 'SYSTEM_ADMIN' } });
};

const vouching = ({ caller }: AccountAsk, { directory, at }: At): { readonly within?: readonly string[] } =>
  caller.kind === 'system'
    ? {}
    : {
        within: rightsAt(directory, caller.personId, at)
          .filter(({ role }) => role === 'SYSTEM_ADMIN')
          .map(({ unitId }) => unitId),
      };

const oneHand = (
  { caller, id }: AccountAsk,
  { directory: { book, tree }, at }: At,
): { readonly oneHand: readonly string[] } => {
  if (caller.kind === 'system' || tree.rootId === undefined) return { oneHand: [] };
  const { personId } = caller;
  const asked = { unitId: tree.rootId, besides: [personId, id], at };
  if (!organization.anotherAdministrator(book, tree, asked)) return { oneHand: [] };
  const { account, unguardedBy, inHandsOf } = organization.personOf(book, id) ?? {};
  const hands = [account?.vouchedBy, inHandsOf, unguardedBy].filter((each) => each !== undefined);
  return { oneHand: hands.filter((each) => organization.inOneHand(book, personId, each)) };
};

const naming = (ask: AccountAsk, { id, directory: { book } }: At): { readonly usernameTaken: boolean } => {
  const holder = ask.type === 'InviteToAccount' ? organization.holderOf(book, ask.data.username) : undefined;
  return { usernameTaken: holder !== undefined && holder.personId !== id };
};
