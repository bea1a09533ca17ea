import type { Decider, LocalDate, Recorded } from '../kernel/index.ts';
import type { RecipientEvent, ReminderEvent } from './events.ts';

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

/** Stream `reminder-<dutyId>`. */
export const decider: Decider<ReminderState, ReminderEvent> = {
  initial: { words: new Map(), overdue: [], escalated: [] },
  evolve: (state, event) => {
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
  },
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

export type RecipientState =
  | { readonly status: 'NOTHING_CHOSEN' }
  | { readonly status: 'CHOSEN'; readonly email: boolean; readonly language: 'vi' | 'en' };

/** Stream `recipient-<personId>`. */
export const recipientDecider: Decider<RecipientState, RecipientEvent> = {
  initial: { status: 'NOTHING_CHOSEN' },
  evolve: (_state: RecipientState, { data }: Recorded<RecipientEvent>): RecipientState => ({
    status: 'CHOSEN',
    email: data.email,
    language: data.language,
  }),
};
