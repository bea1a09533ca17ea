import type {
  commendation,
  decision,
  evidence,
  incident,
  organization,
  registration,
  regulation,
  reminding,
  reporting,
  reservation,
  webhook,
} from '#domain';

/** Every event the product records. */
export type AnyEvent =
  | organization.UnitEvent
  | organization.PersonEvent
  | organization.OrganizationEvent
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
  | evidence.EvidenceEvent
  | incident.IncidentEvent
  | webhook.WebhookEvent;

export type EventType = AnyEvent['type'];

/** The data of one event type, in its current version. */
export type DataOf<Type extends EventType> = DataIn<AnyEvent, Type>;

type DataIn<Event extends AnyEvent, Type> = Event extends AnyEvent
  ? Type extends Event['type']
    ? Event['data']
    : never
  : never;
