import { createHash } from 'node:crypto';
import { decision, type Rejected } from '#domain';
import { deriveId } from '#engine';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Answered, Ask } from '../commanding/ask.ts';
import { PORTS, type Ports } from '../commanding/ports.ts';
import { runWorkflow, type Context, type Run } from '../commanding/run-workflow.ts';
import { isActive } from '../commanding/unit-facts.ts';
import type { Rejection } from '../http/problem/problem-table.ts';
import { decisionWorkflow } from './decision-workflow.ts';
import { giveUpNumber, type NumberToGiveUp } from './give-up-number.ts';
import { issueDecision, type IssueRequest } from './issue-decision.ts';
import { itemFacts } from './item-facts.ts';

type State = decision.DecisionState;

/** What people ask of decisions; issuing names no number unless the paper bears one already. */
export type DecisionAsk =
  | Ask<'DraftDecision', Omit<decision.DraftDecision['data'], 'decisionId'>>
  | Ask<'CancelDraft', decision.CancelDraft['data']>
  | Ask<'FreezeDecision', decision.FreezeDecision['data']>
  | Ask<'IssueDecision', IssueRequest>
  | Ask<'RefuseNumber', NumberToGiveUp>;

export class RunDecisionCommand extends Command<Answered> {
  readonly ask: DecisionAsk;
  constructor(ask: DecisionAsk) {
    super();
    this.ask = ask;
  }
}

@CommandHandler(RunDecisionCommand)
export class RunDecisionHandler implements ICommandHandler<RunDecisionCommand> {
  private readonly ports: Ports;
  constructor(@Inject(PORTS) ports: Ports) {
    this.ports = ports;
  }

  async execute({ ask }: RunDecisionCommand): Promise<Answered> {
    const commandId = ask.idempotencyKey ?? this.ports.newId();
    const id = ask.id ?? deriveId(commandId, 'decision');
    const base: Pick<Run<State, decision.DecisionCommand>, 'id' | 'commandId' | 'said' | 'place'> = {
      id,
      commandId,
      said: ask.data,
      place: (state) =>
        ask.type === 'DraftDecision'
          ? { unitId: ask.data.unitId }
          : state.status === 'NONE'
            ? 'nowhere'
            : { unitId: state.unitId },
    };
    switch (ask.type) {
      case 'IssueDecision':
        return issueDecision(this.ports, ask, base);
      case 'RefuseNumber':
        return giveUpNumber(this.ports, ask, base);
      case 'DraftDecision':
        return runWorkflow(this.ports, decisionWorkflow, ask, {
          ...base,
          data: { ...ask.data, decisionId: id },
          facts: ({ directory, at }) => Promise.resolve({ unitActive: isActive(directory, ask.data.unitId, at) }),
        });
      case 'CancelDraft':
        return runWorkflow(this.ports, decisionWorkflow, ask, {
          ...base,
          data: ask.data,
          facts: () => Promise.resolve({}),
        });
      case 'FreezeDecision':
        return runWorkflow(this.ports, decisionWorkflow, ask, { ...base, data: ask.data, facts: freezeFacts });
    }
  }
}

const freezeFacts = async ({
  ports,
  loaded: { state },
}: Context<State>): Promise<decision.FreezeDecision['facts'] | Rejected<Rejection>> => {
  if (state.status !== 'DRAFT') return { items: [], manifestSha256: '' };
  const items = await itemFacts(ports, state.act, state.items);
  const text = decision.manifestText(decision.manifestOf(state.items, items));
  return { items, manifestSha256: createHash('sha256').update(text).digest('hex') };
};
