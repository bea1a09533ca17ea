import { sql, type Kysely } from 'kysely';
import type { Instant } from '#domain';
import type { Notice } from '#papers';
import { leasesIn, LeaseLost, type Lease } from '#postgres';
import { ROW_KINDS, type Import, type ImportedRow, type ImportStatus, type RowKind } from '../import.ts';
import { columns, importOf, imports, type ImportRow } from './import-row.ts';

type Db = Kysely<unknown>;

const leases = leasesIn('kheo_imports', 'imports');

/** Times an import is taken up without a row getting done before its list counts as one that cannot be read. */
const MAX_TRIES = 5;

/** An import that this process is to carry out, and where it began. */
export interface TakenImport {
  readonly lease: Lease;
  readonly asked: Import;
  /** Somebody began with it before. */
  readonly resumed: boolean;
  /** Position of the log when it was first begun; only what is behind it can be its own. */
  readonly fromPosition: number;
  /** It was taken up too often, and never came further. */
  readonly hopeless: boolean;
}

/** What is told of an import once its list was read. */
interface ReadList {
  readonly total: number;
  readonly readSheet?: string;
  readonly ignored: readonly string[];
  readonly notices: readonly Notice[];
}

/** How an import ends. */
interface Over {
  readonly status: ImportStatus;
  readonly at: Instant;
  /** Where the log stands. */
  readonly head: number;
  readonly notice?: Notice;
}

/** Imports as a runner works through them. All that it writes it writes under its lease. */
export interface ImportWork {
  /** The next one that nobody works on; only then it is asked where the log stands. */
  take(
    holder: string,
    leaseMs: number,
    at: { readonly head: () => Promise<number>; readonly now: Instant },
  ): Promise<TakenImport | undefined>;
  /** Forgets what a dry run had come to: what it planned is gone. */
  restart(lease: Lease, leaseMs: number): Promise<void>;
  describe(lease: Lease, list: ReadList): Promise<void>;
  /** Rows that are done, with the next rows at once and what they came to. Answers how the import stands. */
  advance(lease: Lease, done: number, rows: readonly ImportedRow[], leaseMs: number): Promise<ImportStatus>;
  outcomes(id: string): Promise<ReadonlyMap<number, RowKind>>;
  end(lease: Lease, over: Over): Promise<void>;
  /** Lets another one go on with it; `forgiven` when what stopped it was not the list. */
  release(lease: Lease, forgiven: boolean): Promise<void>;
}

export const createImportWork = (db: Db): ImportWork => ({
  take: (holder, leaseMs, { head, now }) =>
    db.transaction().execute(async (tx) => {
      const found = await sql<Pick<ImportRow, 'name'>>`select name from ${imports}
        where status in ('QUEUED', 'RUNNING') and (holder is null or lease_until < clock_timestamp())
        order by created_at, name limit 1 for update skip locked`.execute(tx);
      const name = found.rows[0]?.name;
      const lease = name === undefined ? undefined : await leases.acquire(tx, { name, holder, leaseMs });
      if (lease === undefined) return undefined;
      const position = await head();
      const { rows } = await sql<ImportRow>`update ${imports}
        set status = 'RUNNING', tries = tries + 1, started_at = coalesce(started_at, ${now}::timestamptz),
          from_position = coalesce(from_position, ${position})
        where name = ${lease.name} returning ${columns}`.execute(tx);
      const row = rows[0];
      return (
        row && {
          lease,
          asked: importOf(row),
          resumed: lease.fence > 1,
          fromPosition: row.from_position ?? 0,
          hopeless: row.tries > MAX_TRIES,
        }
      );
    }),

  restart: (lease, leaseMs) =>
    underLease(db, lease, lease.position, leaseMs, async (tx) => {
      await sql`delete from kheo_imports.rows where import = ${lease.name}`.execute(tx);
      await sql`update ${imports} set position = 0, ${zeroed} where name = ${lease.name}`.execute(tx);
    }),

  async describe({ name, fence }, { total, readSheet, ignored, notices }) {
    await sql`update ${imports} set total = ${total}, read_sheet = ${readSheet}, ignored = ${[...ignored]}::text[],
      notices = ${JSON.stringify(notices)}::jsonb where name = ${name} and fence = ${fence}`.execute(db);
  },

  advance: (lease, done, rows, leaseMs) =>
    underLease(db, lease, done, leaseMs, async (tx) => {
      if (rows.length > 0) await writeRows(tx, lease.name, rows);
      const count = (kind: RowKind) => rows.filter((row) => row.kind === kind).length;
      const { rows: standing } = await sql<Pick<ImportRow, 'status'>>`update ${imports} set
        ${sql.join(ROW_KINDS.map((kind) => sql`${sql.ref(kind)} = ${sql.ref(kind)} + ${count(kind)}`))},
        tries = ${rows.length > 0 ? sql`0` : sql`tries`} where name = ${lease.name} returning status`.execute(tx);
      return standing[0]?.status ?? 'CANCELLED';
    }),

  async outcomes(id) {
    const { rows } = await sql<{ readonly line: number; readonly outcome: RowKind }>`
      select line, outcome from kheo_imports.rows where import = ${id}`.execute(db);
    return new Map(rows.map(({ line, outcome }) => [line, outcome]));
  },

  async end({ name, fence }, { status, at, head, notice }) {
    const told = notice === undefined ? [] : [notice];
    await sql`update ${imports} set holder = null, lease_until = '-infinity', status = ${status}, ended_at = ${at},
      to_position = ${head}, notices = notices || ${JSON.stringify(told)}::jsonb
      where name = ${name} and fence = ${fence} and status = 'RUNNING'`.execute(db);
    await leases.release(db, { name, fence, position: 0 });
  },

  async release(lease, forgiven) {
    await leases.release(db, lease, ...(forgiven ? [sql`tries = 0`] : []));
  },
});

const zeroed = sql.join(ROW_KINDS.map((kind) => sql`${sql.ref(kind)} = 0`));

const underLease = <T>(
  db: Db,
  lease: Lease,
  position: number,
  leaseMs: number,
  work: (tx: Db) => Promise<T>,
): Promise<T> =>
  db.transaction().execute(async (tx) => {
    const held = await leases.advance(tx, [{ lease, position, leaseMs }]);
    if (!held.has(lease.name)) throw new LeaseLost('the import');
    return work(tx);
  });

const writeRows = (tx: Db, id: string, rows: readonly ImportedRow[]) =>
  sql`insert into kheo_imports.rows (import, line, outcome, remarks)
    select ${id}, line, outcome, remarks from unnest(${rows.map(({ line }) => line)}::integer[],
      ${rows.map(({ kind }) => kind)}::text[], ${rows.map(({ remarks }) => JSON.stringify(remarks))}::jsonb[])
      as done(line, outcome, remarks)`.execute(tx);
