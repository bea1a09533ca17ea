import { isIn, type RecordedIn } from '#event-store';
import type { Projection } from '../projection.port.ts';
import { insertRows } from '../tables/write.ts';
import { reminders, type ReminderEntry } from './table.ts';

type Order = Extract<RecordedIn<'report'>, { readonly type: 'ReminderOrdered' }>;

/** The line of the history an order is. */
const orderOf = ({ id: eventId, type, data, meta, position }: Order): ReminderEntry => ({
  ...{ eventId, type, dutyId: null, kind: 'REPORT', subjectId: data.reportId, unitId: data.unitId, dueOn: data.dueOn },
  ...NOTHING,
  ...{ orderedBy: meta.actor.personId, note: data.note ?? null },
  ...{ recordedAt: meta.recordedAt, position },
});

const entriesOf = (event: RecordedIn<'reminder' | 'report'>): readonly ReminderEntry[] => {
  if (isIn(event, 'reminder')) return [reminderOf(event)];
  return event.type === 'ReminderOrdered' ? [orderOf(event)] : [];
};

/** The line of the history an event is. */
const reminderOf = (event: RecordedIn<'reminder'>): ReminderEntry => {
  const { dutyId, kind, subjectId, unitId, dueOn } = event.data;
  const { recordedAt } = event.meta;
  return {
    eventId: event.id,
    type: event.type,
    ...{ dutyId, kind, subjectId, unitId, dueOn },
    ...NOTHING,
    ...deliveryOf(event),
    recordedAt,
    position: event.position,
  };
};

type Delivery = Pick<ReminderEntry, 'rungs' | 'recipient' | 'personId' | 'channel' | 'messageId' | 'cause'>;

const NOTHING: Delivery & Pick<ReminderEntry, 'orderedBy' | 'note'> = {
  rungs: [],
  recipient: null,
  personId: null,
  channel: null,
  messageId: null,
  cause: null,
  orderedBy: null,
  note: null,
};

const deliveryOf = ({ type, data }: RecordedIn<'reminder'>): Partial<Delivery> => {
  switch (type) {
    case 'ReminderSent': {
      const { rungs, recipient, personId, channel, messageId } = data;
      return { rungs, recipient, personId, channel, messageId };
    }
    case 'ReminderFailed': {
      const { rungs, recipient, personId = null, channel = null, messageId = null, cause } = data;
      return { rungs, recipient, personId, channel, messageId, cause };
    }
    case 'ReminderRetried':
      return { messageId: data.messageId };
    case 'ReportEscalated':
      return { rungs: [data.rung], recipient: data.recipient };
    case 'ReportOverdue':
      return {};
  }
};

/** The proof that a unit was reminded: what was done, of what, through whom. */
export const reminderHistoryProjection: Projection<'reminder' | 'report'> = {
  name: 'reminder-history',
  version: 2,
  categories: ['reminder', 'report'],
  tables: [reminders],
  apply: (events, tx) => insertRows(reminders, events.flatMap(entriesOf), tx),
};
