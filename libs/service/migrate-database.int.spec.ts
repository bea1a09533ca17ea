import { readFile } from 'node:fs/promises';
import { newEvent, newStream } from '#event-store/contract';
import { openEventStore } from '#event-store/open';
import { lockInTransaction, lockSession, withClient } from '#postgres';
import { startPostgres, type TestPostgres } from '#support';
import { assureDatabase, migrateDatabase } from './migrate-database.ts';

const MINUTE = 60_000;

let server: TestPostgres;
let made = 0;
beforeAll(async () => {
  server = await startPostgres();
}, MINUTE);
afterAll(() => server.stop(), MINUTE);

interface Urls {
  readonly name: string;
  readonly admin: string;
  /** Signs in as the application does, and may do nothing else. */
  readonly app: string;
}

async function emptyDatabase(): Promise<Urls> {
  const name = `bare_${++made}`;
  await withClient(server.adminUrl, (admin) => admin.query(`create database ${name}`));
  const on = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href;
  return { name, admin: on(server.adminUrl), app: on(server.url) };
}

const rows = async (url: string, sql: string): Promise<unknown[]> =>
  (await withClient(url, (client) => client.query<Record<string, unknown>>(sql))).rows;

/** The application may write and read what is there, and make nothing. */
const letMakeNothing = ({ name, admin }: Urls) =>
  withClient(admin, async (client) => {
    await client.query(`revoke create on database ${name} from kheo_app, public`);
    await client.query(`do $$ declare one record; begin
      for one in select nspname from pg_namespace where nspname !~ '^(pg_|information_schema)' loop
        execute format('revoke create on schema %I from kheo_app, public', one.nspname);
      end loop; end $$`);
  });

describe('preparing a database', () => {
  it('is done by many at once, and then each process finds what it needs without a right to make anything', async () => {
    const urls = await emptyDatabase();
    await Promise.all([1, 2, 3, 4].map(() => migrateDatabase(urls.admin)));
    await letMakeNothing(urls);
    await Promise.all([1, 2, 3].map(() => assureDatabase({ databaseUrl: urls.app })));
    await expect(withClient(urls.app, (app) => app.query('create schema own'))).rejects.toThrow('permission denied');
  });

  it('is done at the start of a process that may', async () => {
    const urls = await emptyDatabase();
    await Promise.all([1, 2].map(() => assureDatabase({ databaseUrl: urls.app, databaseAdminUrl: urls.admin })));
    await assureDatabase({ databaseUrl: urls.app });
  });

  it('is asked for where a process may not', async () => {
    const urls = await emptyDatabase();
    await expect(assureDatabase({ databaseUrl: urls.app })).rejects.toThrow('run `kheo migrate`');
  });

  it('waits for no append, and no append for it', async () => {
    const urls = await emptyDatabase();
    await migrateDatabase(urls.admin);
    const store = await openEventStore({ log: 'postgres', databaseUrl: urls.app });
    await withClient(urls.admin, async (appending) => {
      await appending.query('begin');
      await lockInTransaction(appending, 'append');
      await assureDatabase({ databaseUrl: urls.app, databaseAdminUrl: urls.admin });
      await migrateDatabase(urls.admin);
    });
    await withClient(urls.admin, async (starting) => {
      await lockSession(starting, 'migration');
      expect(await store.append(newStream(), 'no-stream', [newEvent()])).toMatchObject({ kind: 'appended' });
    });
    await store.close();
  });

  it('takes over what was made before there was a common history, and loses nothing', async () => {
    const urls = await emptyDatabase();
    await withClient(urls.admin, async (admin) => {
      await admin.query(`grant create on database ${urls.name} to kheo_app, kheo_owner`);
      await admin.query(await readFile(new URL('./testing/before-the-migrator.sql', import.meta.url), 'utf8'));
    });
    const kept = [
      'select position, stream, revision, id, data from kheo_log.events order by position',
      'select epoch from identity.epoch',
      'select id, status from kheo_reminders.messages',
      'select command_id, secret from webhooks.secrets',
      'select id, stream, revision from kheo_event_ids.event_ids',
      `select name, version, position, holder, fence from read_models.projections where name = 'former'`,
      'select id from read_models.one',
    ];
    const before = await Promise.all(kept.map((sql) => rows(urls.admin, sql)));
    expect(before.every((found) => found.length > 0)).toBe(true);
    const reactions = 'from engine.reaction_checkpoints order by position';
    const ran = await rows(
      urls.admin,
      `select reaction as name, position, token as fence, owner as holder ${reactions}`,
    );
    expect(ran).toHaveLength(2);

    await migrateDatabase(urls.admin);

    expect(await Promise.all(kept.map((sql) => rows(urls.admin, sql)))).toEqual(before);
    expect(await rows(urls.admin, `select name, position, fence, holder ${reactions}`)).toEqual(ran);
    const admitting = 'select id, hash from identity.passwords';
    expect(await rows(urls.admin, admitting)).toEqual([{ id: '33333333-3333-4333-8333-333333333333', hash: 'hash' }]);
    const store = await openEventStore({ log: 'postgres', databaseUrl: urls.app });
    expect(await store.head()).toBe(2);
    await store.close();
    expect(await rows(urls.admin, 'select max(number) as number from kheo_log.migrations')).toEqual([{ number: 3 }]);
  });

  it('refuses a database that a newer program prepared, whoever asks', async () => {
    const urls = await emptyDatabase();
    await migrateDatabase(urls.admin);
    await withClient(urls.admin, (admin) =>
      admin.query(`insert into kheo.migrations values ('01-log/999-from-the-future@0', now()::text)`),
    );
    for (const start of [() => migrateDatabase(urls.admin), () => assureDatabase({ databaseUrl: urls.app })])
      await expect(start()).rejects.toThrow('prepared by a newer program, which applied 01-log/999-from-the-future');
  });
});
