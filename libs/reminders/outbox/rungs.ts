import type { reminding, regulation } from '#domain';
import type { ClientBase, Pool } from 'pg';
import { inTransaction } from '#postgres';
import type { PlannedRung } from './outbox.port.ts';

/** A rung as it enters the outbox. Rungs that reach nobody, or stand in a later one, have neither person nor channel. */
export interface NewRung extends Omit<PlannedRung, 'channel'>, reminding.Duty {
  readonly regulationId: string;
  readonly channel: reminding.Channel | '';
  readonly state: 'planned' | 'collapsed' | 'unreachable';
  /** Itself and the missed ones it stands for, the earliest first. */
  readonly rungs: readonly string[];
  /** The later rung whose message tells of a collapsed one. */
  readonly intoRung: string | null;
  /** Reached before its day, because nobody of the rung before could be. */
  readonly movedUp: boolean;
}

/** Something that happened to a duty and is owed to the log: recorded once, however often it is noted. */
export type NewNote = reminding.Duty &
  (
    | { readonly note: 'overdue'; readonly rung: ''; readonly receiverId: string }
    | { readonly note: 'escalated'; readonly rung: string; readonly recipient: regulation.RungRecipient }
    | {
        readonly note: 'unreachable';
        readonly rung: string;
        /** It and the missed ones it stands for. */
        readonly rungs: readonly string[];
        readonly recipient: regulation.RungRecipient;
        readonly movedTo: string | null;
      }
  );

const INSERT_RUNGS = `
INSERT INTO kheo_reminders.rungs (duty_id, due_on, rung, person_id, channel, recipient, kind, subject_id, unit_id,
  regulation_id, state, rungs, into_rung, moved_up, planned_at)
SELECT "dutyId", "dueOn", rung, "personId", channel, recipient, kind, "subjectId", "unitId", "regulationId", state, rungs,
  "intoRung", "movedUp", $2::timestamptz
FROM jsonb_to_recordset($1::jsonb) AS new ("dutyId" text, "dueOn" text, rung text, "personId" text, channel text,
  recipient text, kind text, "subjectId" text, "unitId" text, "regulationId" text, state text, rungs text[],
  "intoRung" text, "movedUp" boolean)
ON CONFLICT DO NOTHING`;

const INSERT_NOTES = `
INSERT INTO kheo_reminders.notes (duty_id, due_on, note, rung, kind, subject_id, unit_id, recipient, rungs,
  receiver_id, moved_to)
SELECT "dutyId", "dueOn", note, rung, kind, "subjectId", "unitId", recipient, rungs,
  "receiverId", "movedTo"
FROM jsonb_to_recordset($1::jsonb) AS new ("dutyId" text, "dueOn" text, note text, rung text, kind text,
  "subjectId" text, "unitId" text, recipient text, rungs text[], "receiverId" text, "movedTo" text)
ON CONFLICT DO NOTHING`;

/** Rungs and notes of a page of duties, all or none. What is there already stays as it is. */
export const insertPlan = async (
  pool: Pool,
  rungs: readonly NewRung[],
  notes: readonly NewNote[],
  now: string,
): Promise<void> => {
  if (rungs.length + notes.length === 0) return;
  await inTransaction(pool, async (client) => {
    await client.query(INSERT_RUNGS, [JSON.stringify(rungs), now]);
    await client.query(INSERT_NOTES, [JSON.stringify(notes)]);
  });
};

/** In the place of a rung's code: that the due date has passed was noted. */
export const NOTED_OVERDUE = '';

const SELECT_HANDLED = `
SELECT DISTINCT duty_id, rung FROM kheo_reminders.rungs WHERE duty_id = ANY($1) AND due_on = $2
UNION ALL
SELECT duty_id, '${NOTED_OVERDUE}' FROM kheo_reminders.notes WHERE duty_id = ANY($1) AND due_on = $2 AND note = 'overdue'`;

