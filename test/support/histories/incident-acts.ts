import { incident, type CommandMeta } from '#domain';
import type { Clock, Engine, LiveView } from '#engine';
import { listIncidents, type Incidents } from '#use-cases';

/** Who asks, under which command id. */
type Asked = Pick<CommandMeta, 'commandId' | 'actor'> & Partial<Pick<CommandMeta, 'correlationId'>>;

/** What an administrator sees of incidents and does about them, without a directory that says who is one. */
export const createIncidentActs = (tools: {
  readonly engine: Engine;
  readonly clock: Clock;
  readonly incidents: LiveView<Incidents>;
}) => {
  const settle = (type: 'RetryIncident' | 'ResolveIncident', id: string, by: Asked, reason: string) =>
    tools.engine.run({
      stream: `incident-${id}`,
      decider: incident.decider,
      commandId: by.commandId,
      body: { type, reason, actor: by.actor },
      prepare: (): incident.IncidentCommand => ({
        type,
        data: { reason },
        facts: {},
        meta: { ...by, at: tools.clock.now(), correlationId: by.commandId },
      }),
    });
  return {
    listIncidents: (filter: Parameters<typeof listIncidents>[1] = {}) => listIncidents(tools.incidents, filter),
    retryIncident: (id: string, by: Asked, reason: string) => settle('RetryIncident', id, by, reason),
    resolveIncident: (id: string, by: Asked, reason: string) => settle('ResolveIncident', id, by, reason),
  };
};
