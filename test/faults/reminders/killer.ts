import type { TestDatabase, TestPostgres, TestRedis } from '#support';
import { withClient } from '#postgres';
import { createPostgresQueue, createRedisQueue, type ReminderQueue } from '#reminders';
import { pause } from '../seed.ts';
import {
  followNotes,
  note,
  type Following,
  type HandInNote,
  type MailNote,
  type Strike,
  type StrikeKind,
} from './notes.ts';
import type { Stage } from './stage.ts';
import { asked } from './watch.ts';

export interface KillerOptions {
  readonly stage: Stage;
  readonly postgres: TestPostgres;
  readonly database: TestDatabase;
  readonly redis?: TestRedis | undefined;
  readonly random: () => number;
}

/** Strikes that many mails, at most, after the first mail of a step. */
const MAILS_BEFORE = 60;
const LOOK_MS = 2;
/** A strike that found nothing under way is none: it waits for the next chance, but not longer than this. */
const PATIENCE_MS = 4000;

/** Strikes while something is under way, and writes down when and what of it has no outcome now. */
export function createKiller(options: KillerOptions) {
  const { stage, redis, database, random } = options;
  const mails = followNotes(stage.files.mailbox);
  const handIns = createOpen(followNotes(stage.files.handIns) as Following<HandInNote>, commandOf);
  const workers = stage.workers.map((_, index) =>
    createOpen(followNotes(stage.files.worker(index)) as Following<MailNote>, mailOf),
  );
  const queue: ReminderQueue =
    redis === undefined
      ? createPostgresQueue({ url: database.url })
      : createRedisQueue({ url: redis.url, onError: () => undefined });
  const strikes: Record<StrikeKind, () => Promise<number>> = {
    worker: () => killWorker(stage, workers, random),
    generator: () => killGenerator(stage, handIns),
    postgres: () => killPostgres(options),
    queue: () => killRedis(options, queue),
    forget: () => forget(options, queue),
  };
  return {
    close: () => queue.close(),
    /** In the midst of what the step has sent. */
    strike: async (kind: StrikeKind): Promise<void> => {
      if (kind !== 'generator') await grown(mails, Math.ceil(random() * MAILS_BEFORE));
      const before = Date.now();
      const unknown = await strikes[kind]();
      note(stage.files.strikes, { kind, from: before, at: Date.now(), unknown } satisfies Strike);
    },
  };
}

async function grown(more: () => readonly unknown[], by: number): Promise<void> {
  more();
  let grown = 0;
  await soon(() => {
    grown += more().length;
    return grown >= by;
  });
}

/** Waits until it is so, or until patience ends. */
async function soon(so: () => boolean | Promise<boolean>): Promise<void> {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until;) {
    if (await so()) return;
    await pause(LOOK_MS);
  }
}

/** How many of the things that a process has written down are under way, the last time it was started. */
function createOpen<Note>(more: () => readonly Note[], read: (note: Note) => Beginning | Ending | 'start') {
  const open = new Set<string>();
  return (): number => {
    for (const each of more().map(read)) {
      if (each === 'start') open.clear();
      else if ('begun' in each) open.add(each.begun);
      else open.delete(each.ended);
    }
    return open.size;
  };
}

interface Beginning {
  readonly begun: string;
}
interface Ending {
  readonly ended: string;
}

const mailOf = (each: MailNote): Beginning | Ending | 'start' => {
  if (each.kind === 'begin') return 'start';
  return each.kind === 'handing' ? { begun: each.messageId } : { ended: each.messageId };
};

const commandOf = (each: HandInNote): Beginning | Ending | 'start' => {
  if (each.kind === 'begin') return 'start';
  return each.kind === 'try' ? { begun: each.reportId } : { ended: each.reportId };
};

/** @returns mails that were being handed over */
async function killWorker({ workers }: Stage, open: readonly (() => number)[], random: () => number): Promise<number> {
  const index = Math.floor(random() * workers.length);
  await soon(() => (open[index]?.() ?? 0) > 0);
  await workers[index]?.kill9();
  const unknown = open[index]?.() ?? 0;
  await pause(random() * 200);
  workers[index]?.start().catch(() => undefined); // what stays dead shows in what it did not do
  return unknown;
}

/** @returns reports that were being handed in */
async function killGenerator({ generator }: Stage, open: () => number): Promise<number> {
  await soon(() => open() > 0);
  await generator.kill9();
  const unknown = open();
  generator.start().catch(() => undefined);
  return unknown;
}

/** @returns messages that were being delivered, and whose deliverer could not write down what became of them */
async function killPostgres({ postgres, database }: KillerOptions): Promise<number> {
  await postgres.kill9();
  await postgres.restart();
  const sql = `select count(*)::integer as count from kheo_reminders.messages where status = 'sending'`;
  return (await asked<{ count: number }>(database.url, sql))[0]?.count ?? 0;
}

/** @returns jobs that waited or were being worked on */
async function killRedis({ redis, random }: KillerOptions, queue: ReminderQueue): Promise<number> {
  const jobs = await someJobs(queue);
  await redis?.kill9();
  await pause(random() * 300);
  await redis?.restart();
  return jobs;
}

/** FLUSHALL, or its like on PostgreSQL. @returns jobs that were forgotten */
async function forget({ redis, database }: KillerOptions, queue: ReminderQueue): Promise<number> {
  const jobs = await someJobs(queue);
  await (redis === undefined ? truncateQueue(database.adminUrl) : redis.flushAll());
  return jobs;
}

async function someJobs(queue: ReminderQueue): Promise<number> {
  let jobs = 0;
  await soon(async () => {
    const { waiting, active } = await queue.counts();
    jobs = waiting + active;
    return jobs > 0;
  });
  return jobs;
}

/** Every table of the queue but the one that says which version it has. */
const TRUNCATE = `DO $$ BEGIN EXECUTE (
  SELECT 'TRUNCATE ' || string_agg(format('%I.%I', schemaname, tablename), ', ') || ' CASCADE'
  FROM pg_tables WHERE schemaname = 'bullmq' AND tablename <> 'migration'); END $$`;

/** Workers hold these tables in an order of their own: of two that wait for each other PostgreSQL ends one, at times this. */
async function truncateQueue(adminUrl: string): Promise<void> {
  const isDeadlock = (error: unknown) => (error as { code?: string }).code === '40P01';
  await withClient(adminUrl, async (admin) => {
    for (let done = false; !done;) {
      done = await admin.query(TRUNCATE).then(
        () => true,
        (error: unknown) => {
          if (!isDeadlock(error)) throw error;
          return false;
        },
      );
    }
  });
}
