import { reminding, type Actor } from '#domain';
import { deriveId, type Clock, type Engine } from '#engine';
import { inParts } from './in-parts.ts';
import type { ClaimedMessage, UnrecordedMessage } from './messages.ts';
import type { GatheredRung, NewNote } from './rungs.ts';

/** Commands under way at once: enough for the log to commit them in groups. */
const AT_ONCE = 64;

const SYSTEM: Actor = { personId: 'system', role: 'SYSTEM', unitId: 'system' };

/** A message with what it tells of. */
export interface Told {
  readonly message: Pick<ClaimedMessage, 'id' | 'personId' | 'channel'>;
  readonly rungs: readonly GatheredRung[];
}

/** A message that was given up, and where its rungs moved. */
export interface GivenUp extends Told {
  readonly message: UnrecordedMessage;
  /** By the rung's row, see {@link rowKey}. */
  readonly movedTo: ReadonlyMap<string, string>;
}

/** Enters into the log what became of reminders. Each thing once, however often it is asked for. */
export interface Recorder {
  sent(told: readonly Told[]): Promise<void>;
  givenUp(messages: readonly GivenUp[]): Promise<void>;
  noted(notes: readonly NewNote[]): Promise<void>;
}

export const rowKey = ({ dutyId, dueOn, rung }: { dutyId: string; dueOn: string; rung: string }): string =>
  JSON.stringify([dutyId, dueOn, rung]);

/** What is entered, under a name that is the same each time. */
interface Entry {
  readonly type: 'RecordSent' | 'RecordFailure' | 'MarkOverdue' | 'Escalate';
  readonly data: reminding.Duty;
  readonly cause: string;
  readonly name: string;
}

export const createRecorder = (engine: Engine, clock: Clock): Recorder => {
  const enter = async (entry: Entry): Promise<void> => {
    const commandId = deriveId(entry.cause, entry.name);
    const { dutyId } = entry.data;
    const answer = await engine.run({
      stream: `reminder-${dutyId}`,
      decider: reminding.decider,
      commandId,
      body: { cause: entry.cause, name: entry.name },
      prepare: () =>
        ({
          type: entry.type,
          data: entry.data,
          facts: {},
          meta: { commandId, actor: SYSTEM, at: clock.now(), correlationId: entry.cause },
        }) as reminding.ReminderCommand,
      decide: reminding.decide,
    });
    if (answer.kind === 'rejected') throw new Error(`a reminder could not be recorded: ${answer.reason}`);
  };
  const enterAll = async (entries: readonly Entry[]): Promise<void> => {
    await inParts(entries, AT_ONCE, enter);
  };

  return {
    sent: (told) => enterAll(told.flatMap(sentEntries)),
    givenUp: (messages) => enterAll(messages.flatMap(failureEntries)),
    noted: (notes) => enterAll(notes.map(noteEntry)),
  };
};

const sentEntries = ({ message, rungs }: Told): readonly Entry[] =>
  rungs.map((row): Entry => ({
    type: 'RecordSent',
    cause: message.id,
    name: JSON.stringify(['sent', row.dutyId, row.dueOn, row.rung]),
    data: { ...toldIn(message, row), ...(row.movedUp ? { movedUp: true } : {}) } as reminding.Duty,
  }));

const failureEntries = ({ message, rungs, movedTo }: GivenUp): readonly Entry[] =>
  rungs.map((row): Entry => {
    const next = movedTo.get(rowKey(row));
    const data = { ...toldIn(message, row), cause: message.cause, ...(next === undefined ? {} : { movedTo: next }) };
    const name = JSON.stringify(['failed', row.dutyId, row.dueOn, row.rung, message.round]);
    return { type: 'RecordFailure', cause: message.id, name, data };
  });

const toldIn = ({ id, personId, channel }: Told['message'], row: GatheredRung) => ({
  ...dutyOf(row),
  messageId: id,
  rungs: row.rungs,
  recipient: row.recipient,
  personId,
  channel,
});

const noteEntry = (note: NewNote): Entry => {
  const name = JSON.stringify([note.note, note.dueOn, note.rung]);
  const duty = dutyOf(note);
  const about = { cause: note.dutyId, name };
  switch (note.note) {
    case 'overdue':
      return { ...about, type: 'MarkOverdue', data: { ...duty, receiverId: note.receiverId } as reminding.Duty };
    case 'escalated':
      return {
        ...about,
        type: 'Escalate',
        data: { ...duty, rung: note.rung, recipient: note.recipient } as reminding.Duty,
      };
    case 'unreachable': {
      const moved = note.movedTo === null ? {} : { movedTo: note.movedTo };
      const failure = { rungs: [note.rung], recipient: note.recipient, cause: 'no-recipient' };
      return { ...about, type: 'RecordFailure', data: { ...duty, ...failure, ...moved } as reminding.Duty };
    }
  }
};

export const dutyOf = ({ dutyId, kind, subjectId, unitId, dueOn }: reminding.Duty): reminding.Duty => ({
  dutyId,
  kind,
  subjectId,
  unitId,
  dueOn,
});
