import { reject, reminding } from '#domain';
import { deriveId, type Asked, type Clock, type Engine } from '#engine';
import type { Pool } from 'pg';
import type { RetryAnswer } from './reminder-service.port.ts';
import { dutyOf } from './recorder.ts';
import { rungsOf, type GatheredRung } from './rungs.ts';

interface RetryTools {
  readonly pool: Pool;
  readonly engine: Engine;
  readonly clock: Clock;
}

const SELECT = `SELECT FROM kheo_reminders.messages WHERE id::text = $1`;

const QUEUE_AGAIN = `
UPDATE kheo_reminders.messages
SET status = 'queued', attempts = 0, round = round + 1, recorded = false, cause = NULL, next_attempt_at = now(),
  offered_until = '-infinity', claimed_until = NULL, retried_by = $2
WHERE id = $1 AND status = 'parked' AND recorded AND retried_by IS DISTINCT FROM $2`;

/**
 * Enters the retry into the log of each duty, then queues the message. Broken off between the two it is finished by the
 * next who asks, as the message then still says that it was given up. A command queues it once.
 */
export const retryMessage = async (
  tools: RetryTools,
  messageId: string,
  by: Asked,
  reason: string,
): Promise<RetryAnswer> => {
  if ((await tools.pool.query(SELECT, [messageId])).rowCount === 0) return undefined;
  const rungs = (await rungsOf(tools.pool, [messageId])).get(messageId) ?? [];
  let answer: RetryAnswer = reject('reminder-not-failed');
  for (const row of new Map(rungs.map((each) => [each.dutyId, each])).values()) {
    const one = await recordRetry(tools, messageId, row, by, reason);
    if (one.kind === 'done') answer = one;
    else if (one.reason !== 'reminder-not-failed') return one;
  }
  await tools.pool.query(QUEUE_AGAIN, [messageId, by.commandId]);
  return answer;
};

const recordRetry = async (
  { engine, clock }: RetryTools,
  messageId: string,
  row: GatheredRung,
  by: Asked,
  reason: string,
): Promise<NonNullable<RetryAnswer>> => {
  const commandId = deriveId(by.commandId, `retry:${row.dutyId}`);
  const correlationId = by.correlationId ?? by.commandId;
  return engine.run({
    stream: `reminder-${row.dutyId}`,
    decider: reminding.decider,
    commandId,
    body: { messageId, reason, actor: by.actor },
    prepare: (): reminding.ReminderCommand => ({
      type: 'RetryReminder',
      data: { ...dutyOf(row), messageId, reason },
      facts: {},
      meta: { commandId, actor: by.actor, at: clock.now(), correlationId },
    }),
    decide: reminding.decide,
  });
};
