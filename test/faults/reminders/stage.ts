import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestDatabase, TestRedis } from '#support';
import { openLog } from '../../support/log.ts';
import type { ReminderLoad } from '../processes/reminder-load.ts';
import type { ReminderWork } from '../processes/reminder-worker.ts';
import { childOf, type Child } from './child.ts';
import { setMoment } from './clock-file.ts';
import { furnish, fixtureOf, type ReminderFixture } from './fixture.ts';
import { WALK } from './walk.ts';

export interface StageOptions {
  readonly database: TestDatabase;
  /** The queue stands on it; on PostgreSQL without it. */
  readonly redis?: TestRedis | undefined;
  readonly units: number;
  readonly seed: number;
  readonly handIns: ReminderLoad['handIns'];
  readonly habits?: Pick<ReminderWork, 'jobsTwice' | 'slowMs'> | undefined;
  /** A build of `broken/broken-builds.mjs` that the workers are made of. */
  readonly broken?: string | undefined;
}

/** Files of a run: what its processes write down and read. */
interface StageFiles {
  readonly clock: string;
  readonly handIns: string;
  readonly mailbox: string;
  readonly strikes: string;
  readonly stepNotes: string;
  /** Of one worker, all who take its place among them. */
  worker(index: number): string;
}

/** All that takes part in a run, each in a process of its own; what was killed can be started again. */
export interface Stage {
  readonly fixture: ReminderFixture;
  readonly files: StageFiles;
  readonly workers: readonly Child[];
  readonly generator: Child;
  stop(): Promise<void>;
}

const WORKERS = 2;

/** Furnishes a database, sets the clock to the first step, and starts the mail server and the workers. */
export async function setStage({
  database,
  redis,
  units,
  seed,
  handIns,
  habits,
  broken,
}: StageOptions): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'kheo-reminders-'));
  const files = filesIn(folder);
  const fixture = fixtureOf(units);
  const store = await openLog(database.url);
  await furnish(store, fixture);
  await store.close();
  setMoment(files.clock, { step: 0, now: WALK[0]?.at ?? '' });
  const smtp = childOf('../../support/smtp-process.ts', [files.mailbox]);
  const smtpUrl = `smtp://127.0.0.1:${await smtp.start()}`;
  const queue = redis === undefined ? {} : { redisUrl: redis.url };
  const workers = Array.from({ length: WORKERS }, (_, index) => {
    const work: ReminderWork = {
      url: database.url,
      ...queue,
      ...habits,
      smtpUrl,
      clock: files.clock,
      notes: files.worker(index),
    };
    return childOf('../processes/reminder-worker.ts', [JSON.stringify(work)], broken);
  });
  const load: ReminderLoad = { url: database.url, clock: files.clock, notes: files.handIns, seed, handIns };
  const generator = childOf('../processes/reminder-load.ts', [JSON.stringify(load)]);
  await Promise.all(workers.map((worker) => worker.start()));
  return {
    ...{ fixture, files, workers, generator },
    stop: async () => {
      await Promise.all([...workers, generator, smtp].map((each) => each.kill9()));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const filesIn = (folder: string): StageFiles => ({
  clock: join(folder, 'clock.json'),
  handIns: join(folder, 'hand-ins.jsonl'),
  mailbox: join(folder, 'mailbox.jsonl'),
  strikes: join(folder, 'strikes.jsonl'),
  stepNotes: join(folder, 'steps.jsonl'),
  worker: (index) => join(folder, `worker-${index}.jsonl`),
});
