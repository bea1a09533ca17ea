import { randomUUID } from 'node:crypto';
import { createEventLog, type EventLog, type RecordedEvent } from '#event-store';
import { createPostgresEventStore } from '#event-store/postgres';
import { startPostgres, type TestPostgres } from '#support';
import { openPool, type Pool } from '#postgres';
import { createIncidents, createReactionFailures } from '#use-cases';
import { systemClock } from '../clock.ts';
import { createEngine } from '../engine.ts';
import { deriveId } from '../ids.ts';
import { add, eventsOf, tallyCodec } from '../testing/tally.ts';
import { createPostgresCheckpoints } from './postgres-checkpoints.ts';
import { createReactionRunner } from './reaction-runner.ts';
import { until } from '#support/until';

const PATIENCE_MS = 120_000;
let postgres: TestPostgres;
let pool: Pool;
let store: EventLog;

beforeAll(async () => {
  postgres = await startPostgres();
  pool = openPool({ url: postgres.url, name: 'test', connections: 10 });
  store = createEventLog(await createPostgresEventStore({ url: postgres.url }), tallyCodec);
}, PATIENCE_MS);
afterAll(async () => {
  await Promise.all([store.close(), pool.end()]);
  await postgres.stop();
}, PATIENCE_MS);

describe('a reaction’s checkpoint in PostgreSQL', () => {
  it('belongs to one runner at a time, and who was passed over cannot move it', async () => {
    const checkpoints = createPostgresCheckpoints(pool);
    const stalled = await checkpoints.acquire('fenced', 'one', 60_000);
    expect(await checkpoints.acquire('fenced', 'two', 60_000)).toBeUndefined();
    if (!stalled) throw new Error('the first runner was to get the lease');
    expect(await checkpoints.advance(stalled, 7, 0)).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 5));
    const active = await checkpoints.acquire('fenced', 'two', 60_000);
    expect(active).toMatchObject({ position: 7, fence: stalled.fence + 1 });
    expect(await checkpoints.advance(stalled, 9, 60_000)).toBe(false);
    await checkpoints.release(stalled);
    expect(await checkpoints.acquire('fenced', 'three', 60_000)).toBeUndefined();
    if (active) await checkpoints.release(active);
    expect(await checkpoints.acquire('fenced', 'three', 60_000)).toMatchObject({ position: 7 });
  });
});

describe('two runners of one reaction on PostgreSQL', () => {
  it(
    'act once on each event while each of them stops and starts at random, and the server is killed',
    async () => {
      const engine = createEngine({ store });
      const handled: number[] = [];
      const reaction = {
        name: 'mirror',
        categories: ['tally'],
        handle: async (event: RecordedEvent) => {
          await add(engine, { stream: 'mirror-1', commandId: deriveId(event.id, 'mirror') });
          handled.push(event.revision);
        },
      };
      const start = () => {
        const stop = new AbortController();
        const runner = createReactionRunner({
          ...{ reaction, store },
          failures: createReactionFailures({ engine, clock: systemClock, incidents: createIncidents(store) }),
          ...{ checkpoints: createPostgresCheckpoints(pool), owner: randomUUID(), leaseMs: 200, tries: 1000 },
        });
        const running = runner.run(stop.signal);
        return async () => {
          stop.abort();
          await running;
        };
      };
      let [first, second] = [start(), start()];
      for (let count = 0; count < 30; count += 1) {
        await add(engine);
        if (count === 8) [first] = [(await first(), start())];
        if (count === 16) [second] = [(await second(), start())];
        if (count === 22) {
          await postgres.kill9();
          await postgres.restart();
        }
      }
      await until(async () => (await eventsOf(store, 'mirror-1')).length === 30);
      await Promise.all([first(), second()]);
      expect(await eventsOf(store, 'mirror-1')).toHaveLength(30);
      expect([...new Set(handled)]).toEqual([...Array(30).keys()]);
    },
    PATIENCE_MS,
  );
});
