import { setTimeout as sleep } from 'node:timers/promises';
import { openLog } from '../support/log.ts';
import { allProjections, commitBatch, startProjector, type CommitBatch, type Projection } from '#read-models';
import { sql } from 'kysely';
import { openPool } from '#postgres';

/** A projector in a process of its own, to be killed and stopped: `url variant pause`. */
const [url = '', variant = 'right', pause = '0'] = process.argv.slice(2);

/** Counts every event of every stream: an event seen twice or never shows in its sum. */
const tally: Projection = {
  name: 'tally',
  version: 1,
  categories: ['registration', 'decision', 'commendation', 'numbering'],
  tables: [{ name: 'tally', columns: { stream: 'text', count: 'integer' }, key: ['stream'], indexes: [] }],
  apply: async (events, tx) => {
    const streams = events.map(({ stream }) => stream);
    await sql`insert into tally (stream, count) select s, count(*) from unnest(${streams}::text[]) s group by s
      on conflict (stream) do update set count = tally.count + excluded.count`.execute(tx);
    process.stdout.write(`written ${events.at(-1)?.position}\n`);
    await sleep(Number(pause));
  },
};

/** What must fail: the checkpoint is safe before the rows are. */
const checkpointFirst: CommitBatch = async (batch) => {
  await commitBatch({ ...batch, projection: { ...batch.projection, apply: async () => undefined } });
  await sleep(Number(pause));
  await batch.db.transaction().execute(async (tx) => {
    await sql`select set_config('search_path', 'read_models', true)`.execute(tx);
    await batch.projection.apply(batch.events, tx);
  });
};

/** What must fail: nobody asks whether the writer still holds the projection. */
const unfenced: CommitBatch = async (batch) => {
  if (batch.projection.name === 'tally') process.stdout.write(`written ${batch.upTo}\n`);
  await sleep(Number(pause));
  await batch.db.transaction().execute(async (tx) => {
    await sql`select set_config('search_path', 'read_models', true)`.execute(tx);
    await batch.projection.apply(batch.events, tx);
  });
  await sql`update read_models.projections set position = ${batch.upTo}::double precision
    where name = ${batch.projection.name}`.execute(batch.db);
};

const commits: Readonly<Record<string, CommitBatch>> = { right: commitBatch, checkpointFirst, unfenced };

const say = (_: object, message: string) => process.stdout.write(`${message}\n`);

const pool = openPool({ url: url, name: 'test', connections: 10 });
const store = await openLog(url);
const projector = await startProjector({
  store,
  pool,
  clock: { now: () => new Date().toISOString() },
  logger: { info: say, warn: say, error: say },
  projections: [...allProjections, tally],
  batchSize: 40,
  leaseMs: 600,
  commit: commits[variant] ?? commitBatch,
});
process.stdout.write('started\n');
process.on('SIGTERM', () => {
  void projector.stop().then(() => process.exit(0));
});
