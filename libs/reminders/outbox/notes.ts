import type { Pool } from 'pg';
import type { NewNote } from './rungs.ts';

const SELECT_UNRECORDED = `
SELECT duty_id AS "dutyId", due_on AS "dueOn", note, rung, kind, subject_id AS "subjectId", unit_id AS "unitId", recipient,
  rungs, receiver_id AS "receiverId", moved_to AS "movedTo"
FROM kheo_reminders.notes WHERE NOT recorded ORDER BY duty_id, due_on, note, rung LIMIT $1`;

export const unrecordedNotes = async (pool: Pool, limit: number): Promise<readonly NewNote[]> =>
  (await pool.query<NewNote>(SELECT_UNRECORDED, [limit])).rows;

const MARK_RECORDED = `
UPDATE kheo_reminders.notes n SET recorded = true
FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) AS done (duty_id, due_on, note, rung)
WHERE (n.duty_id, n.due_on, n.note, n.rung) = (done.duty_id, done.due_on, done.note, done.rung)`;

export const markNotesRecorded = async (pool: Pool, notes: readonly NewNote[]): Promise<void> => {
  const columns = [
    notes.map((note) => note.dutyId),
    notes.map((note) => note.dueOn),
    notes.map((note) => note.note),
    notes.map((note) => note.rung),
  ];
  await pool.query(MARK_RECORDED, columns);
};
