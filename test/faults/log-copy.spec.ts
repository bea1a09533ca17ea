import { startPostgres, type TestDatabase, type TestPostgres, type Program } from '#support';
import { Client } from 'pg';
import { factsOf, fill, startCopy, withLog } from './copy-process.ts';
import { announcedSeed, randomFrom } from './seed.ts';

const MINUTE = 60_000;
const EVENTS = 12_000;

let postgres: TestPostgres;
let source: TestDatabase;
beforeAll(async () => {
  postgres = await startPostgres();
  source = await postgres.createDatabase();
  await withLog(source.url, (store) => fill(store, EVENTS));
}, MINUTE);
afterAll(() => postgres.stop(), MINUTE);

const flags = (target: TestDatabase): string[] => ['--from', source.url, '--to', target.url];
const headOf = (target: TestDatabase): Promise<number> => withLog(target.url, (store) => store.head());

async function untilCopied(target: TestDatabase, events: number, copy: Program): Promise<void> {
  await withLog(target.url, async (store) => {
    while ((await store.head()) < events) {
      if (copy.child.exitCode !== null) throw new Error(`ended before ${events} events were copied:\n${copy.said()}`);
      await store.waitPast(await store.head(), 50);
    }
  });
}

/** Kills the copy with SIGKILL, each time some events further. Answers how many events the target had at each kill. */
async function killedAgainAndAgain(target: TestDatabase, kills: number, random: () => number): Promise<number[]> {
  const heads: number[] = [];
  for (let kill = 0; kill < kills; kill += 1) {
    const copy = startCopy(flags(target));
    await untilCopied(target, (await headOf(target)) + 200 + Math.floor(random() * 2000), copy);
    copy.child.kill('SIGKILL');
    expect(await copy.exited).toBeNull();
    heads.push(await headOf(target));
  }
  return heads;
}

async function cutConnections({ adminUrl }: TestDatabase): Promise<void> {
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()`);
  await admin.end();
}

describe('a log that is moved with `kheo log copy`', () => {
  it(
    'is whole and the same, event by event, although the copy was killed with SIGKILL again and again',
    async () => {
      const target = await postgres.createDatabase();
      const random = randomFrom(announcedSeed('log copy, killed'));
      const heads = await killedAgainAndAgain(target, 3, random);
      expect(Math.max(...heads)).toBeLessThan(EVENTS);
      const last = startCopy(flags(target));
      expect([await last.exited, last.said()]).toEqual([0, expect.stringMatching(/SHA-256: [0-9a-f]{64}\n/)]);
      expect(last.said()).toContain(`Đích đã có ${heads.at(-1)?.toLocaleString('vi')} sự kiện`);
      expect(await factsOf(target.url)).toEqual(await factsOf(source.url));
    },
    2 * MINUTE,
  );

  it(
    'is whole and the same although connections to both databases break while it is being copied',
    async () => {
      const target = await postgres.createDatabase();
      const copy = startCopy(flags(target));
      let cuts = 0;
      for (let events = 1; events < 9000; events += 1500) {
        await untilCopied(target, events, copy).catch(() => undefined);
        await Promise.all([cutConnections(source), cutConnections(target)]);
        if (copy.child.exitCode === null) cuts += 1;
      }
      expect(cuts).toBeGreaterThan(3);
      expect([await copy.exited, copy.said()]).toEqual([0, expect.stringContaining('giống hệt nhau')]);
      expect(await factsOf(target.url)).toEqual(await factsOf(source.url));
    },
    2 * MINUTE,
  );

  it(
    'is left in good order on Ctrl-C, which says how to go on',
    async () => {
      const target = await postgres.createDatabase();
      const copy = startCopy(flags(target));
      await untilCopied(target, 500, copy);
      copy.child.kill('SIGINT');
      expect([await copy.exited, copy.said()]).toEqual([130, expect.stringContaining('Chạy lại đúng lệnh này')]);
      const there = await headOf(target);
      expect(there).toBeLessThan(EVENTS);
      expect(await factsOf(target.url)).toEqual((await factsOf(source.url)).slice(0, there));
      const again = startCopy(flags(target));
      expect([await again.exited, again.said()]).toEqual([0, expect.stringContaining('giống hệt nhau')]);
    },
    2 * MINUTE,
  );

  it(
    'the test is a true one: a copy that goes on at the wrong place is found out',
    async () => {
      const target = await postgres.createDatabase();
      await killedAgainAndAgain(target, 1, randomFrom(announcedSeed('log copy, broken')));
      const broken = startCopy(flags(target), {}, 'goes-on-too-late');
      expect(await broken.exited).toBe(1);
      expect(broken.said()).toMatch(/HAI NHẬT KÝ KHÁC NHAU|đích không nhận/);
    },
    2 * MINUTE,
  );
});
