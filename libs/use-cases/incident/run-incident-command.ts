import { incident, type CommandMeta, type Rejected } from '#domain';
import type { Done, Engine, EngineRejection } from '#engine';

export type IncidentAnswer = Done | Rejected<incident.IncidentRejection | EngineRejection>;

export const runIncidentCommand = (
  engine: Engine,
  id: string,
  commandId: string,
  body: unknown,
  build: (meta: Pick<CommandMeta, 'commandId'>) => incident.IncidentCommand,
): Promise<IncidentAnswer> =>
  engine.run({
    stream: `incident-${id}`,
    decider: incident.decider,
    commandId,
    body,
    prepare: () => build({ commandId }),
  });
