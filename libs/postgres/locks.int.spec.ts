import { startPostgres, type TestPostgres } from '#support';
import { until } from '#support/until';
import { Client, type Pool } from 'pg';
import { unlessLocked } from './locks.ts';
import { openPool } from './pool.ts';

let server: TestPostgres;
let pool: Pool;
let lost = 0;

beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

beforeEach(async () => {
  pool = openPool({
    url: (await server.createDatabase()).url,
    name: 'test',
    connections: 4,
    onLost: () => (lost += 1),
  });
});
afterEach(() => pool.end());

const HOLDER = `
SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted`;

/** As a server that dies does it: the connection that holds the lock breaks while nothing is asked over it. */
const breakTheLock = async (): Promise<void> => {
  const admin = new Client({ connectionString: server.adminUrl });
  await admin.connect();
  expect((await admin.query(HOLDER)).rowCount).toBe(1);
  await admin.end();
  await until(() => lost > 0);
};

const oneAtATime = <T>(work: () => Promise<T>) => unlessLocked(pool, 'sweep', work);

describe('work that one of several processes does at a time', () => {
  it('is left to whoever is at it already', async () => {
    const inner = await oneAtATime(() => oneAtATime(() => Promise.resolve('twice')));
    expect(inner).toBeUndefined();
    expect(await oneAtATime(() => Promise.resolve('once'))).toBe('once');
  });

  it('ends the process of nobody when the database goes away, and the next one finds the lock free', async () => {
    expect(await oneAtATime(() => breakTheLock().then(() => 'done'))).toBe('done');
    expect(await oneAtATime(() => Promise.resolve('again'))).toBe('again');
  });
});
