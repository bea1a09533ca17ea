import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { logUnderTest, startEventStoreDbProcess, startPostgres, type TestDatabase, type TestPostgres } from '#support';
import { withEventStore } from '../support/log.ts';
import { Client } from 'pg';
import { breakAppend } from './broken/broken-append.ts';
import { eventually } from './eventually.ts';
import { RestartedReader } from './restarted-reader.ts';
import { announcedSeed, pause, randomFrom } from './seed.ts';
import { writeSlowly } from './slow-writer.ts';
import { readWholeLog, writeUnderFaults } from './writer-under-faults.ts';

const MINUTE = 60_000;
const WRITERS = 16;
/** What each reader is to have gone through in a phase, while writers are at work. */
const ENOUGH = { events: 500, starts: 5 };
/** Cuts of connections in a phase on EventStoreDB, and what each reader has handled between two of them. */
const CUTS = 8;
const BETWEEN_CUTS = { events: 20, starts: 0 };

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

/** Waits until each reader has handled so many more events, and was started so often, since this was called. */
async function untilEachHas(readers: readonly RestartedReader[], more: typeof ENOUGH): Promise<void> {
  const goals = readers.map((reader) => {
    const [events, starts] = [reader.handled.length + more.events, reader.starts + more.starts];
    return () => reader.handled.length >= events && reader.starts >= starts;
  });
  await eventually(() => goals.every((isReached) => isReached()));
}

/** Writers and readers at once, until each reader has gone through enough; ends when every reader has come to the head. */
async function phase({ url, adminUrl }: TestDatabase, readers: readonly RestartedReader[], random: () => number) {
  const open = await openTransactionElsewhere(adminUrl);
  let writing = true;
  const writers = Promise.all(Array.from({ length: WRITERS }, () => writeSlowly(url, random, () => !writing)));
  let reading = true;
  const followed = Promise.all(readers.map((reader) => reader.follow(url, () => !reading)));
  await untilEachHas(readers, ENOUGH);
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

const onPostgres = (): void => {
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
      expect(log.length).toBeGreaterThanOrEqual(2 * ENOUGH.events);
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
};

/** Writers whose connections are cut before and after their appends are stored, and the same readers. */
async function phaseOnEventStoreDb(
  { url, eventStoreDb }: TestDatabase,
  readers: readonly RestartedReader[],
  random: () => number,
) {
  let writing = true;
  const stopped = () => !writing;
  const writers = Promise.all(Array.from({ length: WRITERS }, () => writeUnderFaults(url, random, stopped)));
  let reading = true;
  const followed = Promise.all(readers.map((reader) => reader.follow(url, () => !reading)));
  for (let count = 0; count < CUTS; count += 1) {
    await untilEachHas(readers, BETWEEN_CUTS);
    await pause(random() * 100);
    const faults = eventStoreDb?.faults;
    const cut = [() => faults?.cutAfterCommit(2), () => faults?.cutBeforeCommit(2), () => faults?.cutConnections()];
    await cut[Math.floor(random() * cut.length)]?.();
    await eventStoreDb?.writeSystemEvent();
  }
  writing = false;
  await writers;
  reading = false;
  await followed;
}

const onEventStoreDb = (): void => {
  it(
    'under cut connections, restarts, records of the server itself, and a copy of its files restored half-way',
    async () => {
      const random = randomFrom(announcedSeed('promise 4 on EventStoreDB'));
      const readers = [undefined, undefined, ['registration'], ['registration', 'unit']].map(
        (categories) => new RestartedReader(random, categories),
      );
      const before = await server.createDatabase();
      await phaseOnEventStoreDb(before, readers, random);
      const directory = await mkdtemp(join(tmpdir(), 'kheo-restored-'));
      await before.eventStoreDb?.kill();
      await cp(before.eventStoreDb?.directory ?? '', directory, { recursive: true });
      const restored = await startEventStoreDbProcess({ directory });
      try {
        const after = { ...before, url: withEventStore(before.url, restored.url), eventStoreDb: restored };
        await phaseOnEventStoreDb(after, readers, random);
        const log = await readWholeLog(after.url);
        expect(log.length).toBeGreaterThanOrEqual(2 * CUTS * BETWEEN_CUTS.events);
        for (const reader of readers) expect(reader.handled).toEqual(log);
      } finally {
        await restored.stop();
        await rm(directory, { recursive: true, force: true });
      }
    },
    2 * MINUTE,
  );

  it(
    'the test is a true one: a reader that goes on behind the head of the log instead of behind what it read misses events',
    async () => {
      const random = randomFrom(announcedSeed('promise 4 on EventStoreDB, broken'));
      const reader = new RestartedReader(random, undefined, 'behind-the-head');
      const database = await server.createDatabase();
      await phaseOnEventStoreDb(database, [reader], random);
      const seen = new Set(reader.handled.map(({ id }) => id));
      const missed = (await readWholeLog(database.url)).filter(({ id }) => !seen.has(id));
      expect(missed.length).toBeGreaterThan(0);
    },
    2 * MINUTE,
  );
};

describe('promise 4: readers never skip or reorder', logUnderTest === 'postgres' ? onPostgres : onEventStoreDb);
