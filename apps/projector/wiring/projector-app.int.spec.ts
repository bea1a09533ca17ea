import { createEventLog, type EventLog } from '#event-store';
import { createMemoryEventStore } from '#event-store/memory';
import { systemClock } from '#engine';
import { openPool, type Pool } from '#postgres';
import { allProjections } from '#read-models';
import { startPostgres, type TestPostgres } from '#support';
import { appendAll, lifeOf, sampleLife } from '#support/histories';
import { setTimeout as sleep } from 'node:timers/promises';
import { startProjectorApp } from './projector-app.ts';

const PATIENCE_MS = 60_000;
/** `createDecisionReactions`, `draftLinked`, `markConsolidated` and `markRevoked`. */
const REACTIONS = 5;
const FOLLOWERS = allProjections.length + REACTIONS;
const logger = { info: () => undefined, warn: () => undefined, error: () => undefined };

let server: TestPostgres;
let pool: Pool;

beforeAll(async () => {
  server = await startPostgres();
  pool = openPool({ url: server.url, name: 'test', connections: 12 });
}, PATIENCE_MS);
afterAll(async () => {
  await pool.end();
  await server.stop();
}, PATIENCE_MS);

/** A log that counts the pages it hands out, empty ones aside. */
function counted(log: EventLog): { readonly log: EventLog; readonly pages: () => number } {
  let pages = 0;
  const readAll: EventLog['entries']['readAll'] = async (options) => {
    const page = await log.entries.readAll(options);
    if (page.events.length > 0) pages += 1;
    return page;
  };
  return { log: { ...log, entries: { ...log.entries, readAll } }, pages: () => pages };
}

/** All read models have come to a position, and all reactions. */
const areAllAt = async (position: number) => {
  const { rows } = await pool.query<{ there: boolean }>(
    `select bool_and(position >= $1) and count(*) = $2 as there from (select position from read_models.projections
      union all select position from engine.reaction_checkpoints) each`,
    [position, FOLLOWERS],
  );
  return rows[0]?.there ?? false;
};

describe('everything that follows the log in one process', () => {
  it(
    'reads it together: one page serves all read models and reactions',
    async () => {
      const { log, pages } = counted(createEventLog(createMemoryEventStore()));
      const head = await appendAll(log, lifeOf(1, { ...sampleLife(1), ending: 'registered' }));
      const app = await startProjectorApp({ store: log, pools: { readModels: pool }, clock: systemClock, logger });
      while (!(await areAllAt(head))) await sleep(20);
      const read = pages();
      await app.stop();
      expect(read).toBe(1);
    },
    PATIENCE_MS,
  );
});
