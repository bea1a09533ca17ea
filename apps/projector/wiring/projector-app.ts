import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import {
  type Clock,
  type Engine,
  type Followed,
  type Follower,
  type Reaction,
  type ReactionCheckpoints,
  createEngine,
  createPostgresCheckpoints,
  createReactionRunner,
  shareReads,
} from '#engine';
import {
  createDecisionReactions,
  draftLinked,
  markConsolidated,
  markRevoked,
  createIncidents,
  createReactionFailures,
} from '#use-cases';
import { lagBehind, type Entry, type EventLog, type Position } from '#event-store';
import type { Projector, ProjectorLogger } from '#read-models';
import { readModelsDb, startProjector } from '#read-models';
import { parseTargets, startWebhooks, type Webhooks } from '#webhooks';
import type { Pool } from 'pg';

export interface ProjectorAppOptions {
  readonly store: EventLog;
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
  /** A writer not heard of for so many milliseconds is replaced by a standby; 5,000 unless told. */
  readonly leaseMs?: number;
  /** Where webhooks may go (`KHEO_WEBHOOK_TARGETS`); nowhere when absent. */
  readonly webhookTargets?: string | undefined;
}

interface ReactionStatus {
  readonly name: string;
  readonly position: Position;
  /** The process that runs it; null when nobody does. */
  readonly holder: string | null;
  /** Events of its categories that it has not handled yet; see `lagMore`. */
  readonly lagEvents: number;
  readonly lagMore: boolean;
  /** Age of the oldest of them. */
  readonly lagSeconds: number;
}

export interface ProjectorApp {
  readonly projector: Projector;
  /** Where each reaction stands, whoever runs it. */
  reactionStatus(): Promise<readonly ReactionStatus[]>;
  readonly webhooks: Webhooks;
  /** Ends what is at hand and gives everything up; pools and store stay the caller's. */
  stop(): Promise<void>;
}

/** Everything that follows the log, on a prepared database: the read models, the reactions and the webhooks. */
export const startProjectorApp = async (options: ProjectorAppOptions): Promise<ProjectorApp> => {
  const lease = options.leaseMs === undefined ? {} : { leaseMs: options.leaseMs };
  const reads = shareReads(options.store);
  const projector = await startProjector({ ...options, ...lease, reads, pool: options.pools.readModels });
  const engine = options.engine ?? createEngine({ store: options.store });
  const reactions = reactionsOf({
    ...options,
    engine,
    readModels: readModelsDb(options.pools.readModels),
    waitForReadModels: (position, timeoutMs) => projector.waitFor(position, timeoutMs),
  });
  const checkpoints = createPostgresCheckpoints(enginePool(options));
  const webhooks = await webhooksOf({ ...options, engine }, reads);
  const ending = new AbortController();
  const runners = createRunners({ ...options, reads }, engine, reactions, checkpoints);
  const running = runners.map((runner) => runner.run(ending.signal));
  return {
    projector,
    reactionStatus: () => reactionStatus(options, reactions, checkpoints),
    webhooks,
    stop: async () => {
      ending.abort();
      await Promise.all([projector.stop(), webhooks.stop(), ...running]);
    },
  };
};

const enginePool = ({ pools }: ProjectorAppOptions): Pool => pools.engine ?? pools.readModels;

const createRunners = (
  { store, reads, clock, logger, leaseMs }: ProjectorAppOptions & { readonly reads: Followed<Entry> },
  engine: Engine,
  reactions: readonly Reaction[],
  checkpoints: ReactionCheckpoints,
): readonly Follower[] => {
  const failures = createReactionFailures({ engine, clock, incidents: createIncidents(store) });
  const owner = `${hostname()}-${process.pid}`;
  const shared = { store, reads, checkpoints, failures, owner, ...(leaseMs === undefined ? {} : { leaseMs }) };
  return reactions.map((reaction) =>
    createReactionRunner({
      ...shared,
      reaction,
      onError: (error, times) =>
        logger.warn({ err: error, reaction: reaction.name, failures: times }, 'the reaction failed and tries again'),
    }),
  );
};

const reactionStatus = async (
  { store, clock }: ProjectorAppOptions,
  reactions: readonly Reaction[],
  checkpoints: ReactionCheckpoints,
): Promise<readonly ReactionStatus[]> => {
  const standings = await checkpoints.standings();
  return Promise.all(
    reactions.map(async ({ name, categories }) => {
      const { position = 0, holder = null } = standings.find((each) => each.name === name) ?? {};
      const { events, more, seconds } = await lagBehind(store, { position, categories }, clock.now());
      return { name, position, holder, lagEvents: events, lagMore: more, lagSeconds: seconds };
    }),
  );
};

const webhooksOf = (
  options: ProjectorAppOptions & { readonly engine: Engine },
  reads: Followed<Entry>,
): Promise<Webhooks> => {
  const { store, engine, clock, logger, pools, leaseMs } = options;
  return startWebhooks({
    store,
    reads,
    clock,
    engine,
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
  tools: Pick<ProjectorAppOptions, 'store' | 'clock'> & Parameters<typeof markRevoked>[0],
): readonly Reaction[] => [
  ...createDecisionReactions(tools),
  draftLinked(tools),
  markConsolidated(tools),
  markRevoked(tools),
];
