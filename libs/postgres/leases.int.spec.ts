import { sql, type Kysely } from 'kysely';
import type { Pool } from 'pg';
import { startPostgres, type TestPostgres } from '#support';
import { kyselyOver } from './pool.ts';
import { leasesIn } from './leases.ts';
import { openPool } from './pool.ts';

const MINUTE = 60_000;
const leases = leasesIn('public', 'checkpoints');

let server: TestPostgres;
let pool: Pool;
let db: Kysely<unknown>;
let made = 0;
let name: string;

beforeAll(async () => {
  server = await startPostgres();
  pool = openPool({ url: server.adminUrl, name: 'test', connections: 12 });
  db = kyselyOver(pool);
  await pool.query(`create table checkpoints (
    name text primary key, position bigint not null default 0, fence bigint not null default 0,
    holder text, lease_until timestamptz, updated_at timestamptz not null default now())`);
}, MINUTE);
afterAll(async () => {
  await pool.end();
  await server.stop();
}, MINUTE);
beforeEach(async () => {
  name = `one-${++made}`;
  await sql`insert into checkpoints (name) values (${name})`.execute(db);
});

const take = (holder: string, leaseMs = MINUTE) => leases.acquire(db, { name, holder, leaseMs });
const taken = async (holder: string, leaseMs = MINUTE) => {
  const lease = await take(holder, leaseMs);
  if (!lease) throw new Error('it was to be free');
  return lease;
};
/** Lets time go by for the lease, which is kept by the database's clock. */
const pass = (milliseconds: number) =>
  sql`update checkpoints set lease_until = lease_until - ${milliseconds} * interval '1 millisecond'
    where name = ${name}`.execute(db);
const standing = async () => (await leases.standings(db)).find((each) => each.name === name);

describe('a lease', () => {
  it('belongs to one of those who ask at once', async () => {
    const asked = Array.from({ length: 8 }, (_, nth) => take(`runner-${nth}`));
    expect((await Promise.all(asked)).filter((lease) => lease !== undefined)).toHaveLength(1);
  });

  it('is kept while its holder lives, and taken over when nothing was heard of it', async () => {
    const mine = await taken('one');
    await pass(40_000);
    expect(await leases.advance(db, [{ lease: mine, position: 0, leaseMs: MINUTE }])).toEqual(new Set([name]));
    await pass(40_000);
    expect(await take('two')).toBeUndefined();
    expect(await standing()).toEqual({ name, position: 0, holder: 'one' });
    await pass(40_000);
    expect(await standing()).toEqual({ name, position: 0, holder: null });
    expect(await take('two')).toEqual({ name, fence: mine.fence + 1, position: 0 });
  });

  it('is lost for good by whoever was passed over: it can neither move nor release it', async () => {
    const passedOver = await taken('one');
    expect(await leases.advance(db, [{ lease: passedOver, position: 7, leaseMs: MINUTE }])).toEqual(new Set([name]));
    await pass(2 * MINUTE);
    const active = await taken('two');
    expect(active).toEqual({ name, fence: passedOver.fence + 1, position: 7 });
    expect(await leases.advance(db, [{ lease: passedOver, position: 9, leaseMs: MINUTE }])).toEqual(new Set());
    await leases.release(db, passedOver);
    expect(await standing()).toEqual({ name, position: 7, holder: 'two' });
  });

  it('never moves its checkpoint back: a sign of life may not know how far what is under way has come', async () => {
    const mine = await taken('one');
    await leases.advance(db, [{ lease: mine, position: 7, leaseMs: MINUTE }]);
    expect(await leases.advance(db, [{ lease: mine, position: 3, leaseMs: MINUTE }])).toEqual(new Set([name]));
    expect(await standing()).toMatchObject({ position: 7 });
  });

  it('is free at once when it is released, and given again to its own holder', async () => {
    const mine = await taken('one');
    expect(await take('one')).toMatchObject({ fence: mine.fence + 1 });
    expect(await leases.advance(db, [{ lease: mine, position: 3, leaseMs: MINUTE }])).toEqual(new Set());
    await leases.release(db, await taken('one'));
    expect(await take('two')).toMatchObject({ position: 0 });
  });

  it('that is proven in a transaction cannot be taken over before that ends, however late it is', async () => {
    const mine = await taken('one');
    await pass(2 * MINUTE);
    await db.transaction().execute(async (tx) => {
      expect(await leases.advance(tx, [{ lease: mine, position: 4, leaseMs: 0 }])).toEqual(new Set([name]));
      expect(await take('two')).toBeUndefined();
    });
    expect(await take('two')).toMatchObject({ position: 4 });
  });

  it('goes with the transaction that moved it', async () => {
    const mine = await taken('one');
    const broken = db.transaction().execute(async (tx) => {
      await leases.advance(tx, [{ lease: mine, position: 4, leaseMs: MINUTE }]);
      throw new Error('the rows did not fit');
    });
    await expect(broken).rejects.toThrow('did not fit');
    expect(await standing()).toMatchObject({ position: 0 });
  });
});
