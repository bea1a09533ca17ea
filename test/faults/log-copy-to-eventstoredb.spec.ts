import {
  startEventStoreDbProcess,
  startPostgres,
  type TestEventStoreDbProcess,
  type TestPostgres,
  type Program,
} from '#support';
import { openEventStore, type LogLocation } from '#event-store/open';
import { fill, startCopy, withLog } from './copy-process.ts';
import { announcedSeed, randomFrom } from './seed.ts';

const MINUTE = 60_000;
const EVENTS = 6000;

let postgres: TestPostgres;
let cluster: TestEventStoreDbProcess;
beforeAll(async () => {
  postgres = await startPostgres();
  cluster = await startEventStoreDbProcess();
}, MINUTE);
afterAll(async () => {
  await postgres.stop();
  await cluster.stop();
}, MINUTE);

/** Every event of a log but its position, which is the store's own. */
async function eventsOf(location: LogLocation): Promise<string[]> {
  const store = await openEventStore(location);
  const events: string[] = [];
  for (let after = 0; ;) {
    const page = await store.readAll({ after, limit: 1000 });
    if (page.events.length === 0) break;
    events.push(...page.events.map(({ position: _position, ...event }) => JSON.stringify(event)));
    after = page.upTo;
  }
  await store.close();
  return events;
}

/** Waits until a log holds so many events. @throws when the copy ended before */
async function untilCopied(location: LogLocation, events: number, copy: Program): Promise<void> {
  const store = await openEventStore(location);
  for (let [seen, after] = [0, 0]; seen < events;) {
    if (copy.child.exitCode !== null) throw new Error(`ended before ${events} events were copied:\n${copy.said()}`);
    const page = await store.readAll({ after, limit: 1000 });
    seen += page.events.length;
    after = page.upTo;
    if (page.events.length === 0) await store.waitPast(after, 50);
  }
  await store.close();
}

describe('a commune’s log that moves into a cluster', () => {
  it(
    'is there event by event, although the copy was killed and the cluster struck; and it moves back the same way',
    async () => {
      const random = randomFrom(announcedSeed('log copy to EventStoreDB'));
      const [commune, province, back] = [
        await postgres.createDatabase(),
        await postgres.createDatabase(),
        await postgres.createDatabase(),
      ];
      const atCommune = { log: 'postgres', databaseUrl: commune.url } as const;
      const inCluster = { log: 'eventstoredb', eventStoreUrl: cluster.url, databaseUrl: province.url } as const;
      await withLog(commune.url, (store) => fill(store, EVENTS));
      const env = { KHEO_DATABASE_URL: province.url };
      const move = () => startCopy(['--from', commune.url, '--to', cluster.url], env);

      for (const some of [500, 2000]) {
        const copy = move();
        await untilCopied(inCluster, some + Math.floor(random() * 1000), copy);
        copy.child.kill('SIGKILL');
        expect(await copy.exited).toBeNull();
        expect((await eventsOf(inCluster)).length).toBeLessThan(EVENTS);
      }
      const struck = move();
      await untilCopied(inCluster, 4000 + Math.floor(random() * 1000), struck);
      await cluster.kill();
      await cluster.restart();
      expect([await struck.exited, struck.said()]).toEqual([0, expect.stringContaining('giống hệt nhau')]);
      const moved = await eventsOf(inCluster);
      expect(moved).toHaveLength(EVENTS);
      expect(moved).toEqual(await eventsOf(atCommune));

      const again = startCopy(['--from', cluster.url, '--to', back.url], env);
      expect([await again.exited, again.said()]).toEqual([0, expect.stringContaining('giống hệt nhau')]);
      expect(await eventsOf({ log: 'postgres', databaseUrl: back.url })).toEqual(moved);
    },
    3 * MINUTE,
  );
});
