import { accept, decideBy, reject, tidy, type Outcome } from '../kernel/index.ts';
import type {
  Escalate,
  MarkOverdue,
  RecordFailure,
  RecordSent,
  ReminderCommand,
  ReminderRejection,
  RetryReminder,
} from './commands.ts';
import type { ReminderEvent } from './events.ts';
import { rights } from './rights.ts';
import { escalationKey, evolve, initial, toldKey, transitions, type ReminderState } from './state.ts';

type Answer = Outcome<ReminderEvent, ReminderRejection>;

/** Decides what is written down about reminding of one duty. What was written down already is accepted and adds nothing. */
export const decide = decideBy<ReminderCommand, ReminderEvent, ReminderState, ReminderRejection, typeof transitions>({
  rights,
  transitions,
  notAllowed: undefined,
  decisions: {
    RecordSent: (command, state) => recordSent(command, state),
    RecordFailure: (command, state) => recordFailure(command, state),
    MarkOverdue: (command, state) => markOverdue(command, state),
    Escalate: (command, state) => escalate(command, state),
    RetryReminder: (command, state) => retry(command, state),
  },
});

/** Stream `reminder-<dutyId>`. */
export const decider = { initial, evolve, decide };

const recordSent = ({ data }: RecordSent, { words }: ReminderState): Answer =>
  words.get(toldKey(data))?.word === 'SENT' ? accept() : accept({ type: 'ReminderSent', data });

/** What was handed over has not failed, whatever a second attempt says; after a retry it may fail again. */
const recordFailure = ({ data }: RecordFailure, { words }: ReminderState): Answer => {
  const last = words.get(toldKey(data));
  return last === undefined || last.word === 'RETRIED' ? accept({ type: 'ReminderFailed', data }) : accept();
};

const markOverdue = ({ data }: MarkOverdue, { overdue }: ReminderState): Answer =>
  overdue.includes(data.dueOn) ? accept() : accept({ type: 'ReportOverdue', data });

const escalate = ({ data }: Escalate, { escalated }: ReminderState): Answer =>
  escalated.includes(escalationKey(data)) ? accept() : accept({ type: 'ReportEscalated', data });

const retry = ({ data }: RetryReminder, { words }: ReminderState): Answer => {
  const reason = tidy(data.reason);
  if (reason === '') return reject('reason-missing', { pointer: '/reason' });
  const failed = [...words.values()].some((last) => last.messageId === data.messageId && last.word === 'FAILED');
  return failed ? accept({ type: 'ReminderRetried', data: { ...data, reason } }) : reject('reminder-not-failed');
};
