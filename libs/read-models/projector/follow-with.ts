import { createLeaseholder, followUnderLease, type Checkpoints, type Followed, type Follower } from '#engine';
import { readable, type Entry, type Position } from '#event-store';
import { errorCodeOf, isOutOfReach, LeaseLost } from '#postgres';
import type { Projection } from '../projection.port.ts';
import { commitBatch, type CommitBatch } from './commit.ts';
import { stop } from './lease.ts';
import type { Db } from './schema.ts';

/** The part of a Pino logger the projector uses. */
export interface ProjectorLogger {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

interface FollowWithOptions {
  readonly db: Db;
  readonly reads: Followed<Entry>;
  readonly checkpoints: Checkpoints;
  readonly logger: ProjectorLogger;
  /** Names the process; unique among all. */
  readonly owner: string;
  readonly leaseMs?: number;
  readonly batchSize?: number;
  readonly commit?: CommitBatch;
}

/**
 * Follows the log with one projection while this process holds it: rows and checkpoint move together. What goes wrong
 * with it stays with it: an event it cannot digest stops it, everything else is tried again at the checkpoint.
 */
export function followWith(projection: Projection, options: FollowWithOptions): Follower {
  const { db, logger, commit = commitBatch } = options;
  const { name } = projection;
  const holder = createLeaseholder({ ...options, name });

  return followUnderLease(holder, {
    store: options.reads,
    categories: projection.categories,
    batchSize: options.batchSize ?? 1000,
    taken: async (position) => {
      logger.info({ projection: name, position }, 'projection taken over');
      return position;
    },
    handle: ({ events, upTo }) => (events.length === 0 ? holder.advance(upTo) : bring(events, upTo)),
    onError: (error) => {
      const what = error instanceof LeaseLost ? 'projection given up' : 'the projection failed and tries again';
      logger.warn({ err: error, projection: name }, what);
    },
  });

  async function bring(entries: readonly Entry[], upTo: Position): Promise<void> {
    try {
      await holder.advance(upTo, (lease) =>
        commit({ db, projection, lease, events: readable(entries), upTo, leaseMs: holder.leaseMs }),
      );
    } catch (error) {
      if (error instanceof LeaseLost || isPassing(error)) throw error;
      if (entries.length > 1) await bringOneByOne(entries, upTo);
      else await stopAt(entries[0]?.position ?? upTo, error);
    }
  }

  /** Finds the poison event: those before it are kept. */
  async function bringOneByOne(entries: readonly Entry[], upTo: Position): Promise<void> {
    for (const entry of entries) await bring([entry], entry === entries.at(-1) ? upTo : entry.position);
  }

  async function stopAt(position: Position, error: unknown): Promise<void> {
    logger.error({ err: error, projection: name, position }, 'projection stopped by an event it cannot digest');
    await holder.release((lease) => stop(db, lease, messageOf(error), position));
  }
}

/** SQLSTATE classes that say nothing about the batch: rollback, operator, system, timeouts. */
const PASSING = /^(40|57|58|25P03|55P03)/u;

/** True when the same batch may well succeed later: the database or the way to it failed, not the event. */
const isPassing = (error: unknown): boolean => isOutOfReach(error) || PASSING.test(errorCodeOf(error) ?? '');

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
