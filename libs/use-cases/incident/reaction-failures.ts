import { SYSTEM } from '#domain';
import { deriveId, type Blocked, type Clock, type Engine, type LiveView, type ReactionFailures } from '#engine';
import type { Incident, Incidents } from './incidents.ts';
import { runIncidentCommand, type IncidentAnswer } from './run-incident-command.ts';

export interface ReactionFailuresOptions {
  readonly engine: Engine;
  readonly clock: Clock;
  readonly incidents: LiveView<Incidents>;
}

/** What a reaction could not handle becomes an incident, for people to retry or resolve. */
export function createReactionFailures({ engine, clock, incidents }: ReactionFailuresOptions): ReactionFailures {
  const system = (correlationId: string) => ({ actor: SYSTEM, at: clock.now(), correlationId });

  return {
    async blocked(reaction) {
      const all = [...(await incidents.current()).values()];
      return all.filter((one) => one.reaction === reaction && !one.released).map(blockedBy);
    },
    async record(failure, again) {
      const id = again?.id ?? deriveId(failure.eventId, `incident:${failure.reaction}`);
      const commandId = deriveId(again === undefined ? id : again.lastEventId, 'raise');
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
    async release({ id, lastEventId }) {
      const commandId = deriveId(lastEventId, 'release');
      must(
        await runIncidentCommand(engine, id, commandId, { release: id }, (meta) => ({
          type: 'ReleaseStream',
          data: {},
          facts: {},
          meta: { ...meta, ...system(id) },
        })),
      );
    },
  };
}

const blockedBy = ({ id, stream, revision, status, retryAsked, lastEventId }: Incident): Blocked => ({
  ...{ id, stream, revision, lastEventId },
  settledBy: status === 'RESOLVED' ? 'SKIP' : retryAsked ? 'RETRY' : undefined,
});

/** The system's own commands are never refused by a rule: if one is, the program is wrong. */
function must(answer: IncidentAnswer): void {
  if (answer.kind === 'rejected') throw new Error(`an incident could not be recorded: ${answer.reason}`);
}
