import { incident, SYSTEM } from '#domain';
import { deriveId, type Blocked, type Clock, type Engine, type LiveView, type ReactionFailures } from '#engine';
import type { Incident, Incidents } from './incidents.ts';

export interface ReactionFailuresOptions {
  readonly engine: Engine;
  readonly clock: Clock;
  readonly incidents: LiveView<Incidents>;
}

/** What a reaction could not handle becomes an incident, for people to retry or resolve. */
export function createReactionFailures({ engine, clock, incidents }: ReactionFailuresOptions): ReactionFailures {
  return {
    async blocked(reaction) {
      const all = [...(await incidents.current()).values()];
      return all.filter((one) => one.reaction === reaction && !one.released).map(blockedBy);
    },
    record: (failure, again) => {
      const id = again?.id ?? deriveId(failure.eventId, `incident:${failure.reaction}`);
      const commandId = deriveId(again === undefined ? id : again.lastEventId, 'raise');
      const data = { incidentId: id, failure };
      return run(id, commandId, { incidentId: id, eventId: failure.eventId }, { type: 'RaiseIncident', data });
    },
    release: ({ id, lastEventId }) =>
      run(id, deriveId(lastEventId, 'release'), { release: id }, { type: 'ReleaseStream', data: {} }),
  };

  /** The system's own commands are never refused by a rule: if one is, the program is wrong. */
  async function run(id: string, commandId: string, body: unknown, command: SystemCommand): Promise<void> {
    const meta = { commandId, actor: SYSTEM, at: clock.now(), correlationId: id };
    const prepare = (): incident.IncidentCommand => ({ ...command, facts: {}, meta });
    const answer = await engine.run({
      ...{ stream: `incident-${id}`, decider: incident.decider },
      ...{ commandId, body, prepare },
    });
    if (answer.kind === 'rejected') throw new Error(`an incident could not be recorded: ${answer.reason}`);
  }
}

type SystemCommand = Pick<incident.RaiseIncident, 'type' | 'data'> | Pick<incident.ReleaseStream, 'type' | 'data'>;

const blockedBy = ({ id, stream, revision, status, retryAsked, lastEventId }: Incident): Blocked => ({
  ...{ id, stream, revision, lastEventId },
  settledBy: status === 'RESOLVED' ? 'SKIP' : retryAsked ? 'RETRY' : undefined,
});
