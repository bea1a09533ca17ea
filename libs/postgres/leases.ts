import { sql, type Kysely, type RawBuilder } from 'kysely';

/** The right to move one checkpoint, until it expires or somebody else takes it. */
export interface Lease {
  readonly name: string;
  /** Grows with each holder: one who was passed over has an old number, and can move nothing any more. */
  readonly fence: number;
  /** The checkpoint when the lease was taken. */
  readonly position: number;
}

/** Where a checkpoint is, and who holds its lease; null when nobody does. */
export interface Standing {
  readonly name: string;
  readonly position: number;
  readonly holder: string | null;
}

/** Somebody else has taken over: nothing more may be stored under this lease. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';

  constructor(what: string) {
    super(`somebody else has taken over ${what}`);
  }
}

interface Asked {
  readonly names: readonly string[];
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
  /** Takes those that are free, expired, or the holder's already. Waits for nobody: what another has just locked is his. */
  acquire(db: Db, asked: Asked): Promise<Lease[]>;
  /** Says that the holder lives. Answers the names it still holds. */
  renew(db: Db, leases: readonly Lease[], leaseMs: number): Promise<ReadonlySet<string>>;
  /**
   * Moves checkpoints and answers the names whose lease still held; the others stay where they were. In a transaction it
   * proves the lease and locks it until the end: nobody takes over while what belongs to it is being written.
   */
  advance(db: Db, leases: readonly Lease[], position: number, leaseMs: number): Promise<ReadonlySet<string>>;
  /** Lets others in at once. */
  release(db: Db, leases: readonly Lease[]): Promise<void>;
  /** All of them, by name. */
  standings(db: Db): Promise<Standing[]>;
}

/** Whoever holds it at this moment: a lease that has expired is nobody's. */
export const currentHolder = sql<string | null>`case when lease_until > clock_timestamp() then holder end`;

/** Milliseconds between two signs of life of a holder, and between two looks of a standby: two may be lost. */
export const renewEveryMs = (leaseMs: number): number => leaseMs / 3;

export function leasesIn(schema: string, table: string): Leases {
  const rows = sql.table(`${schema}.${table}`);

  return {
    async acquire(db, { names, holder, leaseMs, only = sql`true` }) {
      const taken = await sql<Lease>`
        update ${rows} set holder = ${holder}, fence = fence + 1, lease_until = ${until(leaseMs)}
        where name in (
          select name from ${rows}
          where name = any(${names}::text[]) and ${only}
            and (holder is null or holder = ${holder} or lease_until < clock_timestamp())
          for update skip locked)
        returning name, fence::double precision, position::double precision`.execute(db);
      return taken.rows;
    },
    async renew(db, leases, leaseMs) {
      const kept = await sql<{ name: string }>`
        update ${rows} r set lease_until = ${until(leaseMs)}
        from ${held(leases)} where r.name = mine.name and r.fence = mine.fence returning r.name`.execute(db);
      return namesOf(kept);
    },
    async advance(db, leases, position, leaseMs) {
      const moved = await sql<{ name: string }>`
        update ${rows} r set position = ${position}::double precision, lease_until = ${until(leaseMs)},
          updated_at = clock_timestamp()
        from ${held(leases)} where r.name = mine.name and r.fence = mine.fence returning r.name`.execute(db);
      return namesOf(moved);
    },
    async release(db, leases) {
      await sql`update ${rows} r set holder = null, lease_until = '-infinity'
        from ${held(leases)} where r.name = mine.name and r.fence = mine.fence`.execute(db);
    },
    async standings(db) {
      const found = await sql<Standing>`
        select name, position::double precision, ${currentHolder} as holder from ${rows} order by name`.execute(db);
      return found.rows;
    },
  };
}

const until = (leaseMs: number) => sql`clock_timestamp() + ${leaseMs}::integer * interval '1 millisecond'`;

const held = (leases: readonly Lease[]) =>
  sql`unnest(${leases.map(({ name }) => name)}::text[], ${leases.map(({ fence }) => fence)}::double precision[])
    as mine(name, fence)`;

const namesOf = ({ rows }: { readonly rows: readonly { readonly name: string }[] }): ReadonlySet<string> =>
  new Set(rows.map(({ name }) => name));
