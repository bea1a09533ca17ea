import type { ApiKeyEvent } from './api-key/index.ts';
import type { CommendationEvent } from './commendation/index.ts';
import type { DecisionEvent, NumberingEvent } from './decision/index.ts';
import type { EvidenceEvent } from './evidence/index.ts';
import type { IncidentEvent } from './incident/index.ts';
import type { OrganizationEvent, PersonEvent, UnitEvent } from './organization/index.ts';
import type { RegistrationEvent } from './registration/index.ts';
import type { ReadingEvent } from './reading/index.ts';
import type { CycleEvent, RegulationEvent } from './regulation/index.ts';
import type { RecipientEvent, ReminderEvent } from './reminding/index.ts';
import type { ReportEvent } from './reporting/index.ts';
import type { ReservationEvent } from './reservation/index.ts';
import type { WebhookEvent } from './webhook/index.ts';

/** The events of each category of streams. A new workflow is added here, and the compiler names what must learn it. */
export interface EventsByCategory {
  readonly unit: UnitEvent;
  readonly person: PersonEvent;
  readonly organization: OrganizationEvent;
  readonly regulation: RegulationEvent;
  readonly cycle: CycleEvent;
  readonly registration: RegistrationEvent;
  readonly decision: DecisionEvent;
  readonly numbering: NumberingEvent;
  readonly commendation: CommendationEvent;
  readonly report: ReportEvent;
  readonly reminder: ReminderEvent;
  readonly recipient: RecipientEvent;
  readonly reservation: ReservationEvent;
  readonly evidence: EvidenceEvent;
  readonly incident: IncidentEvent;
  readonly webhook: WebhookEvent;
  readonly apikey: ApiKeyEvent;
  readonly reading: ReadingEvent;
}

/** What the name of a stream begins with. */
export type Category = keyof EventsByCategory;

const NAMES: Readonly<Record<Category, true>> = {
  ...({ unit: true, person: true, organization: true, regulation: true, cycle: true } as const),
  ...({ registration: true, decision: true, numbering: true, commendation: true, report: true } as const),
  ...({ reminder: true, recipient: true, reservation: true, evidence: true, incident: true, webhook: true } as const),
  ...({ apikey: true, reading: true } as const),
};

/** Every category, in the order of the catalogue. */
export const CATEGORIES = Object.keys(NAMES) as readonly Category[];

/** Every event the product records. */
export type AnyEvent = EventsByCategory[Category];

export type EventType = AnyEvent['type'];

/** The event of one type. */
export type EventOf<Type extends EventType> = Named<AnyEvent, Type>;

/** The data of one event type, in its current version. */
export type DataOf<Type extends EventType> = EventOf<Type>['data'];

type Named<Event extends AnyEvent, Type> = Event extends AnyEvent
  ? Type extends Event['type']
    ? Event
    : never
  : never;
