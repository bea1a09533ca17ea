import type { Asked, Clock, Engine, LiveView } from '#engine';
import type { Incident, Incidents } from './incidents.ts';
import { runIncidentCommand, type IncidentAnswer } from './run-incident-command.ts';

/** Lists incidents and lets people settle them; each act is an event with who, when and why. */
export interface IncidentService {
  /** The newest last; open ones only when asked. */
  listIncidents(filter?: { readonly status?: Incident['status'] }): Promise<readonly Incident[]>;
  /** The reaction tries the event again, then what waited behind it. */
  retryIncident(id: string, by: Asked, reason: string): Promise<IncidentAnswer>;
  /** The reaction passes the event over and goes on with what waited behind it. */
  resolveIncident(id: string, by: Asked, reason: string): Promise<IncidentAnswer>;
}

export interface IncidentServiceOptions {
  readonly engine: Engine;
  readonly clock: Clock;
  readonly incidents: LiveView<Incidents>;
}

export function createIncidentService({ engine, clock, incidents }: IncidentServiceOptions): IncidentService {
  const settle = (type: 'RetryIncident' | 'ResolveIncident', id: string, by: Asked, reason: string) =>
    runIncidentCommand(engine, id, by.commandId, { type, reason, actor: by.actor }, (meta) => ({
      type,
      data: { reason },
      facts: {},
      meta: { ...meta, actor: by.actor, at: clock.now(), correlationId: by.correlationId ?? by.commandId },
    }));

  return {
    async listIncidents(filter = {}) {
      const all = [...(await incidents.current()).values()];
      return all.filter(({ status }) => filter.status === undefined || status === filter.status);
    },
    retryIncident: (id, by, reason) => settle('RetryIncident', id, by, reason),
    resolveIncident: (id, by, reason) => settle('ResolveIncident', id, by, reason),
  };
}
