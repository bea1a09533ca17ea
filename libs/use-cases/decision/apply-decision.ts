import { decision, type EventOf } from '#domain';
import type { RecordedEvent } from '#event-store';
import { awaitAll, type Reaction } from '#engine';
import { runDecisionCommand, runItemCommand, runVoidNumber, type FollowUps } from './follow-ups.ts';

/** Items told of the decision at the same time, and noted together. */
const CHUNK = 64;

type Issued = RecordedEvent<EventOf<'DecisionIssued'>>;

/**
 * An issued decision reaches each item of its manifest exactly once, through the item's own workflow. What an item
 * answers is noted on the decision; the last answer completes it. A number the decision gave up is struck in its book.
 * After a crash it goes on with the items that have not answered.
 */
export const applyDecision = (tools: FollowUps): Reaction => ({
  name: 'apply-decision',
  categories: ['decision'],
  async handle(event) {
    if (event.type === 'DecisionIssued') await applyItems(tools, event);
    if (event.type === 'DecisionNumberRefused') await strikeNumber(tools, event);
  },
});

async function applyItems(tools: FollowUps, issued: Issued): Promise<void> {
  const followUps = new Map(decision.afterDecisionIssued(issued).map((one) => [one.key, one]));
  for (;;) {
    const { state } = await tools.engine.load(issued.stream, decision.decider);
    const pending = decision.pendingItems(state).slice(0, CHUNK);
    const first = pending[0];
    if (!first) return;
    const chunk = pending.flatMap((item) => followUps.get(decision.itemKey(item)) ?? []);
    const results = await awaitAll(chunk.map((one) => tell(tools, issued, one)));
    const noted = decision.afterItemsAnswered(issued, results, `results:${decision.itemKey(first)}`);
    const answer = await runDecisionCommand(tools, issued, noted);
    if (answer.kind === 'rejected') throw new Error(`the items' answers were not taken: ${answer.reason}`);
  }
}

async function tell(tools: FollowUps, issued: Issued, followUp: decision.ItemFollowUp): Promise<decision.ItemResult> {
  const answer = await runItemCommand(tools, issued, followUp, issued.data.unitId);
  const { kind, id } = followUp;
  return answer.kind === 'done'
    ? { kind, id, outcome: 'APPLIED' }
    : { kind, id, outcome: 'REJECTED', reason: answer.reason };
}

async function strikeNumber(tools: FollowUps, refused: RecordedEvent<EventOf<'DecisionNumberRefused'>>): Promise<void> {
  const answer = await runVoidNumber(tools, refused, decision.afterNumberRefused(refused));
  if (answer.kind === 'rejected') throw new Error(`the number was not struck: ${answer.reason}`);
}
