import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Instant } from '#domain';
import { isIn, readable, type Entry, type EventLog, type Position } from '#event-store';
import { kyselyOver, LeaseLost, renewEveryMs, type Lease, type Pool } from '#postgres';
import { allProjections } from '../all.ts';
import type { Projection } from '../projection.port.ts';
import { commitBatch } from './commit.ts';
import type { CommitBatch } from './commit.ts';
import { isPassing, messageOf } from './failure.ts';
import { acquire, projectionLeases, resume, stop } from './lease.ts';
import { lowestPosition } from './position.ts';
import { rebuild } from './rebuild.ts';
import type { RebuildOptions, RebuildReport } from './rebuild.ts';
import { prepareLiveSchema } from './schema.ts';
import type { Db } from './schema.ts';
import { projectionStatus } from './status.ts';
import type { ProjectionStatus } from './status.ts';
import { createPositionWaiter } from './wait.ts';
import type { WaitForPosition } from './wait.ts';

/** The part of a Pino logger the projector uses. */
export interface ProjectorLogger {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

export interface ProjectorOptions {
  readonly store: EventLog;
  /** At least four connections; stays the caller's to end. */
  readonly pool: Pool;
  readonly clock: { now(): Instant };
  readonly logger: ProjectorLogger;
  readonly projections?: readonly Projection[];
  /** Events read at once; 1,000 when absent. */
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

/** Follows the log with every projection this process can get hold of; stands by for the others. */
export const startProjector = async (options: ProjectorOptions): Promise<Projector> => {
  const projections = options.projections ?? allProjections;
  const db: Db = kyselyOver(options.pool);
  const start = (wanted: RebuildOptions = {}) => rebuild({ ...options, db, projections }, wanted);

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
  const following = follow({ ...options, db, projections }, ending.signal);
  return {
    waitFor: createPositionWaiter(() => lowestPosition(db)),
    projectionStatus: () => projectionStatus(db, options.store, options.clock.now()),
    rebuild: start,
    resume: (names) => resume(db, names),
    stop: async () => {
      ending.abort();
      await following;
    },
  };
};

/** Rebuilds without following the log: for the command line, while projectors run elsewhere or none does. */
export const rebuildReadModels = async (
  from: Pick<ProjectorOptions, 'store' | 'pool' | 'projections'>,
  options: RebuildOptions = {},
): Promise<RebuildReport> => {
  const projections = from.projections ?? allProjections;
  const db: Db = kyselyOver(from.pool);
  await prepareLiveSchema(db, projections);
  return rebuild({ db, store: from.store, projections }, options);
};

/** Makes the tables of read models that are not there yet, empty. Safe to run at each start, by several processes at once. */
export const makeReadModelTables = async (pool: Pool): Promise<void> => {
  await prepareLiveSchema(kyselyOver(pool), allProjections);
};

type Following = ProjectorOptions & { readonly db: Db; readonly projections: readonly Projection[] };

/** The loop: look after the leases, read the log once, hand the batch to every projection that is held. */
const follow = async (options: Following, ending: AbortSignal): Promise<void> => {
  const { db, store, logger, leaseMs = LEASE_MS, batchSize = 1_000 } = options;
  const held = new Map<string, Lease>();
  let tendAt = 0;
  while (!ending.aborted) {
    try {
      if (performance.now() >= tendAt) {
        await tendLeases(options, held, leaseMs);
        tendAt = performance.now() + renewEveryMs(leaseMs);
      }
      const after = Math.min(...[...held.values()].map(({ position }) => position));
      if (held.size === 0) {
        await pause(Math.min(renewEveryMs(leaseMs), 500), ending);
        continue;
      }
      const { events, upTo } = await store.entries.readAll({ after, limit: batchSize });
      if (upTo > after) await project(options, held, events, upTo);
      else await store.waitPast(after, renewEveryMs(leaseMs), ending);
    } catch (error) {
      held.clear();
      tendAt = 0;
      logger.warn({ err: error }, 'the projector lost its store or database and tries again');
      await pause(500, ending);
    }
  }
  await projectionLeases
    .release(db, [...held.values()])
    .catch((error: unknown) => logger.warn({ err: error }, 'leases were not released'));
};

const pause = async (ms: number, ending: AbortSignal): Promise<void> => {
  await sleep(ms, undefined, { signal: ending }).catch(() => undefined);
};

const tendLeases = async ({ db, projections, logger }: Following, held: Map<string, Lease>, leaseMs: number) => {
  const still = held.size === 0 ? new Set<string>() : await projectionLeases.renew(db, [...held.values()], leaseMs);
  for (const name of held.keys()) if (!still.has(name)) held.delete(name);
  const free = projections.filter(({ name }) => !held.has(name));
  if (free.length === 0) return;
  for (const lease of await acquire(db, free, `${hostname()}-${process.pid}-${RUN}`, leaseMs)) {
    held.set(lease.name, lease);
    logger.info({ projection: lease.name, fence: lease.fence, position: lease.position }, 'projection taken over');
  }
};

const RUN = randomUUID().slice(0, 8);

/** A standby looks every third of it, so it takes over within seven seconds. */
const LEASE_MS = 5_000;

const project = async (
  options: Following,
  held: Map<string, Lease>,
  entries: readonly Entry[],
  upTo: Position,
): Promise<void> => {
  const { db, projections, leaseMs = LEASE_MS } = options;
  const idle: Lease[] = [];
  const busy: Promise<void>[] = [];
  for (const projection of projections) {
    const lease = held.get(projection.name);
    if (!lease || lease.position >= upTo) continue;
    const own = entries.filter((entry) => entry.position > lease.position && isIn(entry, ...projection.categories));
    if (own.length === 0) idle.push(lease);
    else busy.push(commitOne(options, held, { projection, lease, own, upTo }));
  }
  await Promise.all(busy);
  if (idle.length === 0) return;
  const still = await projectionLeases.advance(db, idle, upTo, leaseMs);
  for (const lease of idle) {
    if (still.has(lease.name)) held.set(lease.name, { ...lease, position: upTo });
    else held.delete(lease.name);
  }
};

interface Work {
  readonly projection: Projection;
  readonly lease: Lease;
  readonly own: readonly Entry[];
  readonly upTo: Position;
}

/** A batch of one projection; what goes wrong with it stays with it. */
const commitOne = async (options: Following, held: Map<string, Lease>, work: Work): Promise<void> => {
  const { db, logger, leaseMs = LEASE_MS, commit = commitBatch } = options;
  const { projection, lease, own, upTo } = work;
  try {
    await commit({ db, projection, lease, events: readable(own), upTo, leaseMs });
    held.set(lease.name, { ...lease, position: upTo });
  } catch (error) {
    if (error instanceof LeaseLost || isPassing(error)) {
      held.delete(lease.name);
      logger.warn({ err: error, projection: lease.name }, 'projection given up');
    } else if (own.length > 1) {
      await commitOneByOne(options, held, work);
    } else {
      held.delete(lease.name);
      const position = own[0]?.position ?? upTo;
      logger.error({ err: error, projection: lease.name, position }, 'projection stopped by an event it cannot digest');
      await stop(db, lease, messageOf(error), position);
    }
  }
};

/** Finds the poison event: those before it are kept. */
const commitOneByOne = async (options: Following, held: Map<string, Lease>, work: Work): Promise<void> => {
  for (const event of work.own) {
    const lease = held.get(work.lease.name);
    if (!lease) return;
    const upTo = event === work.own.at(-1) ? work.upTo : event.position;
    await commitOne(options, held, { ...work, lease, own: [event], upTo });
  }
};
