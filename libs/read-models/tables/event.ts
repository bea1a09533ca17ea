import type {
  commendation,
  decision,
  EventMeta,
  incident,
  organization,
  registration,
  regulation,
  reminding,
  reporting,
  reservation,
} from '#domain';
import type { StoredEvent } from '#event-store';

/** Every business event there is. A new workflow is added here, and the compiler names what must learn it. */
export type BusinessEvent =
  | organization.UnitEvent
  | organization.PersonEvent
  | regulation.RegulationEvent
  | regulation.CycleEvent
  | registration.RegistrationEvent
  | decision.DecisionEvent
  | decision.NumberingEvent
  | commendation.CommendationEvent
  | reporting.ReportEvent
  | reminding.ReminderEvent
  | reminding.RecipientEvent
  | reservation.ReservationEvent
  | incident.IncidentEvent;

export type BusinessEventType = BusinessEvent['type'];

/** The data of an event type. */
export type DataOf<Type extends BusinessEventType> = ByType<BusinessEvent, Type>['data'];

type ByType<Event, Type> = Event extends { readonly type: infer Types; readonly data: unknown }
  ? Type extends Types
    ? Event
    : never
  : never;

/** A stored event narrowed to the events of one workflow: `type` tells the shape of `data`. */
export type EventOf<Event extends { readonly type: string; readonly data: unknown }> = Event extends {
  readonly type: string;
  readonly data: unknown;
}
  ? Pick<Event, 'type' | 'data'> & { readonly revision: number; readonly position: number; readonly meta: EventMeta }
  : never;

/** Reads a stored event as one of a workflow; the category of its stream says which. */
export const asEventOf = <Event extends { readonly type: string; readonly data: unknown }>(
  event: StoredEvent,
): EventOf<Event> => event as unknown as EventOf<Event>;

export const categoryOf = (event: StoredEvent): string => {
  const dash = event.stream.indexOf('-');
  return dash < 0 ? event.stream : event.stream.slice(0, dash);
};

/** The id behind the first dash of a stream's name. */
export const idOf = (event: StoredEvent): string => event.stream.slice(event.stream.indexOf('-') + 1);
