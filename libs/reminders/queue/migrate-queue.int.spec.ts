import { Client } from 'pg';
import { asQueueRole } from '#postgres';
import { startPostgres, type TestPostgres } from '#support';
import { migrateQueue } from './migrate-queue.ts';

let server: TestPostgres;

beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

async function asking<Row extends object>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return client
    .query<Row>(sql)
    .then(({ rows }) => rows)
    .finally(() => client.end());
}

describe('the role of the queue', () => {
  it('is taken by whoever signs in for the application, with its own settings', async () => {
    const [session] = await asking<Record<string, string>>(
      asQueueRole(server.url),
      `SELECT current_user, current_setting('search_path') AS path, current_setting('synchronous_commit') AS waits`,
    );
    expect(session).toEqual({ current_user: 'kheo_queue', path: 'bullmq', waits: 'off' });
  });

  it('may use the tables of the queue', async () => {
    await expect(asking(asQueueRole(server.url), 'SELECT version FROM migration')).resolves.not.toHaveLength(0);
  });

  it('has no right on the log, and on no schema but its own', async () => {
    const schemas = await asking<{ nspname: string }>(
      asQueueRole(server.url),
      `SELECT nspname FROM pg_namespace WHERE has_schema_privilege(oid, 'USAGE')
        AND nspname NOT IN ('public', 'pg_catalog', 'information_schema')`,
    );
    expect(schemas).toEqual([{ nspname: 'bullmq' }]);
    for (const table of ['kheo_log.events', 'read_models.projections', 'identity.accounts'])
      await expect(asking(asQueueRole(server.url), `SELECT FROM ${table}`)).rejects.toThrow('permission denied');
    await expect(asking(asQueueRole(server.url), 'CREATE SCHEMA mine')).rejects.toThrow('permission denied');
  });

  it('is not inherited by the role of the application', async () => {
    await expect(asking(server.url, 'SELECT FROM bullmq.migration')).rejects.toThrow('permission denied');
  });

  it('is made once, though several processes start at once', async () => {
    await Promise.all([1, 2, 3].map(() => migrateQueue(server.adminUrl)));
  });
});

it('asQueueRole replaces a role and keeps other options', () => {
  const url = new URL(asQueueRole('postgres://a:b@h/d?options=-c%20role%3Dkheo_app%20-c%20jit%3Doff&sslmode=require'));
  const options = url.searchParams.get('options') ?? '';

  expect(options).not.toContain('kheo_app');
  expect(options).toMatch(/-c jit=off .*-c role=kheo_queue/);
  expect(url.searchParams.get('sslmode')).toBe('require');
  expect(asQueueRole(url.href)).toBe(url.href);
});
