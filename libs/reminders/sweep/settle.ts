import type { reminding } from '#domain';
import type { RulesState } from '#use-cases';
import { attemptEach } from '../attempt-each.ts';
import { markRecorded, unrecordedMessages, type UnrecordedMessage } from '../outbox/messages.ts';
import { markNotesRecorded, unrecordedNotes } from '../outbox/notes.ts';
import type { Recorder } from '../outbox/recorder.ts';
import { rungsOf, type NewNote } from '../outbox/rungs.ts';
import { moveUp, type MoveUpTools, type PlacingBase } from './move-up.ts';

/** Notes or messages entered into the log before the next are read. */
const PAGE = 500;

/** Whether a duty is still owed by that due date, told by the log itself. */
export type StillOwed = (duty: reminding.Duty) => Promise<boolean>;

export interface SettleTools extends MoveUpTools {
  readonly recorder: Recorder;
  readonly stillOwed: StillOwed;
}

/** Told of what could not be done; it is tried again by the next sweep. */
export type Failed = (error: unknown) => void;

/** Enters into the log what was noted while planning; what was done meanwhile is left out. */
export const recordNotes = async ({ pool, recorder, stillOwed }: SettleTools, failed: Failed): Promise<void> => {
  for (;;) {
    const notes = await unrecordedNotes(pool, PAGE);
    const record = async (note: NewNote): Promise<void> => {
      if (await stillOwed(note)) await recorder.noted([note]);
    };
    const done = await attemptEach(notes, record, failed);
    await markNotesRecorded(pool, done);
    if (notes.length < PAGE || done.length === 0) return;
  }
};

/**
 * Enters into the log what became of messages where the deliverer did not: it died, or the message was given up. Then
 * the next rung is sent at once when nobody is left to be reached.
 */
export const recordMessages = async (
  tools: SettleTools,
  rules: RulesState,
  base: PlacingBase,
  failed: Failed,
): Promise<void> => {
  for (;;) {
    const messages = await unrecordedMessages(tools.pool, PAGE);
    const done = await recordPage(tools, messages, rules, base, failed);
    if (messages.length < PAGE || done === 0) return;
  }
};

const recordPage = async (
  tools: SettleTools,
  messages: readonly UnrecordedMessage[],
  rules: RulesState,
  base: PlacingBase,
  failed: Failed,
): Promise<number> => {
  const ids = messages.map(({ id }) => id);
  const parked = messages.filter(({ status }) => status === 'parked');
  const rungs = await rungsOf(tools.pool, ids);
  const movedTo = await moveUp(
    tools,
    parked.map(({ id }) => id),
    rules,
    base,
  );
  const record = (message: UnrecordedMessage): Promise<void> => {
    const told = { message, rungs: rungs.get(message.id) ?? [] };
    return message.status === 'sent' ? tools.recorder.sent([told]) : tools.recorder.givenUp([{ ...told, movedTo }]);
  };
  const done = await attemptEach(messages, record, failed);
  await markRecorded(
    tools.pool,
    done.map(({ id }) => id),
  );
  return done.length;
};
