import { createHash } from 'node:crypto';
import { decision } from '#domain';
import { deriveId } from '#engine';
import type { Ask } from '../ask.ts';
import { atItsUnit, runWorkflow, type Context } from '../run-workflow.ts';
import type { UseCase } from '../use-case.ts';
import { evidenceRefs } from '../evidence-refs.ts';
import { isActive } from '../is-active.ts';
import { type Base, bodyOf, decisionWorkflow } from './decision-workflow.ts';
import { withItems } from './claim-items.ts';
import { claimPaper } from './claim-paper.ts';
import { giveUpNumber, type NumberToGiveUp } from './give-up-number.ts';
import { issueDecision, type AnswerToIssue, type IssueRequest } from './issue-decision.ts';
import { factsToFreeze, itemFacts } from './item-facts.ts';

type State = decision.DecisionState;

/** What people ask of decisions; issuing names no number unless the paper bears one already. */
export type DecisionAsk =
  | Ask<'DraftDecision', Omit<decision.DraftDecision['data'], 'decisionId'>>
  | Ask<'CancelDraft', decision.CancelDraft['data']>
  | Ask<'FreezeDecision', decision.FreezeDecision['data']>
  | Ask<'IssueDecision', IssueRequest>
  | Ask<'FilePaper', decision.FilePaper['data']>
  | Ask<'RefuseNumber', NumberToGiveUp>;

export const decisionUseCase: UseCase<DecisionAsk, AnswerToIssue> = {
  async run(ports, ask) {
    const commandId = ask.idempotencyKey ?? ports.newId();
    const id = ask.id ?? deriveId(commandId, 'decision');
    const base: Base = {
      ...{ id, commandId, said: ask.data },
      place: ({ state }) => (ask.type === 'DraftDecision' ? { unitId: ask.data.unitId } : atItsUnit(state)),
    };
    switch (ask.type) {
      case 'IssueDecision':
        return issueDecision(ports, ask, base);
      case 'RefuseNumber':
        return giveUpNumber(ports, ask, base);
      case 'DraftDecision':
        return runWorkflow(ports, decisionWorkflow, ask, {
          ...base,
          data: { ...ask.data, decisionId: id },
          facts: (context) => draftFacts(ask.data, context),
        });
      case 'CancelDraft':
        return runWorkflow(ports, decisionWorkflow, ask, { ...base, data: ask.data, facts: () => ({}) });
      case 'FilePaper':
        return runWorkflow(ports, decisionWorkflow, ask, {
          ...base,
          data: ask.data,
          facts: async (context) => ({
            evidence: await evidenceRefs(context, [ask.data.paperId], bodyOf(context.loaded.state)),
          }),
          complete: (command, context) => withPaper(command as decision.FilePaper, context, ask.dryRun === true),
        });
      case 'FreezeDecision':
        return runWorkflow(ports, decisionWorkflow, ask, {
          ...base,
          data: ask.data,
          facts: freezeFacts,
          complete: (command, context) => withItems(command as decision.FreezeDecision, context, ask.dryRun === true),
        });
    }
  },
};

const draftFacts = async (
  { unitId, act, items }: Omit<decision.DraftDecision['data'], 'decisionId'>,
  context: Context<State>,
): Promise<decision.DraftDecision['facts']> => {
  const found = items.length > decision.MAX_ITEMS ? [] : await itemFacts(context, { act, items });
  return {
    unitActive: isActive(context.directory, unitId, context.at),
    unknownItems: found.filter(({ revision }) => revision < 0).map(({ id }) => id),
  };
};

const withPaper = async (
  command: decision.FilePaper,
  context: Context<State>,
  dryRun: boolean,
): Promise<decision.FilePaper> => {
  const [paper] = command.facts.evidence;
  if (paper === undefined || decision.decide(command, context.loaded.state).kind === 'rejected') return command;
  return { ...command, facts: { ...command.facts, paperOf: await claimPaper(paper, context, dryRun) } };
};

/** How long to wait to see that another decision was cancelled just now. */
const MAX_WAIT_MS = 2000;

const freezeFacts = async (context: Context<State>): Promise<decision.FreezeDecision['facts']> => {
  const { state } = context.loaded;
  if (state.status !== 'DRAFT') return { items: [], manifestSha256: '' };
  const { store, waitForReadModels } = context.ports;
  await waitForReadModels(await store.head(), MAX_WAIT_MS);
  const items = await factsToFreeze(context, state);
  const text = decision.manifestText(decision.manifestOf(state.items, items));
  return { items, manifestSha256: createHash('sha256').update(text).digest('hex') };
};
