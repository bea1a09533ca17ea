import type { Pool } from 'pg';
import { collectDefaultMetrics, Registry } from 'prom-client';
import type { Clock } from '#engine';
import type { EventLog } from '#event-store';
import { createFollowingMetrics, runChecks, type Following, type HealthServerOptions } from '#service';
import type { ProjectorLogger } from '#read-models';
import type { ProjectorApp } from './projector-app.ts';

export interface ReadinessOptions {
  readonly store: EventLog;
  readonly pool: Pool;
  readonly clock: Clock;
  readonly logger: ProjectorLogger;
  readonly app: ProjectorApp;
}

/**
 * A projector is ready while log and database answer and no projection has stopped on an event. One that stands by is
 * ready too: it tells who is at work.
 */
export function createReadiness({
  store,
  pool,
  logger,
  app,
}: ReadinessOptions): Pick<HealthServerOptions, 'readiness' | 'registry'> {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const metrics = createFollowingMetrics(registry);
  return {
    registry,
    readiness: async () => {
      let stopped: readonly string[] = [];
      const checks = await runChecks(
        {
          log: async () => ({ head: await store.head() }),
          database: async () => {
            await pool.query('select 1');
            return undefined;
          },
          following: async () => {
            const [projections, reactions] = await Promise.all([
              app.projector.projectionStatus(),
              app.reactionStatus(),
            ]);
            metrics.tell([...projections.map(asFollowing), ...reactions.map(asReaction)]);
            stopped = projections.filter(({ status }) => status === 'stopped').map(({ name }) => name);
            return { projections, reactions };
          },
        },
        (name, error) => logger.warn({ err: error, check: name }, 'a check of health failed'),
      );
      const up = Object.values(checks).every(({ status }) => status === 'up');
      return { ready: up && stopped.length === 0, standing: { process: process.pid, ...checks } };
    },
  };
}

type Projection = Awaited<ReturnType<ProjectorApp['projector']['projectionStatus']>>[number];
type Reaction = Awaited<ReturnType<ProjectorApp['reactionStatus']>>[number];

const asFollowing = ({ name, holder, lagEvents, lagSeconds }: Projection): Following => ({
  ...{ name, kind: 'projection', active: holder !== null, lagEvents, lagSeconds },
});

const asReaction = ({ name, holder, lagEvents, lagSeconds }: Reaction): Following => ({
  ...{ name, kind: 'reaction', active: holder !== null, lagEvents, lagSeconds },
});
