import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import type { Clock, Engine, Follower, Lag, Reaction } from '#engine';
import {
  createDecisionReactions,
  createEngine,
  createEngineTables,
  createIncidentBoard,
  createPostgresCheckpoints,
  createReactionRunner,
  draftLinked,
  markConsolidated,
} from '#engine';
import type { EventStore } from '#event-store';
import type { Projector, ProjectorLogger } from '#read-models';
import { startProjector } from '#read-models';
import { parseTargets, startWebhooks, type Webhooks } from '#webhooks';
import type { Pool } from 'pg';

export interface ProjectorAppOptions {
  readonly store: EventStore;
  readonly pools: {
    /** For read models: at least four connections. */
    readonly readModels: Pool;
    /** For the checkpoints of reactions; the read models' pool unless told. */
    readonly engine?: Pool;
  };
  readonly clock: Clock;
  readonly logger: ProjectorLogger;
  /** Carries out what reactions ask for; one of its own unless told. */
  readonly engine?: Engine;
  /** A writer not heard of for so many milliseconds is replaced by a standby; 10,000 unless told. */
  readonly leaseMs?: number;
  /** Where webhooks may go (`KHEO_WEBHOOK_TARGETS`); nowhere when absent. */
  readonly webhookTargets?: string | undefined;
}

export interface ProjectorApp {
  readonly projector: Projector;
  readonly webhooks: Webhooks;
  /** How far each reaction is behind the log. */
  reactionLags(): Promise<Readonly<Record<string, Lag>>>;
  /** Ends what is at hand and gives everything up; pools and store stay the caller's. */
  stop(): Promise<void>;
}

/** Everything that follows the log: the read models, the reactions and the webhooks. */
export const startProjectorApp = async (options: ProjectorAppOptions): Promise<ProjectorApp> => {
  const lease = options.leaseMs === undefined ? {} : { leaseMs: options.leaseMs };
  const projector = await startProjector({ ...options, ...lease, pool: options.pools.readModels });
  const runners = await createRunners(options);
  const webhooks = await webhooksOf(options);
  const ending = new AbortController();
  const running = [...runners.values()].map((runner) => runner.run(ending.signal));
  return {
    projector,
    webhooks,
    reactionLags: async () =>
      Object.fromEntries(
        await Promise.all([...runners].map(async ([name, runner]) => [name, await runner.lag()] as const)),
      ),
    stop: async () => {
      ending.abort();
      await Promise.all([projector.stop(), webhooks.stop(), ...running]);
    },
  };
};

const createRunners = async (options: ProjectorAppOptions): Promise<ReadonlyMap<string, Follower>> => {
  const { store, clock, logger, pools } = options;
  const pool = pools.engine ?? pools.readModels;
  await createEngineTables(pool);
  const engine = options.engine ?? createEngine({ store });
  const board = createIncidentBoard(store);
  const checkpoints = createPostgresCheckpoints(pool);
  const owner = `${hostname()}-${process.pid}`;
  const shared = {
    store,
    engine,
    clock,
    checkpoints,
    board,
    owner,
    ...(options.leaseMs === undefined ? {} : { leaseMs: options.leaseMs }),
  };
  return new Map(
    reactionsOf({ engine, store, clock }).map((reaction) => {
      const onError = (error: unknown, failures: number) =>
        logger.warn({ err: error, reaction: reaction.name, failures }, 'the reaction failed and tries again');
      return [reaction.name, createReactionRunner({ ...shared, reaction, onError })] as const;
    }),
  );
};

const webhooksOf = (options: ProjectorAppOptions): Promise<Webhooks> => {
  const { store, clock, logger, pools, leaseMs } = options;
  return startWebhooks({
    store,
    clock,
    engine: options.engine ?? createEngine({ store }),
    pool: pools.engine ?? pools.readModels,
    targets: parseTargets(options.webhookTargets),
    owner: `${hostname()}-${process.pid}`,
    randomBytes,
    ...(leaseMs === undefined ? {} : { leaseMs }),
    onError: (error, webhook) => logger.warn({ err: error, webhook }, 'webhooks failed and try again'),
  });
};

/** Everything the system does of itself. */
const reactionsOf = (
  tools: Pick<ProjectorAppOptions, 'store' | 'clock'> & { readonly engine: Engine },
): readonly Reaction[] => [...createDecisionReactions(tools), draftLinked(tools), markConsolidated(tools)];
