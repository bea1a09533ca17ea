import type { Pool } from 'pg';

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
