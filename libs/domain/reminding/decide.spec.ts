import { commandMeta, given as givenDecider, recorded } from '../kernel/testing/spec.ts';
import type { Actor } from '../kernel/index.ts';
import type { ReminderCommand } from './commands.ts';
import { decide, decider } from './decide.ts';
import type { Duty, ReminderEvent } from './events.ts';

type DataOf<Type extends ReminderEvent['type']> = Extract<ReminderEvent, { readonly type: Type }>['data'];

const system: Actor = { personId: 'system', role: 'SYSTEM', unitId: 'system' };
const admin: Actor = { personId: 'person-admin', role: 'SYSTEM_ADMIN', unitId: 'unit-province' };

const duty: Duty = {
  dutyId: 'duty-1',
  kind: 'REPORT',
  subjectId: 'report-1',
  unitId: 'unit-commune',
  dueOn: '2026-07-10',
};
const extended: Duty = { ...duty, dueOn: '2026-07-24' };

const message = {
  ...duty,
  messageId: 'message-1',
  rungs: ['T-10'],
  recipient: 'OFFICER',
  personId: 'person-lan',
  channel: 'EMAIL',
} as const;
const sent = (change: Partial<DataOf<'ReminderSent'>> = {}): ReminderEvent => ({
  type: 'ReminderSent',
  data: { ...message, ...change },
});
const failed = (change: Partial<DataOf<'ReminderFailed'>> = {}): ReminderEvent => ({
  type: 'ReminderFailed',
  data: { ...message, cause: 'address-refused', ...change },
});
const nobody: DataOf<'ReminderFailed'> = { ...duty, rungs: ['T-10'], recipient: 'OFFICER', cause: 'no-recipient' };
const retried: ReminderEvent = {
  type: 'ReminderRetried',
  data: { ...duty, messageId: 'message-1', reason: 'Đã sửa địa chỉ' },
};
const overdue: ReminderEvent = { type: 'ReportOverdue', data: { ...duty, receiverId: 'unit-province' } };
const escalated: ReminderEvent = {
  type: 'ReportEscalated',
  data: { ...duty, rung: 'T+1', recipient: 'RECEIVING_BODY' },
};

const order = <Type extends ReminderCommand['type']>(
  type: Type,
  data: Extract<ReminderCommand, { readonly type: Type }>['data'],
  actor: Actor = system,
) => ({ type, data, facts: {}, meta: commandMeta({ actor }) }) as unknown as ReminderCommand;
const given = (...events: ReminderEvent[]) =>
  givenDecider({ ...decider, decide }, ...events.map((event) => recorded(event)));
const retry = (reason = 'Đã sửa địa chỉ', messageId = 'message-1') =>
  order('RetryReminder', { ...duty, messageId, reason }, admin);

describe('a reminder that was handed over', () => {
  const record = order('RecordSent', message);

  it('is written down with its rungs, its recipient and its channel', () => given().when(record).then(sent()));

  it('is written down once, however often it is told', () => given(sent()).when(record).thenNothing());

  it('is another one on another channel, for other rungs, another person or another due date', () => {
    for (const change of [{ channel: 'INBOX' }, { rungs: ['T-3'] }, { personId: 'person-hoa' }, extended] as const)
      given(sent(change)).when(record).then(sent());
  });

  it('was given up before and went through after all', () => given(failed(), retried).when(record).then(sent()));

  it('counts although another attempt gave it up', () => given(failed()).when(record).then(sent()));
});

describe('a reminder that failed', () => {
  const record = order('RecordFailure', { ...message, cause: 'address-refused' });

  it('is written down with its cause', () => given().when(record).then(failed()));

  it('is written down once, however often it is told', () => given(failed()).when(record).thenNothing());

  it('is written down again when the retry failed too', () => given(failed(), retried).when(record).then(failed()));

  it('has not failed when it was handed over', () => given(sent()).when(record).thenNothing());

  it('reached nobody: that is written down once for its rungs and recipient', () => {
    const none = order('RecordFailure', nobody);
    const event: ReminderEvent = { type: 'ReminderFailed', data: nobody };
    given().when(none).then(event);
    given(event).when(none).thenNothing();
    given({ ...event, data: { ...nobody, recipient: 'HEAD' } })
      .when(none)
      .then(event);
  });
});

describe('an overdue duty', () => {
  const mark = order('MarkOverdue', { ...duty, receiverId: 'unit-province' });

  it('is marked once for each due date', () => {
    given().when(mark).then(overdue);
    given(overdue).when(mark).thenNothing();
    given({ ...overdue, data: { ...overdue.data, dueOn: extended.dueOn } })
      .when(mark)
      .then(overdue);
  });
});

describe('an escalation', () => {
  const escalate = order('Escalate', { ...duty, rung: 'T+1', recipient: 'RECEIVING_BODY' });
  const other = (change: object) => ({ ...escalated, data: { ...escalated.data, ...change } }) as ReminderEvent;

  it('is written down once for each rung of a due date', () => {
    given().when(escalate).then(escalated);
    given(escalated).when(escalate).thenNothing();
    given(other({ rung: 'T+5' }))
      .when(escalate)
      .then(escalated);
    given(other(extended)).when(escalate).then(escalated);
  });
});

describe('an administrator', () => {
  it('has a message tried again that was given up, giving a reason', () => given(failed()).when(retry()).then(retried));

  it('must say why', () => given(failed()).when(retry(' ')).thenRejected('reason-missing', { pointer: '/reason' }));

  it('cannot have a message tried again that did not fail', () => {
    given().when(retry()).thenRejected('reminder-not-failed');
    given(sent()).when(retry()).thenRejected('reminder-not-failed');
    given(failed(), retried, sent()).when(retry()).thenRejected('reminder-not-failed');
    given(failed()).when(retry('Thử lại', 'message-2')).thenRejected('reminder-not-failed');
    given({ type: 'ReminderFailed', data: nobody }).when(retry()).thenRejected('reminder-not-failed');
  });

  it('asks for one retry at a time, and again once it failed', () => {
    given(failed(), retried).when(retry()).thenRejected('reminder-not-failed');
    given(failed(), retried, failed()).when(retry()).then(retried);
  });

  it('is the only one who may; the rest is written down by the system', () => {
    given(failed())
      .when({ ...retry(), meta: commandMeta({ actor: system }) })
      .thenRejected('role-not-allowed');
    given()
      .when(order('RecordSent', message, admin))
      .thenRejected('role-not-allowed');
  });
});

describe('the state', () => {
  it('does not grow with repetitions, so it is as large as the ladder', () => {
    const { state } = given(...Array.from({ length: 50 }, () => [failed(), retried]).flat(), sent(), sent());
    expect(state.words.size).toBe(1);
  });
});