/** The rungs of a due date that were handled, by duty. */
export const handledRungs = async (
  pool: Pool,
  dutyIds: readonly string[],
  dueOn: string,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> => {
  const { rows } = await pool.query<{ duty_id: string; rung: string }>(SELECT_HANDLED, [dutyIds, dueOn]);
  const handled = new Map<string, Set<string>>();
  for (const { duty_id: dutyId, rung } of rows) {
    const known = handled.get(dutyId);
    if (known === undefined) handled.set(dutyId, new Set([rung]));
    else known.add(rung);
  }
  return handled;
};

const SELECT_ORDERED = `
SELECT DISTINCT duty_id, rung FROM kheo_reminders.rungs
WHERE (duty_id, rung) IN (SELECT * FROM unnest($1::text[], $2::text[]))`;

/** Those of the duties whose rung was handled, whatever was its due date then. */
export const handledOrders = async (
  pool: Pool,
  orders: readonly Pick<RungKey, 'dutyId' | 'rung'>[],
): Promise<ReadonlySet<string>> => {
  const columns = [orders.map(({ dutyId }) => dutyId), orders.map(({ rung }) => rung)];
  const { rows } = await pool.query<{ duty_id: string }>(SELECT_ORDERED, columns);
  return new Set(rows.map(({ duty_id: dutyId }) => dutyId));
};

/** A rung that is in a message. */
export interface GatheredRung extends reminding.Duty {
  readonly messageId: string;
  readonly regulationId: string;
  readonly rung: string;
  readonly recipient: regulation.RungRecipient;
  readonly movedUp: boolean;
  /** Itself and the missed ones it stands for, the earliest first. */
  readonly rungs: readonly string[];
}

const SELECT_GATHERED = `
SELECT r.message_id AS "messageId", r.duty_id AS "dutyId", r.due_on AS "dueOn", r.kind, r.subject_id AS "subjectId",
  r.unit_id AS "unitId", r.regulation_id AS "regulationId", r.rung, r.recipient, r.moved_up AS "movedUp", r.rungs
FROM kheo_reminders.rungs r
WHERE r.message_id = ANY($1::uuid[]) AND r.state = ANY($2)
ORDER BY r.message_id, r.due_on, r.duty_id, r.rung`;

/** What messages tell of, by message; without the duties that were done before they were sent, unless asked for. */
export const rungsOf = async (
  client: Pick<ClientBase, 'query'>,
  messageIds: readonly string[],
  states: readonly ('gathered' | 'dropped')[] = ['gathered'],
): Promise<ReadonlyMap<string, readonly GatheredRung[]>> => {
  if (messageIds.length === 0) return new Map();
  const { rows } = await client.query<GatheredRung>(SELECT_GATHERED, [messageIds, states]);
  return Map.groupBy(rows, ({ messageId }) => messageId);
};

const DROP = `
UPDATE kheo_reminders.rungs r SET state = 'dropped'
FROM unnest($1::uuid[], $2::text[], $3::text[]) AS done (message_id, duty_id, due_on)
WHERE r.message_id = done.message_id AND r.duty_id = done.duty_id AND r.due_on = done.due_on AND r.state = 'gathered'`;

/** Takes out of messages what is owed no more. */
export const dropRungs = async (pool: Pool, done: readonly GatheredRung[]): Promise<void> => {
  if (done.length === 0) return;
  const columns = [done.map((r) => r.messageId), done.map((r) => r.dutyId), done.map((r) => r.dueOn)];
  await pool.query(DROP, columns);
};

/** A rung of a duty's due date. */
export interface RungKey {
  readonly dutyId: string;
  readonly dueOn: string;
  readonly rung: string;
}

const SELECT_FAILED = `
SELECT DISTINCT r.duty_id AS "dutyId", r.due_on AS "dueOn", r.rung FROM kheo_reminders.rungs r
WHERE r.message_id = ANY($1::uuid[]) AND r.state = 'gathered' AND NOT EXISTS (
  SELECT FROM kheo_reminders.rungs other LEFT JOIN kheo_reminders.messages m ON m.id = other.message_id
  WHERE (other.duty_id, other.due_on, other.rung) = (r.duty_id, r.due_on, r.rung) AND other.person_id <> ''
    AND m.status IS DISTINCT FROM 'parked')`;

/** The rungs of these messages that reach nobody any more: every message of theirs was given up. */
export const failedRungs = async (pool: Pool, messageIds: readonly string[]): Promise<readonly RungKey[]> =>
  (await pool.query<RungKey>(SELECT_FAILED, [messageIds])).rows;

const SELECT_MOVED_UP = `
SELECT DISTINCT duty_id AS "dutyId", due_on AS "dueOn", rung FROM kheo_reminders.rungs
WHERE duty_id = ANY($1) AND moved_up`;

/** Rungs of these duties that took the place of another. */
export const movedUpRungs = async (pool: Pool, dutyIds: readonly string[]): Promise<readonly RungKey[]> =>
  (await pool.query<RungKey>(SELECT_MOVED_UP, [dutyIds])).rows;
