import { reminding, SYSTEM } from '#domain';
import { deriveId, inChunks, type Clock, type Engine } from '#engine';
import type { ClaimedMessage, UnrecordedMessage } from './messages.ts';
import type { GatheredRung, NewNote } from './rungs.ts';

/** Commands under way at once: enough for the log to commit them in groups. */
const AT_ONCE = 64;

/** A message with what it tells of. */
interface Told {
  readonly message: Pick<ClaimedMessage, 'id' | 'personId' | 'channel'>;
  readonly rungs: readonly GatheredRung[];
}

/** A message that was given up, and where its rungs moved. */
interface GivenUp {
  readonly message: UnrecordedMessage;
  readonly rungs: readonly GatheredRung[];
  /** By the rung, see {@link rungKey}. */
  readonly movedTo: ReadonlyMap<string, string>;
}

/** Enters into the log what became of reminders: each thing once, however often it is asked for. */
export interface Recorder {
  sent(told: readonly Told[]): Promise<void>;
  givenUp(messages: readonly GivenUp[]): Promise<void>;
  noted(notes: readonly NewNote[]): Promise<void>;
}

/** Tells the rungs of all duties apart. */
export const rungKey = ({ dutyId, dueOn, rung }: Pick<GatheredRung, 'dutyId' | 'dueOn' | 'rung'>): string =>
  JSON.stringify([dutyId, dueOn, rung]);

/** What is entered, under a name that is the same each time. */
interface Entry {
  readonly dutyId: string;
  readonly cause: string;
  readonly name: string;
  readonly command: (rest: Pick<reminding.RecordSent, 'facts' | 'meta'>) => reminding.ReminderCommand;
}

export const createRecorder = (engine: Engine, clock: Clock): Recorder => {
  const enter = async ({ dutyId, cause, name, command }: Entry): Promise<void> => {
    const commandId = deriveId(cause, name);
    const answer = await engine.run({
      stream: `reminder-${dutyId}`,
      decider: reminding.decider,
      commandId,
      body: { cause, name },
      prepare: () => command({ facts: {}, meta: { commandId, actor: SYSTEM, at: clock.now(), correlationId: cause } }),
    });
    if (answer.kind === 'rejected') throw new Error(`a reminder could not be recorded: ${answer.reason}`);
  };
  const enterAll = async (entries: readonly Entry[]): Promise<void> => {
    await inChunks(entries, AT_ONCE, enter);
  };

  return {
    sent: (told) => enterAll(told.flatMap(sentEntries)),
    givenUp: (messages) => enterAll(messages.flatMap(failureEntries)),
    noted: (notes) => enterAll(notes.map(noteEntry)),
  };
};

const sentEntries = ({ message, rungs }: Told): readonly Entry[] =>
  rungs.map((row) => ({
    dutyId: row.dutyId,
    cause: message.id,
    name: JSON.stringify(['sent', row.dutyId, row.dueOn, row.rung]),
    command: (rest) => {
      const data = { ...toldOf(message, row), ...(row.movedUp ? { movedUp: true } : {}) };
      return { type: 'RecordSent', data, ...rest };
    },
  }));

const failureEntries = ({ message, rungs, movedTo }: GivenUp): readonly Entry[] =>
  rungs.map((row) => ({
    dutyId: row.dutyId,
    cause: message.id,
    name: JSON.stringify(['failed', row.dutyId, row.dueOn, row.rung, message.round]),
    command: (rest) => {
      const next = movedTo.get(rungKey(row));
      const cause = message.cause ?? 'mail-unreachable';
      const data = { ...toldOf(message, row), cause, ...(next === undefined ? {} : { movedTo: next }) };
      return { type: 'RecordFailure', data, ...rest };
    },
  }));

const toldOf = ({ id, personId, channel }: Told['message'], row: GatheredRung) => ({
  ...dutyOf(row),
  messageId: id,
  rungs: row.rungs,
  recipient: row.recipient,
  personId,
  channel,
});

const noteEntry = (note: NewNote): Entry => ({
  dutyId: note.dutyId,
  cause: note.dutyId,
  name: JSON.stringify([note.note, note.dueOn, note.rung]),
  command: (rest) => {
    const duty = dutyOf(note);
    switch (note.note) {
      case 'overdue':
        return { type: 'MarkOverdue', data: { ...duty, receiverId: note.receiverId }, ...rest };
      case 'escalated':
        return { type: 'Escalate', data: { ...duty, rung: note.rung, recipient: note.recipient }, ...rest };
      case 'unreachable': {
        const moved = note.movedTo === null ? {} : { movedTo: note.movedTo };
        const { rungs, recipient } = note;
        return { type: 'RecordFailure', data: { ...duty, rungs, recipient, cause: 'no-recipient', ...moved }, ...rest };
      }
    }
  },
});

/** The duty alone of something that is about it. */
export const dutyOf = ({ dutyId, kind, subjectId, unitId, dueOn }: reminding.Duty): reminding.Duty => ({
  dutyId,
  kind,
  subjectId,
  unitId,
  dueOn,
});
