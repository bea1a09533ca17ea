import { setTimeout as sleep } from 'node:timers/promises';
import { decision, type EventOf } from '#domain';
import type { RecordedEvent } from '#event-store';
import type { Reaction } from '#engine';
import { runDecisionCommand, runVoidNumber, type FollowUps } from './follow-ups.ts';

type NumberReserved = RecordedEvent<EventOf<'NumberReserved'>>;

/**
 * Whoever reserved a number for a decision was about to issue it. If that did not happen, because the process died in
 * between, it is done here; when the decision refuses, it gives the number up with the reason. So a book has no gap
 * that nobody explains.
 *
 * @param graceMs how long the one who began has to finish, in milliseconds
 */
export const carryOnIssuing = (tools: FollowUps, graceMs: number): Reaction => ({
  name: 'carry-on-issuing',
  categories: ['numbering'],
  async handle(event) {
    if (event.type !== 'NumberReserved') return;
    if ((await use(tools, event)) === 'ISSUED') return;
    await grace(tools, event, graceMs);
    await carryOn(tools, event);
  },
});

async function carryOn(tools: FollowUps, reserved: NumberReserved): Promise<void> {
  switch (await use(tools, reserved)) {
    case 'ISSUED':
      return;
    case 'PENDING': {
      const answer = await runDecisionCommand(tools, reserved, decision.afterNumberReserved(reserved));
      if (answer.kind === 'rejected') await giveUp(tools, reserved, answer.reason);
      return;
    }
    case 'RELEASED':
      return giveUp(tools, reserved, 'decision-not-issued');
  }
}

/** The decision itself says that it will never take the number; only without a decision is it struck at once. */
async function giveUp(tools: FollowUps, reserved: NumberReserved, reason: string): Promise<void> {
  const refusal = decision.afterIssueRefused(reserved, reason);
  const answer = await runDecisionCommand(tools, reserved, refusal);
  if (answer.kind === 'done' || answer.reason === 'number-in-use') return;
  if ((await use(tools, reserved)) !== 'RELEASED')
    throw new Error(`the number was neither used nor given up: ${answer.reason}`);
  const struck = await runVoidNumber(tools, reserved, {
    stream: reserved.stream,
    key: 'void',
    actor: refusal.actor,
    type: 'VoidNumber',
    data: { bookId: reserved.data.bookId, number: reserved.data.documentNumber.number, reason },
  });
  if (struck.kind === 'rejected') throw new Error(`the number was not struck: ${struck.reason}`);
}

async function use({ engine }: FollowUps, { data }: NumberReserved): Promise<decision.NumberUse> {
  const { state } = await engine.load(`decision-${data.decisionId}`, decision.decider);
  return decision.numberUse(state, data.documentNumber);
}

async function grace({ clock }: FollowUps, { meta }: NumberReserved, graceMs: number): Promise<void> {
  const age = Date.parse(clock.now()) - Date.parse(meta.recordedAt);
  const left = Math.min(graceMs, graceMs - age);
  if (left > 0) await sleep(left);
}
