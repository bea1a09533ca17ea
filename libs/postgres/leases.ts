import { sql, type Kysely, type RawBuilder } from 'kysely';
import { Batcher, type Batchable } from './batcher.ts';

/** The right to move one checkpoint, until it expires or somebody else takes it. */
export interface Lease {
  readonly name: string;
  /** Grows with each holder: one who was passed over has an old number, and can move nothing any more. */
  readonly fence: number;
  /** The checkpoint when the lease was taken. */
  readonly position: number;
}

/** How far a checkpoint is to move, and how many milliseconds its lease is to hold from now on. */
export interface Move {
  readonly lease: Lease;
  readonly position: number;
  readonly leaseMs: number;
}

/** Where a checkpoint is, and who holds its lease; null when nobody does. */
export interface LeaseStanding {
  readonly name: string;
  readonly position: number;
  readonly holder: string | null;
}

/** Somebody else has taken over, or may: nothing more is stored under this lease. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';

  constructor(what: string) {
    super(`the lease of ${what} is held no longer`);
  }
}

interface Asked {
  readonly name: string;
  /** Names who asks; unique among all processes. */
  readonly holder: string;
  /** Milliseconds without a sign of life after which somebody else may take it. */
  readonly leaseMs: number;
  /** What must also be true of the row. */
  readonly only?: RawBuilder<unknown>;
}

/** The database, or a transaction of the caller's. */
type Db = Kysely<unknown>;

/**
 * Leases that stand in the rows of the checkpoints they guard, by the database's clock. The table has the columns
 * `name`, `position`, `fence`, `holder`, `lease_until` and `updated_at`.
 */
export interface Leases {
  /** Takes it when it is free, expired, or the holder's already. Waits for nobody: what another has just locked is his. */
  acquire(db: Db, asked: Asked): Promise<Lease | undefined>;
  /**
   * Says that the holders live and moves checkpoints, never back; by name, so that two who move many never wait for each
   * other. Answers the names whose lease still held; the others
   * stay where they were. In a transaction it proves the leases and locks them until the end: nobody takes over while
   * what belongs to them is being written.
   */
  advance(db: Db, moves: readonly Move[]): Promise<ReadonlySet<string>>;
  /** Lets others in at once, and sets `besides` in its row, if it is still held. */
  release(db: Db, lease: Lease, ...besides: RawBuilder<unknown>[]): Promise<void>;
  /** Takes it from whoever has it, who can move nothing any more, and sets `besides` in its row. */
  revoke(db: Db, name: string, besides: RawBuilder<unknown>): Promise<void>;
  /** All of them, by name. */
  standings(db: Db): Promise<LeaseStanding[]>;
}

/** Whoever holds it at this moment: a lease that has expired is nobody's. */
export const currentHolder = sql<string | null>`case when lease_until > clock_timestamp() then holder end`;

/** Milliseconds between two signs of life of a holder, and between two looks of a standby: two may be lost. */
export const renewEveryMs = (leaseMs: number): number => leaseMs / 3;

export function leasesIn(schema: string, table: string): Leases {
  const rows = sql.table(`${schema}.${table}`);

  return {
    async acquire(db, { name, holder, leaseMs, only = sql`true` }) {
      const taken = await sql<Lease>`
        update ${rows} set holder = ${holder}, fence = fence + 1, lease_until = ${until(leaseMs)}
        where name in (
          select name from ${rows}
          where name = ${name} and ${only} and (holder is null or holder = ${holder} or lease_until < clock_timestamp())
          for update skip locked)
        returning name, fence::double precision, position::double precision`.execute(db);
      return taken.rows[0];
    },
    async advance(db, moves) {
      const moved = await sql<{ name: string }>`
        update ${rows} r set position = greatest(r.position, mine.position),
          lease_until = clock_timestamp() + mine.lease_ms * interval '1 millisecond', updated_at = clock_timestamp()
        from (select name, asked.position, lease_ms from ${rows} held join ${listed(moves)} using (name, fence)
          order by name collate "C" for update of held) mine
        where r.name = mine.name returning r.name`.execute(db);
      return new Set(moved.rows.map(({ name }) => name));
    },
    async release(db, lease, ...besides) {
      await sql`update ${rows} set ${sql.join([nobody, ...besides])} where ${heldBy(lease)}`.execute(db);
    },
    async revoke(db, name, besides) {
      await sql`update ${rows} set ${nobody}, fence = fence + 1, ${besides} where name = ${name}`.execute(db);
    },
    async standings(db) {
      const found = await sql<LeaseStanding>`
        select name, position::double precision, ${currentHolder} as holder from ${rows} order by name`.execute(db);
      return found.rows;
    },
  };
}

/**
 * Moves checkpoints for callers who know of one each: those of one moment in one statement. Answers whether the lease
 * still held.
 */
export function movingTogether(db: Db, leases: Pick<Leases, 'advance'>) {
  const moves = new Batcher<Move & Batchable, boolean>(
    async (batch) => {
      const held = await leases.advance(db, batch);
      return batch.map(({ lease }) => held.has(lease.name));
    },
    { pieces: Infinity, bytes: Infinity, lanes: 1 },
  );
  return (lease: Lease, position: number, leaseMs: number): Promise<boolean> =>
    moves.submit({ lease, position, leaseMs, keys: [lease.name], bytes: 0 });
}

const nobody = sql`holder = null, lease_until = '-infinity'`;

const until = (leaseMs: number) => sql`clock_timestamp() + ${leaseMs}::integer * interval '1 millisecond'`;

const heldBy = ({ name, fence }: Lease) => sql`name = ${name} and fence = ${fence}::double precision`;

const listed = (moves: readonly Move[]) =>
  sql`unnest(${moves.map(({ lease }) => lease.name)}::text[], ${moves.map(({ lease }) => lease.fence)}::double precision[],
    ${moves.map(({ position }) => position)}::double precision[], ${moves.map(({ leaseMs }) => leaseMs)}::integer[])
    as asked(name, fence, position, lease_ms)`;
