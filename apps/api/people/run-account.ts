import { organization, reject, type Rejected } from '#domain';
import { deriveId } from '#engine';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Answered, Ask } from '../commanding/ask.ts';
import { PORTS, type Ports } from '../commanding/ports.ts';
import { isRejected, runWorkflow, type Context, type Run } from '../commanding/run-workflow.ts';
import type { Rejection } from '../http/problem/problem-table.ts';
import { reaches } from './reach.ts';
import { personWorkflow } from './run-person.ts';

type State = organization.PersonState;

type OpenAsk = Ask<'OpenAccount', { readonly username: string; readonly password: string }>;
type DisableAsk = Ask<'DisableAccount', Record<never, never>>;

export type AccountAsk = (OpenAsk | DisableAsk) & { readonly id: string };

export class RunAccountCommand extends Command<Answered> {
  readonly ask: AccountAsk;
  constructor(ask: AccountAsk) {
    super();
    this.ask = ask;
  }
}

/**
 * The event and the row that lets somebody in agree, wherever a process stops: the row is made first but admits nobody
 * before the event stands in the log; and it is closed before its closing is recorded. What was left in between is
 * finished by the same `Idempotency-Key`. The password is in the row only.
 */
@CommandHandler(RunAccountCommand)
export class RunAccountHandler implements ICommandHandler<RunAccountCommand> {
  private readonly ports: Ports;
  constructor(@Inject(PORTS) ports: Ports) {
    this.ports = ports;
  }

  execute({ ask }: RunAccountCommand): Promise<Answered> {
    const commandId = ask.idempotencyKey ?? this.ports.newId();
    return ask.type === 'OpenAccount' ? this.open(ask, commandId) : this.disable(ask, commandId);
  }

  private async open(ask: OpenAsk & { readonly id: string }, commandId: string): Promise<Answered> {
    const { username, password } = ask.data;
    const accountId = deriveId(commandId, 'account');
    const run = { ...base(ask, commandId), said: { username }, data: { accountId, username } };
    const tried = await runWorkflow(this.ports, personWorkflow, { ...ask, dryRun: true }, run);
    if (ask.dryRun === true || (isRejected(tried) && !isStale(tried))) return tried;
    const { accounts, clock } = this.ports;
    const account = { id: accountId, personId: ask.id, username, password, at: clock.now() };
    const refused = isStale(tried) ? undefined : await accounts.prepare(account);
    if (refused !== undefined) return refused;
    const answer = await runWorkflow(this.ports, personWorkflow, ask, run);
    if (!isRejected(answer)) await accounts.activate(accountId, clock.now());
    return answer;
  }

  private async disable(ask: DisableAsk & { readonly id: string }, commandId: string): Promise<Answered> {
    const run = { ...base(ask, commandId), said: {}, data: {} };
    const tried = await runWorkflow(this.ports, personWorkflow, { ...ask, dryRun: true }, run);
    const again = isRejected(tried) && tried.reason === 'account-missing';
    if (ask.dryRun === true || (isRejected(tried) && !again && !isStale(tried))) return tried;
    if (!isStale(tried)) await this.ports.accounts.disable(ask.id, this.ports.clock.now());
    return runWorkflow(this.ports, personWorkflow, ask, run);
  }
}

/** Somebody acted meanwhile; unless it was this very command, repeated, which is then answered from the log. */
const isStale = (tried: Answered): boolean => isRejected(tried) && tried.reason === 'stale-revision';

const base = (
  ask: AccountAsk,
  commandId: string,
): Pick<Run<State, organization.PersonCommand>, 'id' | 'commandId' | 'place' | 'facts'> => ({
  id: ask.id,
  commandId,
  place: (state) => (state.status === 'NONE' ? 'nowhere' : 'anywhere'),
  facts: (context) => Promise.resolve(reachOf(ask, context) ?? {}),
});

/** An account is worth all rights of its person. */
const reachOf = ({ id, caller }: AccountAsk, { directory, at }: Context<State>): Rejected<Rejection> | undefined => {
  if (caller.kind === 'system') return undefined;
  if (caller.personId === id) return reject('own-account');
  return reaches(directory, caller.personId, id, at) ? undefined : reject('forbidden');
};
