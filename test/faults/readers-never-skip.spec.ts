import { startPostgres, type TestDatabase, type TestPostgres } from '#support';
import { Client } from 'pg';
import { breakAppend } from './broken/broken-append.ts';
import { RestartedReader } from './restarted-reader.ts';
import { announcedSeed, pause, randomFrom } from './seed.ts';
import { writeSlowly } from './slow-writer.ts';

const MINUTE = 60_000;
const WRITERS = 16;
const PHASE_MS = 4000;

let server: TestPostgres;
beforeAll(async () => {
  server = await startPostgres();
}, MINUTE);
afterAll(() => server.stop(), MINUTE);

const connected = async <T>(url: string, work: (client: Client) => Promise<T>): Promise<T> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  return work(client).finally(() => client.end());
};

/** A transaction that has written somewhere else and stays open: it holds back every filter by transaction ids. */
async function openTransactionElsewhere(adminUrl: string): Promise<Client> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  await client.query('CREATE TABLE IF NOT EXISTS public.elsewhere (id int)');
  await client.query('BEGIN; INSERT INTO public.elsewhere VALUES (1)');
  return client;
}

/** Writers and readers at once for a while; ends when every reader has come to the head. */
async function phase({ url, adminUrl }: TestDatabase, readers: readonly RestartedReader[], random: () => number) {
  const open = await openTransactionElsewhere(adminUrl);
  let writing = true;
  const writers = Promise.all(Array.from({ length: WRITERS }, () => writeSlowly(url, random, () => !writing)));
  let reading = true;
  const followed = Promise.all(readers.map((reader) => reader.follow(url, () => !reading)));
  await pause(PHASE_MS);
  writing = false;
  await writers;
  reading = false;
  await followed;
  await open.query('ROLLBACK');
  await open.end();
}

/** Dumps the log with COPY, as pg_dump does, and restores it into another database of the server. */
async function dumpAndRestore(from: TestDatabase, to: TestDatabase): Promise<void> {
  const file = await connected(from.adminUrl, async (client) => {
    const { rows } = await client.query(`SELECT current_setting('data_directory') || '/half-way.copy' AS file`);
    await client.query(`COPY kheo_log.events TO '${rows[0].file}'`);
    return String(rows[0].file);
  });
  await connected(to.adminUrl, (client) => client.query(`COPY kheo_log.events FROM '${file}'`));
}

const logOf = (adminUrl: string) =>
  connected(adminUrl, async (client) => {
    const { rows } = await client.query('SELECT position::int, id FROM kheo_log.events ORDER BY position');
    return rows as { position: number; id: string }[];
  });

describe('promise 4: readers never skip or reorder', () => {
  it(
    'under slow and undone writes, restarts, an open transaction elsewhere, and a dump and restore half-way',
    async () => {
      const random = randomFrom(announcedSeed('promise 4'));
      const readers = [undefined, undefined, ['registration'], ['registration', 'unit']].map(
        (categories) => new RestartedReader(random, categories),
      );
      const [before, after] = [await server.createDatabase(), await server.createDatabase()];
      await phase(before, readers, random);
      await dumpAndRestore(before, after);
      await phase(after, readers, random);

      const log = await logOf(after.adminUrl);
      expect(log.length).toBeGreaterThan(500);
      expect(log.map(({ position }) => position)).toEqual(log.map((_, index) => index + 1));
      for (const reader of readers) expect(reader.handled).toEqual(log);
    },
    2 * MINUTE,
  );

  it(
    'the test is a true one: with positions from a sequence, readers miss events and the log has gaps',
    async () => {
      const random = randomFrom(announcedSeed('promise 4, broken'));
      const readers = Array.from({ length: 4 }, () => new RestartedReader(random));
      const database = await server.createDatabase();
      await breakAppend(database.adminUrl, 'sequence');
      await phase(database, readers, random);

      const log = await logOf(database.adminUrl);
      const missed = readers.map((reader) => {
        const seen = new Set(reader.handled.map(({ id }) => id));
        return log.filter(({ id }) => !seen.has(id)).length;
      });
      expect(Math.max(...missed)).toBeGreaterThan(0);
      expect(log.some(({ position }, index) => position !== index + 1)).toBe(true);
    },
    2 * MINUTE,
  );
});
