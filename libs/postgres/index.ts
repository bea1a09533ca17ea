export { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded/embedded.ts';
export { findEmbeddedPostgres } from './embedded/urls.ts';
export { reachableDataDir } from './embedded/reachable-data-dir.ts';
export { APP_ROLE, OWNER_ROLE, QUEUE_ROLE, QUEUE_SCHEMA, asAppRole, asQueueRole, prepareRoles } from './roles.ts';
export { assertDurable, NotDurableError } from './durability.ts';
export { kyselyOver, openConnection, openPool, withClient, type PoolOptions } from './pool.ts';
export { inSnapshot, inTransaction } from './transaction.ts';
export { isOutOfReach, errorCodeOf } from './out-of-reach.ts';
export { batched, Batcher, coalesced, type Batchable, type BatchLimits } from './batcher.ts';
export { LOCKS, lockInTransaction, lockOneInTransaction, lockSession, underLock, unlessLocked } from './locks.ts';
export { migrate, pendingMigrations, type SchemaMigrations } from './migrator.ts';
export {
  currentHolder,
  leasesIn,
  LeaseLost,
  movingTogether,
  renewEveryMs,
  type Lease,
  type LeaseStanding,
} from './leases.ts';
export { DatabaseError, type Pool } from 'pg';
