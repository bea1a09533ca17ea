import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Instant } from '#domain';
import { shareReads, type Followed } from '#engine';
import { productCodec, type Entry, type EventLog } from '#event-store';
import { kyselyOver, type Pool } from '#postgres';
import { allProjections } from '../all.ts';
import type { Projection } from '../projection.port.ts';
import type { CommitBatch } from './commit.ts';
import { followWith, type ProjectorLogger } from './follow-with.ts';
import { projectionCheckpoints, resume } from './lease.ts';
import { lowestPosition } from './position.ts';
import { rebuild, type RebuildOptions, type RebuildReport } from './rebuild.ts';
import { prepareLiveSchema, type Db } from './schema.ts';
import { projectionStatus, type ProjectionStatus } from './status.ts';
import { createPositionWaiter, type WaitForPosition } from './wait.ts';

export interface ProjectorOptions {
  readonly store: EventLog;
  /** Reads of the whole log, shared with the other followers of the process; the projector's own unless told. */
  readonly reads?: Followed<Entry>;
  /** At least four connections; stays the caller's to end. */
  readonly pool: Pool;
  readonly clock: { now(): Instant };
  readonly logger: ProjectorLogger;
  readonly projections?: readonly Projection[];
  /** Events of a batch at most; 1,000 when absent. */
  readonly batchSize?: number;
  /** A writer not heard of for so long loses its projections to a standby; 5,000 ms when absent. */
  readonly leaseMs?: number;
  /** How a batch reaches the tables; a test of the tests replaces it by a wrong one. */
  readonly commit?: CommitBatch;
}

export interface Projector {
  readonly waitFor: WaitForPosition;
  projectionStatus(): Promise<ProjectionStatus[]>;
  /** Builds read models anew beside the live ones, compares and switches. All of them when no names are given. */
  rebuild(options?: RebuildOptions): Promise<RebuildReport>;
  /** Lets stopped projections try their event again. */
  resume(names: readonly string[]): Promise<void>;
  /** Ends the batch at hand and gives the projections up. */
  stop(): Promise<void>;
}

const OWNER = `${hostname()}-${process.pid}-${randomUUID().slice(0, 8)}`;

/**
 * Follows the log with every projection this process can get hold of; stands by for the others. Each follows at its own
 * pace: one that is far behind, slow or stopped holds no other up.
 */
export const startProjector = async (options: ProjectorOptions): Promise<Projector> => {
  const projections = versioned(options.store, options.projections);
  const db: Db = kyselyOver(options.pool);
  const start = (wanted: RebuildOptions = {}) => rebuild({ ...options, projections }, wanted);

  const outdated = await prepareLiveSchema(db, projections);
  if (outdated.length > 0) {
    options.logger.info({ projections: outdated }, 'read models of another version are rebuilt');
    await start({ names: outdated });
  }
  await resume(
    db,
    projections.map(({ name }) => name),
  );

  const ending = new AbortController();
  const shared = {
    ...options,
    db,
    reads: options.reads ?? shareReads(options.store),
    checkpoints: projectionCheckpoints(db, projections),
    owner: OWNER,
  };
  const following = projections.map((projection) => followWith(projection, shared).run(ending.signal));
  return {
    waitFor: createPositionWaiter(() => lowestPosition(db)),
    projectionStatus: () => projectionStatus(db, options.store, options.clock.now()),
    rebuild: start,
    resume: (names) => resume(db, names),
    stop: async () => {
      ending.abort();
      await Promise.all(following);
    },
  };
};

/** Rebuilds without following the log: for the command line, while projectors run elsewhere or none does. */
export const rebuildReadModels = async (
  from: Pick<ProjectorOptions, 'store' | 'pool' | 'projections'>,
  options: RebuildOptions = {},
): Promise<RebuildReport> => {
  const projections = versioned(from.store, from.projections);
  await prepareLiveSchema(kyselyOver(from.pool), projections);
  return rebuild({ ...from, projections }, options);
};

/** Makes the tables of read models that are not there yet, empty. Safe to run at each start, by several processes at once. */
export const makeReadModelTables = async (pool: Pool): Promise<void> => {
  await prepareLiveSchema(kyselyOver(pool), versioned(productCodec));
};

/** Tables are of another version when events have another shape: both numbers only grow, so their sum tells. */
const versioned = ({ upcasts }: Pick<EventLog, 'upcasts'>, projections = allProjections): readonly Projection[] =>
  projections.map((projection) => ({ ...projection, version: projection.version + upcasts }));
