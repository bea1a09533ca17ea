import { accept, reject, tidy, type Outcome } from '../kernel/index.ts';
import type {
  ChooseDelivery,
  Escalate,
  MarkOverdue,
  RecordFailure,
  RecordSent,
  ReminderCommand,
  RetryReminder,
} from './commands.ts';
import type { RecipientEvent, ReminderEvent } from './events.ts';
import type { RecipientRejection, ReminderRejection } from './rejections.ts';
import { recipientRights, rights } from './rights.ts';
import { escalationKey, toldKey, type RecipientState, type ReminderState } from './state.ts';

type Answer = Outcome<ReminderEvent, ReminderRejection>;

/** Decides what is written down about reminding of one duty. What was written down already is accepted and adds nothing. */
export const decide = (command: ReminderCommand, state: ReminderState): Answer => {
  if (!rights[command.type].includes(command.meta.actor.role)) return reject('role-not-allowed');
  switch (command.type) {
    case 'RecordSent':
      return recordSent(command, state);
    case 'RecordFailure':
      return recordFailure(command, state);
    case 'MarkOverdue':
      return markOverdue(command, state);
    case 'Escalate':
      return escalate(command, state);
    case 'RetryReminder':
      return retry(command, state);
  }
};

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

/** Decides how a person is reminded. The choice that stands already is accepted and adds nothing. */
export const decideDelivery = (
  { data, facts, meta }: ChooseDelivery,
  state: RecipientState,
): Outcome<RecipientEvent, RecipientRejection> => {
  if (!(recipientRights.ChooseDelivery as readonly string[]).includes(meta.actor.role))
    return reject('role-not-allowed');
  if (meta.actor.personId !== data.personId) return reject('not-yourself', { pointer: '/personId' });
  if (!facts.allowed) return reject('settings-not-allowed');
  const same = state.status === 'CHOSEN' && state.email === data.email && state.language === data.language;
  return same ? accept() : accept({ type: 'DeliveryChosen', data });
};
