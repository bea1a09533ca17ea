import { asAppRole, lockSession, NotDurableError, withClient } from '#postgres';
import { startPostgres, type TestDatabase, type TestPostgres } from '#support';
import { Client } from 'pg';
import { newEvent, newStream } from '../contract/index.ts';
import { migrateDatabase } from '#service';
import { createPostgresEventStore } from './postgres-event-store.ts';

const MINUTE = 60_000;

let server: TestPostgres;
beforeAll(async () => {
  server = await startPostgres();
}, MINUTE);
afterAll(() => server.stop(), MINUTE);

const query = async (url: string, sql: string) => {
  const client = new Client({ connectionString: url });
  await client.connect();
  return client.query(sql).finally(() => client.end());
};

async function databaseWithEvents(): Promise<TestDatabase> {
  const database = await server.createDatabase();
  const store = await createPostgresEventStore(database);
  for (let n = 0; n < 3; n += 1) await store.append(newStream(), 'no-stream', [newEvent({ n })]);
  await store.close();
  return database;
}

const changes = [
  `UPDATE kheo_log.events SET type = 'Forged' WHERE position = 1`,
  `UPDATE kheo_log.events SET type = 'Forged' WHERE position = -1`,
  `DELETE FROM kheo_log.events WHERE position = 3`,
  `TRUNCATE kheo_log.events`,
  `INSERT INTO kheo_log.events SELECT * FROM kheo_log.events ON CONFLICT (position) DO UPDATE SET type = 'Forged'`,
];

describe('the log is protected', () => {
  it.each(changes)('from its owner: %s', async (sql) => {
    const { adminUrl } = await databaseWithEvents();
    await expect(query(adminUrl, `SET ROLE kheo_owner; ${sql}`)).rejects.toThrow('only grows');
    await expect(query(adminUrl, `SET session_replication_role = replica; ${sql}`)).rejects.toThrow('only grows');
    expect((await query(adminUrl, `SELECT FROM kheo_log.events WHERE type <> 'Forged'`)).rowCount).toBe(3);
  });

  it.each([...changes.slice(0, 4), 'DROP TABLE kheo_log.events', 'ALTER TABLE kheo_log.events DISABLE TRIGGER ALL'])(
    'from the application: %s',
    async (sql) => {
      const { url } = await databaseWithEvents();
      await expect(query(url, sql)).rejects.toThrow(/permission denied|must be owner/);
    },
  );

  it('lets the application create schemas of its own beside the log', async () => {
    const { url } = await server.createDatabase();
    await query(url, 'CREATE SCHEMA own; CREATE TABLE own.one (id int)');
    expect((await query(url, 'SELECT FROM own.one')).rowCount).toBe(0);
  });

  it('acts as the application when only the URL of an administrator is given', async () => {
    const { adminUrl } = await databaseWithEvents();
    const { rows } = await query(asAppRole(adminUrl), 'SELECT current_user AS name');
    expect(rows).toEqual([{ name: 'kheo_app' }]);
    await expect(query(asAppRole(adminUrl), changes[0]!)).rejects.toThrow('permission denied');
  });
});

describe('migrating', () => {
  it('changes nothing the second time, and many may do it at once', async () => {
    const { adminUrl } = await databaseWithEvents();
    const history = async () => (await query(adminUrl, 'SELECT * FROM kheo.migrations ORDER BY name')).rows;
    const before = await history();
    await Promise.all(Array.from({ length: 4 }, () => migrateDatabase(adminUrl)));
    expect(await history()).toEqual(before);
    expect((await query(adminUrl, 'SELECT FROM kheo_log.events')).rowCount).toBe(3);
  });

  it('works for an owner of a database who is no superuser', async () => {
    await query(server.adminUrl, `CREATE ROLE landlord LOGIN CREATEROLE PASSWORD 'x'`);
    await query(server.adminUrl, 'CREATE DATABASE rented OWNER landlord');
    await query(server.adminUrl, 'GRANT kheo_owner, kheo_app, kheo_queue TO landlord');
    const url = Object.assign(new URL(server.adminUrl), { username: 'landlord', password: 'x', pathname: '/rented' });
    await migrateDatabase(url.href);
    const store = await createPostgresEventStore({ url: asAppRole(url.href) });
    expect(await store.append(newStream(), 'no-stream', [newEvent()])).toMatchObject({ kind: 'appended', position: 1 });
    await store.close();
  });

  it('lets appends go on', async () => {
    const { url, adminUrl } = await server.createDatabase();
    const store = await createPostgresEventStore({ url });
    await withClient(adminUrl, async (migrating) => {
      await lockSession(migrating, 'migration');
      const append = store.append(newStream(), 'no-stream', [newEvent()]);
      const late = new Promise((late) => setTimeout(late, 2000, 'waits'));
      expect(await Promise.race([append, late])).toMatchObject({ kind: 'appended' });
    });
    await store.close();
  });
});

