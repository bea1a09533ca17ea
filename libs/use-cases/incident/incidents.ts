import { incident } from '#domain';
import { createLiveView, type LiveView } from '#engine';
import { isIn, type EventLog, type RecordedIn } from '#event-store';

export const INCIDENT_STATUSES = ['OPEN', 'RESOLVED'] as const;

/** An incident as people see it. */
export interface Incident {
  readonly id: string;
  readonly reaction: string;
  readonly stream: string;
  /** The event it stands for. */
  readonly revision: number;
  readonly position: number;
  readonly eventType: string;
  readonly cause: string;
  /**
   * When it was first raised.
   *
   * @format date-time
   */
  readonly since: string;
  readonly attempts: number;
  readonly status: (typeof INCIDENT_STATUSES)[number];
  /** A retry was asked for and has not been tried yet. */
  readonly retryAsked: boolean;
  /** The events that waited behind it have been handled. */
  readonly released: boolean;
  /** Id of the last event about it. */
  readonly lastEventId: string;
}

export type Incidents = ReadonlyMap<string, Incident>;

/** All incidents, straight from the log: what a command wrote is there for the next reader. */
export const createIncidents = (store: Pick<EventLog, 'readAll'>): LiveView<Incidents> =>
  createLiveView<Incidents>({
    store,
    categories: ['incident'],
    initial: new Map(),
    evolve: (incidents, event) => (isIn(event, 'incident') ? evolve(incidents, event) : incidents),
  });

/** The newest last; those of one status only when asked. */
export const listIncidents = async (
  incidents: LiveView<Incidents>,
  { status }: { readonly status?: Incident['status'] } = {},
): Promise<readonly Incident[]> =>
  [...(await incidents.current()).values()].filter((one) => status === undefined || one.status === status);

function evolve(incidents: Incidents, event: RecordedIn<'incident'>): Incidents {
  const known = incidents.get(event.data.incidentId);
  const next = changed(known, event);
  return next ? new Map(incidents).set(next.id, { ...next, lastEventId: event.id }) : incidents;
}

function changed(known: Incident | undefined, event: RecordedIn<'incident'>): Incident | undefined {
  switch (event.type) {
    case 'IncidentRaised': {
      const { incidentId: id, reaction, stream, revision, position, eventType, cause, attempts } = event.data;
      const since = known?.since ?? event.meta.recordedAt;
      const failing = { id, reaction, stream, revision, position, eventType, cause, attempts, since };
      return {
        ...failing,
        status: incident.statusAfter[event.type],
        retryAsked: false,
        released: false,
        lastEventId: event.id,
      };
    }
    case 'IncidentRetried':
      return known && { ...known, retryAsked: true };
    case 'IncidentResolved':
      return known && { ...known, status: incident.statusAfter[event.type], retryAsked: false };
    case 'StreamReleased':
      return known && { ...known, released: true };
  }
}
