import { createPostgresEventStore } from '#event-store/postgres';
import { createEventLog, type EventLog } from '#event-store';
import { rebuildReadModels } from '#read-models';
import { interleave, lifeOf, sampleLife, type Happening } from '#support/histories';
import { startPostgres } from '../support/postgres.ts';
import { openPool, type Pool } from '#postgres';
import { fillLog } from './fill-log.ts';
import { median, type BenchRow } from './row.ts';

const TARGET = 20_000;
const ROUNDS = 3;
const TOGETHER = 200;

/** Builds all read models from the log, over and over, without switching: events per second. */
export async function benchRebuild({ events = 100_000 }: { readonly events?: number } = {}): Promise<BenchRow> {
  const server = await startPostgres();
  const pool = openPool({ url: server.url, name: 'test', connections: 12 });
  const store = createEventLog(await createPostgresEventStore({ url: server.url }));
  try {
    const written = await fillLog(server.adminUrl, registrations(events));
    const speeds: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) speeds.push(await once(pool, store));
    const value = median(speeds);
    const note = `${written} events, ${ROUNDS} rounds, tables and indexes`;
    return {
      name: 'rebuild',
      value,
      unit: 'events/s',
      bound: TARGET,
      ratio: value / TARGET,
      target: 1,
      met: value >= TARGET,
      note,
    };
  } finally {
    await pool.end();
    await store.close();
    await server.stop();
  }
}

/** The live tables stay empty, so that there is nothing to compare: the time is that of the building alone. */
async function once(pool: Pool, store: EventLog): Promise<number> {
  const { events, seconds } = await rebuildReadModels({ pool, store }, { switch: false });
  return events / seconds;
}

/** Made-up registrations, about thirteen events each. */
function* registrations(events: number): Generator<Happening[]> {
  for (let life = 0, written = 0; written < events; life += TOGETHER) {
    const lives = Array.from({ length: TOGETHER }, (_, index) => lifeOf(life + index, sampleLife(life + index)));
    const part = interleave(lives);
    written += part.length;
    yield part;
  }
}
