import { chunksOf, deriveId } from '#engine';
import type { Pool, PoolClient } from 'pg';
import { inTransaction, lockInTransaction } from '#postgres';

/** Rungs read at once. */
const PAGE = 5000;
/** Rungs told of in one message at most; more make another message. */
const MESSAGE = 100;

const SELECT_WAITING = `
SELECT duty_id, due_on, rung, person_id, channel FROM kheo_reminders.rungs
WHERE state = 'planned' AND regulation_id <> ALL($1)
ORDER BY person_id, channel, duty_id, due_on, rung LIMIT $2`;

const INSERT_MESSAGES = `
INSERT INTO kheo_reminders.messages (id, person_id, channel, created_at)
SELECT DISTINCT id, person_id, channel, $4::timestamptz
FROM unnest($1::uuid[], $2::text[], $3::text[]) AS gathered (id, person_id, channel)`;

const MARK_GATHERED = `
UPDATE kheo_reminders.rungs r SET state = 'gathered', message_id = g.id
FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
  AS g (id, person_id, channel, duty_id, due_on, rung)
WHERE (r.duty_id, r.due_on, r.rung, r.person_id, r.channel) = (g.duty_id, g.due_on, g.rung, g.person_id, g.channel)`;

interface Waiting {
  readonly duty_id: string;
  readonly due_on: string;
  readonly rung: string;
  readonly person_id: string;
  readonly channel: string;
}

/**
 * Makes one message of all that waits for a person on a channel. What a regulation with quiet hours now reminds of goes
 * on waiting, so that the morning brings it in one digest.
 * @param quiet Regulations whose quiet hours it is.
 * @returns how many messages were made.
 */
export const gather = async (pool: Pool, quiet: readonly string[], now: string): Promise<number> => {
  let made = 0;
  for (;;) {
    const page = await inTransaction(pool, (client) => gatherPage(client, quiet, now));
    made += page.messages;
    if (!page.more) return made;
  }
};

const gatherPage = async (client: PoolClient, quiet: readonly string[], now: string) => {
  await lockInTransaction(client, 'gather'); // two at once would put a rung into a message that is being sent already
  const { rows } = await client.query<Waiting>(SELECT_WAITING, [quiet, PAGE]);
  const more = rows.length === PAGE;
  const messages = messagesOf(rows, more);
  const ids = messages.flatMap((rungs) => rungs.map(() => idOf(rungs[0] as Waiting)));
  const told = messages.flat();
  if (told.length === 0) return { messages: 0, more: false };
  const people = told.map((rung) => rung.person_id);
  const channels = told.map((rung) => rung.channel);
  await client.query(INSERT_MESSAGES, [ids, people, channels, now]);
  const duties = [told.map((rung) => rung.duty_id), told.map((rung) => rung.due_on), told.map((rung) => rung.rung)];
  await client.query(MARK_GATHERED, [ids, people, channels, ...duties]);
  return { messages: messages.length, more };
};

/** The rungs of each message. The last one is left for the next page when that may go on with it. */
const messagesOf = (rows: readonly Waiting[], more: boolean): readonly (readonly Waiting[])[] => {
  const byPerson = [...Map.groupBy(rows, (row) => JSON.stringify([row.person_id, row.channel])).values()];
  const chunks = byPerson.flatMap((own) => chunksOf(own, MESSAGE));
  return more ? chunks.slice(0, -1) : chunks;
};

/** The same rung begins the same message, so that it is the same however often it is gathered. */
const idOf = ({ duty_id, due_on, rung, person_id, channel }: Waiting): string =>
  deriveId(duty_id, JSON.stringify(['message', due_on, rung, person_id, channel]));