describe('durability', () => {
  const settings = ['synchronous_commit', 'fsync', 'full_page_writes'] as const;
  const set = (adminUrl: string, setting: string, value: string) =>
    setting === 'synchronous_commit'
      ? query(
          adminUrl,
          `DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET ${setting} = ${value}', current_database()); END $$`,
        )
      : query(adminUrl, `ALTER SYSTEM SET ${setting} = ${value}`).then(() =>
          query(adminUrl, 'SELECT pg_reload_conf(), pg_sleep(0.3)'),
        );

  it.each(settings)('refuses to start while %s is off', async (setting) => {
    const { url, adminUrl } = await server.createDatabase();
    await set(adminUrl, setting, 'off');
    await expect(createPostgresEventStore({ url })).rejects.toThrow(NotDurableError);
    await set(adminUrl, setting, 'on');
    await (await createPostgresEventStore({ url })).close();
  });

  it('refuses a sign-in role for which synchronous_commit is off', async () => {
    const { url } = await server.createDatabase();
    await query(server.adminUrl, 'ALTER ROLE kheo SET synchronous_commit = off');
    await expect(createPostgresEventStore({ url })).rejects.toThrow('synchronous_commit is off');
    await query(server.adminUrl, 'ALTER ROLE kheo RESET synchronous_commit');
  });

  it('stops appending when somebody switches fsync off under a running store', async () => {
    const { url, adminUrl } = await server.createDatabase();
    const store = await createPostgresEventStore({ url });
    await set(adminUrl, 'fsync', 'off');
    await expect(store.append(newStream(), 'no-stream', [newEvent()])).rejects.toThrow(/fsync/);
    await set(adminUrl, 'fsync', 'on');
    expect(await store.append(newStream(), 'no-stream', [newEvent()])).toMatchObject({ kind: 'appended' });
    await store.close();
  });
});

describe('a writer that does not take turns', () => {
  it('meets the same answers as everybody else: its event is a conflict, not a crash', async () => {
    const { url, adminUrl } = await server.createDatabase();
    const store = await createPostgresEventStore({ url });
    const stream = newStream();
    const intruder = new Client({ connectionString: adminUrl });
    await intruder.connect();
    await intruder.query('BEGIN');
    await intruder.query(
      `INSERT INTO kheo_log.events VALUES (1, $1, 'registration', 0, gen_random_uuid(), 'X', 1, '{}', '{}', now())`,
      [stream],
    );
    const [same, other] = [newEvent(), newEvent()];
    const answers = Promise.all([
      store.append(stream, 'no-stream', [same]),
      store.append(newStream(), 'no-stream', [other]),
    ]);
    await new Promise((wake) => setTimeout(wake, 100));
    await intruder.query('COMMIT');
    await intruder.end();
    expect(await answers).toEqual([
      { kind: 'wrong-revision', actual: 0 },
      expect.objectContaining({ kind: 'appended', revision: 0, position: 2 }),
    ]);
    await store.close();
  });
});

describe('a server that falls silent', () => {
  it('does not hold up the store for good: the outcome is unknown, and the same append again tells', async () => {
    const { url, adminUrl } = await server.createDatabase();
    const store = await createPostgresEventStore({ url, silenceMs: 500 });
    const blocker = new Client({ connectionString: adminUrl });
    await blocker.connect();
    await blocker.query('BEGIN; LOCK TABLE kheo_log.events IN ACCESS EXCLUSIVE MODE');
    const [stream, events] = [newStream(), [newEvent()]];
    await expect(store.append(stream, 'no-stream', events)).rejects.toThrow('timeout');
    await blocker.query('COMMIT');
    await blocker.end();

    expect(await store.append(stream, 'no-stream', events)).toMatchObject({ kind: 'appended', position: 1 });
    expect(await store.head()).toBe(1);
    await store.close();
  });
});

describe('an event that PostgreSQL cannot take', () => {
  it('is refused for good, and the appends beside it are stored', async () => {
    const { url, adminUrl } = await server.createDatabase();
    await query(adminUrl, `ALTER TABLE kheo_log.events ADD CHECK (type <> 'Unwelcome')`);
    const store = await createPostgresEventStore({ url });
    const [refused, ...others] = await Promise.allSettled([
      store.append(newStream(), 'no-stream', [newEvent({}, { type: 'Unwelcome' })]),
      ...Array.from({ length: 5 }, () => store.append(newStream(), 'no-stream', [newEvent()])),
    ]);
    expect(refused).toMatchObject({ status: 'rejected', reason: { name: 'UnstorableEventError' } });
    expect(others.every(({ status }) => status === 'fulfilled')).toBe(true);
    expect(await store.head()).toBe(5);
    await store.close();
  });
});
