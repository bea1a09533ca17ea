import { startPostgres, type TestPostgres } from '#support';
import { lockSession } from './locks.ts';
import { migrate, pendingMigrations, UnfitDatabaseError, type SchemaMigrations } from './migrator.ts';
import { withClient } from './pool.ts';

const MINUTE = 60_000;

let server: TestPostgres;
let empty = 0;
let url: string;

beforeAll(async () => {
  server = await startPostgres();
}, MINUTE);
afterAll(() => server.stop(), MINUTE);

beforeEach(async () => {
  const name = `empty_${++empty}`;
  await withClient(server.adminUrl, (admin) => admin.query(`create database ${name}`));
  url = Object.assign(new URL(server.adminUrl), { pathname: `/${name}` }).href;
  await withClient(url, (admin) => admin.query(`grant create on database ${name} to kheo_app, kheo_owner`));
});

const shelf = { name: 'shelf', sql: 'create schema a; create table a.shelf (id int)' };
const label = { name: 'label', sql: 'alter table a.shelf add label text' };
const first: SchemaMigrations = { schema: 'a', migrations: [shelf] };
const both: SchemaMigrations = { schema: 'a', migrations: [shelf, label] };
const kept: SchemaMigrations = {
  schema: 'b',
  owner: 'kheo_owner',
  migrations: [{ name: 'kept', sql: 'create schema b; create table b.kept (id int)' }],
};

const pending = async (...schemas: SchemaMigrations[]) =>
  (await withClient(url, (client) => pendingMigrations(client, schemas))).map(({ key }) => key);

const owners = async () =>
  (
    await withClient(url, (client) =>
      client.query<{ tablename: string; tableowner: string }>(
        `select tablename, tableowner from pg_tables where schemaname in ('a', 'b') order by tablename`,
      ),
    )
  ).rows.map(({ tablename, tableowner }) => [tablename, tableowner]);

describe('the migrator', () => {
  it('applies what is missing in its order, each as the owner of the schema, and nothing twice', async () => {
    expect(await pending(first, kept)).toEqual(['01-a/001-shelf', '02-b/001-kept']);
    await migrate(url, [first, kept]);
    expect(await owners()).toEqual([
      ['kept', 'kheo_owner'],
      ['shelf', 'kheo_app'],
    ]);
    expect(await pending(first, kept)).toEqual([]);
    await migrate(url, [first, kept]);
    expect(await pending(both, kept)).toEqual(['01-a/002-label']);
    await migrate(url, [both, kept]);
    expect(await pending(both, kept)).toEqual([]);
  });

  it('applies all of it or nothing', async () => {
    const broken = { schema: 'c', migrations: [{ name: 'broken', sql: 'create table nowhere.at_all (id int)' }] };
    await expect(migrate(url, [both, broken])).rejects.toThrow('schema "nowhere" does not exist');
    expect(await owners()).toEqual([]);
    expect(await pending(both)).toEqual(['01-a/001-shelf', '01-a/002-label']);
  });

  it('refuses a database that a newer program prepared', async () => {
    await migrate(url, [both]);
    await expect(pending(first)).rejects.toThrow(UnfitDatabaseError);
    await expect(pending(first)).rejects.toThrow('prepared by a newer program, which applied 01-a/002-label');
    await expect(migrate(url, [first])).rejects.toThrow('01-a/002-label');
  });

  it('refuses a migration that was changed after it was applied', async () => {
    await migrate(url, [first]);
    const changed = { schema: 'a', migrations: [{ ...shelf, sql: `${shelf.sql}; select 1` }] };
    await expect(pending(changed)).rejects.toThrow('01-a/001-shelf is not what it was');
  });

  it('refuses a step that was put before one that is applied', async () => {
    await migrate(url, [both]);
    await withClient(url, (client) => client.query(`delete from kheo.migrations where name like '%shelf%'`));
    await expect(pending(both)).rejects.toThrow('has 01-a/002-label but not 01-a/001-shelf');
  });

  it('waits for a migrator that is at work, under the key that is listed as its own', async () => {
    const waiting = await withClient(url, async (other) => {
      await lockSession(other, 'kyselyMigrator');
      const migrating = migrate(url, [first]);
      await new Promise((wake) => setTimeout(wake, 300));
      expect(await pending(first)).toEqual(['01-a/001-shelf']);
      return { migrating };
    });
    await waiting.migrating;
    expect(await pending(first)).toEqual([]);
  });

  it('is safe when several start at once', async () => {
    await Promise.all(Array.from({ length: 5 }, () => migrate(url, [both, kept])));
    expect(await pending(both, kept)).toEqual([]);
  });
});
