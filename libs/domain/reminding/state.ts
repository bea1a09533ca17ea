import type { LocalDate, Recorded, Transitions } from '../kernel/index.ts';
import type { ReminderCommand } from './commands.ts';
import type { ReminderEvent } from './events.ts';

type Told = Extract<ReminderEvent, { readonly type: 'ReminderSent' | 'ReminderFailed' }>['data'];

/** The last word on one message, or on rungs that reached nobody. */
export interface LastWord {
  /** Absent when nobody was there to be written to. */
  readonly messageId: string | undefined;
  readonly word: 'SENT' | 'FAILED' | 'RETRIED';
}

/** How one duty was reminded of; as large as its rungs, recipients and due dates. */
export interface ReminderState {
  readonly words: ReadonlyMap<string, LastWord>;
  /** The due dates that were marked as passed. */
  readonly overdue: readonly LocalDate[];
  /** See {@link escalationKey}. */
  readonly escalated: readonly string[];
}

/** Tells a repetition: the same rungs of the same due date, for the same person by the same message. */
export const toldKey = ({ dueOn, rungs, recipient, personId, messageId, channel }: Told): string =>
  JSON.stringify([dueOn, recipient, rungs, personId, messageId, channel]);

/** An extended duty climbs its ladder anew, so a rung escalates once for each due date. */
export const escalationKey = ({ dueOn, rung }: { readonly dueOn: LocalDate; readonly rung: string }): string =>
  JSON.stringify([dueOn, rung]);

export const initial: ReminderState = { words: new Map(), overdue: [], escalated: [] };

/** What is written down about one duty; there is no status in it. */
export const transitions = {
  RecordSent: { from: ['ANY'], events: { ReminderSent: 'same' } },
  RecordFailure: { from: ['ANY'], events: { ReminderFailed: 'same' } },
  MarkOverdue: { from: ['ANY'], events: { ReportOverdue: 'same' } },
  Escalate: { from: ['ANY'], events: { ReportEscalated: 'same' } },
  RetryReminder: { from: ['ANY'], events: { ReminderRetried: 'same' } },
} as const satisfies Transitions<ReminderCommand, ReminderEvent, ReminderState>;

export const evolve = (state: ReminderState, event: Recorded<ReminderEvent>): ReminderState => {
  switch (event.type) {
    case 'ReminderSent':
      return told(state, event.data, 'SENT');
    case 'ReminderFailed':
      return told(state, event.data, 'FAILED');
    case 'ReminderRetried':
      return { ...state, words: retried(state.words, event.data.messageId) };
    case 'ReportOverdue':
      return { ...state, overdue: [...state.overdue, event.data.dueOn] };
    case 'ReportEscalated':
      return { ...state, escalated: [...state.escalated, escalationKey(event.data)] };
  }
};

const told = (state: ReminderState, data: Told, word: LastWord['word']): ReminderState => ({
  ...state,
  words: new Map(state.words).set(toldKey(data), { messageId: data.messageId, word }),
});

const retried = (words: ReminderState['words'], messageId: string): ReminderState['words'] =>
  new Map(
    [...words].map(([key, last]) => [
      key,
      last.messageId === messageId && last.word === 'FAILED' ? { messageId, word: 'RETRIED' } : last,
    ]),
  );
