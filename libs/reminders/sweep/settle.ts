import type { reminding } from '#domain';
import { inChunks, type RulesState } from '#engine';

import { markRecorded, unrecordedMessages, type UnrecordedMessage } from '../outbox/messages.ts';
import { markNotesRecorded, unrecordedNotes } from '../outbox/notes.ts';
import type { Recorder } from '../outbox/recorder.ts';
import { rungsOf } from '../outbox/rungs.ts';
import { moveUp, type MoveUpTools, type PlacingBase } from './move-up.ts';

/** Notes or messages entered into the log before the next are read. */
const PAGE = 500;
const AT_ONCE = 64;

/** Whether a duty is still owed by that due date, told by the log itself. */
export type StillOwed = (duty: reminding.Duty) => Promise<boolean>;

export interface SettleTools extends MoveUpTools {
  readonly recorder: Recorder;
  readonly stillOwed: StillOwed;
}

/** Enters into the log what was noted while planning; what was done meanwhile is left out. */
export const recordNotes = async ({ pool, recorder, stillOwed }: SettleTools): Promise<void> => {
  for (;;) {
    const notes = await unrecordedNotes(pool, PAGE);
    const owed = await inChunks(notes, AT_ONCE, stillOwed);
    await recorder.noted(notes.filter((_, index) => owed[index]));
    await markNotesRecorded(pool, notes);
    if (notes.length < PAGE) return;
  }
};

/**
 * Enters into the log what became of messages where the deliverer did not: it died, or the message was given up. Then
 * the next rung is sent at once when nobody is left to be reached.
 */
export const recordMessages = async (tools: SettleTools, rules: RulesState, base: PlacingBase): Promise<void> => {
  for (;;) {
    const messages = await unrecordedMessages(tools.pool, PAGE);
    await recordPage(tools, messages, rules, base);
    if (messages.length < PAGE) return;
  }
};

const recordPage = async (
  tools: SettleTools,
  messages: readonly UnrecordedMessage[],
  rules: RulesState,
  base: PlacingBase,
): Promise<void> => {
  const ids = messages.map(({ id }) => id);
  const parked = messages.filter(({ status }) => status === 'parked');
  const rungs = await rungsOf(tools.pool, ids);
  const movedTo = await moveUp(
    tools,
    parked.map(({ id }) => id),
    rules,
    base,
  );
  const told = messages.map((message) => ({ message, rungs: rungs.get(message.id) ?? [] }));
  await tools.recorder.sent(told.filter(({ message }) => message.status === 'sent'));
  await tools.recorder.givenUp(
    told.filter(({ message }) => message.status === 'parked').map((each) => ({ ...each, movedTo })),
  );
  await markRecorded(tools.pool, ids);
};
