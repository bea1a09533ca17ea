import { reject, type organization, type Rejected } from '#domain';
import { deriveId, isRejected } from '#engine';
import type { Answer, Answered, Ask } from '../ask.ts';
import type { CorePorts, Ports as AllPorts } from '../ports.ts';
import { runWorkflow, type Context, type Run } from '../run-workflow.ts';
import type { UseCase } from '../use-case.ts';
import type { Rejection } from '../rejection.ts';
import { reaches } from './reach.ts';
import { personWorkflow } from './person.use-case.ts';

type State = organization.PersonState;

type Ports = CorePorts & { readonly accounts: Pick<AllPorts['accounts'], 'prepare' | 'activate' | 'disable'> };

type OpenAsk = Ask<'OpenAccount', { readonly username: string; readonly password: string }>;
type DisableAsk = Ask<'DisableAccount', Record<never, never>>;

export type AccountAsk = (OpenAsk | DisableAsk) & { readonly id: string };

/**
 * The event and the row that lets somebody in agree, wherever a process stops: the row is made first but admits nobody
 * before the event stands in the log; and it is closed before its closing is recorded. What was left in between is
 * finished by the same `Idempotency-Key`. The password is in the row only.
 */
export const accountUseCase: UseCase<AccountAsk, Answer, Ports> = {
  run(ports, ask) {
    const commandId = ask.idempotencyKey ?? ports.newId();
    return ask.type === 'OpenAccount' ? open(ports, ask, commandId) : disable(ports, ask, commandId);
  },
};

async function open(ports: Ports, ask: OpenAsk & { readonly id: string }, commandId: string): Promise<Answered> {
  const { username, password } = ask.data;
  const accountId = deriveId(commandId, 'account');
  const run = { ...base(ask, commandId), said: { username }, data: { accountId, username } };
  const tried = await runWorkflow(ports, personWorkflow, { ...ask, dryRun: true }, run);
  if (ask.dryRun === true || (isRejected(tried) && !isStale(tried))) return tried;
  const { accounts, clock } = ports;
  const account = { id: accountId, personId: ask.id, username, password, at: clock.now() };
  const refused = isStale(tried) ? undefined : await accounts.prepare(account);
  if (refused !== undefined) return refused;
  const answer = await runWorkflow(ports, personWorkflow, ask, run);
  if (!isRejected(answer)) await accounts.activate(accountId, clock.now());
  return answer;
}

async function disable(ports: Ports, ask: DisableAsk & { readonly id: string }, commandId: string): Promise<Answered> {
  const run = { ...base(ask, commandId), said: {}, data: {} };
  const tried = await runWorkflow(ports, personWorkflow, { ...ask, dryRun: true }, run);
  const again = isRejected(tried) && tried.reason === 'account-missing';
  if (ask.dryRun === true || (isRejected(tried) && !again && !isStale(tried))) return tried;
  if (!isStale(tried)) await ports.accounts.disable(ask.id, ports.clock.now());
  return runWorkflow(ports, personWorkflow, ask, run);
}

/** Somebody acted meanwhile; unless it was this very command, repeated, which is then answered from the log. */
const isStale = (tried: Answered): boolean => isRejected(tried) && tried.reason === 'stale-revision';

const base = (
  ask: AccountAsk,
  commandId: string,
): Pick<Run<State, organization.PersonCommand, CorePorts>, 'id' | 'commandId' | 'place' | 'facts'> => ({
  id: ask.id,
  commandId,
  place: ({ state }) => (state.status === 'NONE' ? 'nowhere' : 'anywhere'),
  facts: (context) => reachOf(ask, context) ?? {},
});

/** An account is worth all rights of its person. */
const reachOf = (
  { id, caller }: AccountAsk,
  { directory, at }: Context<State, CorePorts>,
): Rejected<Rejection> | undefined => {
  if (caller.kind === 'system') return undefined;
  if (caller.personId === id) return reject('own-account');
  return reaches(directory, caller.personId, id, at) ? undefined : reject('forbidden');
};
