import { incident, type Actor, type CommandMeta, type Rejected } from '#domain';
import type { Clock, Done, Engine, EngineRejection } from '../engine.port.ts';
import { deriveId } from '../ids.ts';
import type { LiveView } from '../live-view.ts';
import type { Incident, IncidentBoard } from './incident-board.ts';

export type IncidentAnswer = Done | Rejected<incident.IncidentRejection | EngineRejection>;

/** Who asks, under which command id, and in which request. */
export interface Asked {
  readonly commandId: string;
  readonly actor: Actor;
  readonly correlationId?: string;
}

/** Lists incidents and lets people settle them; each act is an event with who, when and why. */
export interface IncidentDesk {
  /** The newest last; open ones only when asked. */
  listIncidents(filter?: { readonly status?: Incident['status'] }): Promise<readonly Incident[]>;
  /** The reaction tries the event again, then what waited behind it. */
  retryIncident(id: string, by: Asked, reason: string): Promise<IncidentAnswer>;
  /** The reaction passes the event over and goes on with what waited behind it. */
  resolveIncident(id: string, by: Asked, reason: string): Promise<IncidentAnswer>;
}

export interface IncidentDeskOptions {
  readonly engine: Engine;
  readonly clock: Clock;
  readonly board: LiveView<IncidentBoard>;
}

export function createIncidentDesk({ engine, clock, board }: IncidentDeskOptions): IncidentDesk {
  const settle = (type: 'RetryIncident' | 'ResolveIncident', id: string, by: Asked, reason: string) =>
    runIncidentCommand(engine, id, by.commandId, { type, reason, actor: by.actor }, (meta) => ({
      type,
      data: { reason },
      facts: {},
      meta: { ...meta, actor: by.actor, at: clock.now(), correlationId: by.correlationId ?? by.commandId },
    }));

  return {
    async listIncidents(filter = {}) {
      const incidents = [...(await board.current()).values()];
      return incidents.filter(({ status }) => filter.status === undefined || status === filter.status);
    },
    retryIncident: (id, by, reason) => settle('RetryIncident', id, by, reason),
    resolveIncident: (id, by, reason) => settle('ResolveIncident', id, by, reason),
  };
}

/** What the reactions themselves record about incidents. */
export interface IncidentKeeper {
  raise(failure: incident.Failure, previous?: Incident): Promise<void>;
  release(settled: Incident): Promise<void>;
}

export function createIncidentKeeper(engine: Engine, clock: Clock): IncidentKeeper {
  const system = (correlationId: string) => ({ actor: SYSTEM, at: clock.now(), correlationId });

  return {
    async raise(failure, previous) {
      const id = previous?.id ?? deriveId(failure.eventId, `incident:${failure.reaction}`);
      const commandId = deriveId(previous?.lastEventId ?? id, 'raise');
      const body = { incidentId: id, eventId: failure.eventId };
      must(
        await runIncidentCommand(engine, id, commandId, body, (meta) => ({
          type: 'RaiseIncident',
          data: { incidentId: id, failure },
          facts: {},
          meta: { ...meta, ...system(id) },
        })),
      );
    },
    async release(settled) {
      const commandId = deriveId(settled.lastEventId, 'release');
      must(
        await runIncidentCommand(engine, settled.id, commandId, { release: settled.id }, (meta) => ({
          type: 'ReleaseStream',
          data: {},
          facts: {},
          meta: { ...meta, ...system(settled.id) },
        })),
      );
    },
  };
}

const SYSTEM: Actor = { personId: 'system', role: 'SYSTEM', unitId: 'system' };

const runIncidentCommand = (
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
    decide: incident.decide,
  });

/** The system's own commands are never refused by a rule: if one is, the program is wrong. */
function must(answer: IncidentAnswer): void {
  if (answer.kind === 'rejected') throw new Error(`an incident could not be recorded: ${answer.reason}`);
}
