/** Worker: `reminder-worker.ts <work>`. What `apps/reminders` is made of, on the clock of the run, to be killed. */
import { startRemindersApp } from '../../../apps/reminders/wiring/reminders-app.ts';
import { openLog } from '../../support/log.ts';
import { allProjections, startProjector } from '#read-models';
import { createPostgresQueue, createRedisQueue, createSmtpMailer, type Mailer, type ReminderQueue } from '#reminders';
import { openPool } from '#postgres';
import { clockOf } from '../reminders/clock-file.ts';
import { note } from '../reminders/notes.ts';
import { pause } from '../seed.ts';

export interface ReminderWork {
  readonly url: string;
  readonly redisUrl?: string;
  readonly smtpUrl: string;
  readonly clock: string;
  readonly notes: string;
  /** Queues every job a second time under another name, so that two workers get it. */
  readonly jobsTwice?: boolean;
  /** The mail server takes so many ms longer for each mail. */
  readonly slowMs?: number;
}

/** Short, so that a test need not wait for half a minute; a message is handed over well within its lease. */
const LEASE_MS = 5000;
const PATIENCE = { lockDurationMs: 1500, stalledIntervalMs: 750 };

const work = JSON.parse(process.argv[2] ?? '') as ReminderWork;
const quiet = (): void => undefined;
const logger = { info: quiet, warn: tell, error: tell };
const pool = openPool({ url: work.url, name: 'test', connections: 12 });
pool.on('error', quiet);
const clock = clockOf(work.clock);
const store = await openLog(work.url, { onConnectionLost: quiet });
const duties = allProjections.filter(({ name }) => name === 'duties');
await startProjector({ store, pool, clock, logger, projections: duties, leaseMs: 1500 });
await startRemindersApp({
  ...{ store, pool, clock, logger },
  queue: twice(
    work.redisUrl === undefined
      ? createPostgresQueue({ url: work.url, ...PATIENCE })
      : createRedisQueue({ url: work.redisUrl, ...PATIENCE }),
  ),
  mailer: noting(createSmtpMailer({ url: work.smtpUrl, from: 'Khéo <kheo@example.test>', tls: 'none' })),
  publicUrl: 'https://kheo.example.test',
  options: { sweepMs: 2000, tickMs: 250, concurrency: 4, leaseMs: LEASE_MS, offerAgainMs: 3000, firstWaitMs: 500 },
});
note(work.notes, { kind: 'begin', at: Date.now() });
process.stdout.write('ready\n');

/** Writes down when each mail is handed over, and that it was. */
function noting(mailer: Mailer): Mailer {
  return {
    send: async (mail) => {
      note(work.notes, { kind: 'handing', messageId: mail.messageId, at: Date.now() });
      await pause(work.slowMs ?? 0);
      const answer = await mailer.send(mail);
      note(work.notes, { kind: 'handed', messageId: mail.messageId, at: Date.now() });
      return answer;
    },
    close: () => mailer.close(),
  };
}

function twice(queue: ReminderQueue): ReminderQueue {
  if (work.jobsTwice !== true) return queue;
  return {
    ...queue,
    add: (jobs) => queue.add(jobs.flatMap((job) => [job, { ...job, jobId: `${job.jobId} again` }])),
  };
}

function tell(about: object, text: string): void {
  if (process.env.KHEO_LOG_LEVEL !== undefined) process.stderr.write(`${text}: ${JSON.stringify(about)}\n`);
}
