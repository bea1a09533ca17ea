import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  createPostgresQueue,
  createRedisQueue,
  createSmtpMailer,
  renderReminder,
  type Mailer,
  type ReminderQueue,
} from '#reminders';
import { startRedis } from '#support';
import { openBareJobs, type BackendKind, type BareJobs } from './reminders/bare-jobs.ts';
import { addressOf, reportOf, rungAt, unitOf } from './reminders/duties.ts';
import { startMailSink, type MailSink } from './reminders/mail-sink-process.ts';
import { openFixture, type Fixture } from './reminders/fixture.ts';
import { median, type BenchRow } from './row.ts';

const MESSAGES = 3000;
/** A round each, and the first to warm up. */
const DUE_ON = ['2026-06-15', '2026-06-16', '2026-06-17', '2026-06-18'] as const;
const CONCURRENCY = 8;
/** Messages in a job of ours, and so in a bare one. */
const JOB = 20;
const TARGET = 0.5;
const LOOK_MS = 25;

export const benchRemindersPostgres = (): Promise<BenchRow> => benchReminders('postgres');
export const benchRemindersRedis = (): Promise<BenchRow> => benchReminders('redis');

/**
 * Reminders that wait in the outbox, delivered: queued, claimed, looked up in the log, written, handed over by SMTP to a
 * server in a process of its own, noted, and recorded in the log; each is the mail of another person about another duty.
 * Ours is what reminds alone, as it is operated: the projector is a process of its own.
 * The bare variant is what a user would write by hand: as many jobs of BullMQ on the same backend, of as many mails,
 * handled as many at once, that hand the same mail to the same server over the same connections, and know nothing of
 * crashes, of duties that are done, or of the log.
 */
async function benchReminders(kind: BackendKind): Promise<BenchRow> {
  const redis = kind === 'redis' ? await startRedis() : undefined;
  const fixture = await openFixture({ units: MESSAGES, dueOn: DUE_ON }, rungAt(DUE_ON[0], 'T-10'));
  const url = redis?.url ?? fixture.server.url;
  const sink = await startMailSink();
  const mailer = createSmtpMailer({ url: sink.url, from: 'kheo@example.vn', tls: 'none' });
  const queue = kind === 'redis' ? createRedisQueue({ url }) : createPostgresQueue({ url });
  const bare = await openBareJobs(kind, url, CONCURRENCY);
  try {
    await fixture.stopFollowing();
    const ours = await oursOf(fixture, queue, mailer);
    const rounds: Round[] = [];
    for (const dueOn of DUE_ON) rounds.push(await measure(fixture, dueOn, { ours, bare, mailer, sink }));
    return row(kind, rounds.slice(1));
  } finally {
    await fixture.close([bare, queue, mailer]);
    await sink.stop();
    await redis?.stop();
  }
}

/** Mails per second. */
interface Round {
  readonly ours: number;
  readonly bare: number;
  /** Jobs that do nothing. */
  readonly empty: number;
}

interface Sides {
  readonly ours: Ours;
  readonly bare: BareJobs;
  readonly mailer: Mailer;
  readonly sink: MailSink;
}

async function measure(fixture: Fixture, dueOn: string, { ours, bare, mailer, sink }: Sides): Promise<Round> {
  const people = Array.from({ length: MESSAGES }, (_, unit) => addressOf(unit));
  fixture.clock.set(rungAt(dueOn, 'T-10'));
  await ours.fillOutbox();
  const oursSpeed = await perSecond(ours.deliver);
  await checkDelivered(sink);
  const handOver = bareMail(dueOn, mailer);
  const bareSpeed = await perSecond(() => bare.run(people, JOB, (some) => Promise.all(some.map(handOver))));
  await checkDelivered(sink);
  const empty = await perSecond(() => bare.run(people, JOB, () => Promise.resolve()));
  return { ours: oursSpeed, bare: bareSpeed, empty };
}

function row(kind: BackendKind, rounds: readonly Round[]): BenchRow {
  const value = median(rounds.map((round) => round.ours));
  const bound = median(rounds.map((round) => round.bare));
  const empty = median(rounds.map((round) => round.empty));
  const ratio = value / bound;
  const note =
    `${MESSAGES} mails in jobs of ${JOB}, ${CONCURRENCY} at once; bare jobs that do nothing: ` +
    `${Math.round(empty)}/s, ratio ${(value / empty).toFixed(2)}`;
  return {
    ...{ name: `reminders-${kind}`, value, unit: 'mails/s', bound, ratio, target: TARGET, met: ratio >= TARGET },
    note,
  };
}

type Ours = Awaited<ReturnType<typeof oursOf>>;

async function oursOf(fixture: Fixture, queue: ReminderQueue, mailer: Mailer) {
  const options = { startPaused: true, concurrency: CONCURRENCY } as const;
  const app = await fixture.start({ queue, mailer, options });
  const forgetful = await fixture.start({ queue: lost(queue), mailer, options });
  return {
    /** Plans and writes the messages of this moment, and loses them on their way into the queue. */
    fillOutbox: async (): Promise<void> => {
      await forgetful.sweepNow();
      const { rowCount } = await fixture.pool.query(
        `UPDATE kheo_reminders.messages SET offered_until = '-infinity' WHERE status = 'queued'`,
      );
      if (rowCount !== MESSAGES) throw new Error(`${rowCount ?? 0} messages were planned`);
    },
    /** Ends when the log tells of every one. */
    deliver: async (): Promise<void> => {
      const before = await fixture.store.head();
      await app.sweepNow();
      while ((await fixture.store.head()) < before + MESSAGES) await sleep(LOOK_MS);
      while (await isLeft(fixture)) await sleep(LOOK_MS);
    },
  };
}

const lost = (queue: ReminderQueue): ReminderQueue => ({
  ...queue,
  add: () => Promise.resolve(),
  work: () => Promise.resolve({ stop: () => Promise.resolve() }),
});

async function isLeft({ pool }: Fixture): Promise<boolean> {
  const { rows } = await pool.query<{ left: boolean }>(
    `SELECT EXISTS (SELECT FROM kheo_reminders.messages WHERE NOT recorded) AS left`,
  );
  return rows[0]?.left ?? true;
}

/** The reminder that the officer of the first unit gets, to whomever. */
function bareMail(dueOn: string, mailer: Mailer): (to: string) => Promise<void> {
  const subjectId = reportOf(0, 0);
  const item = {
    ...({ dutyId: subjectId, kind: 'REPORT', subjectId, unitId: unitOf(0), dueOn, title: '' } as const),
    ...({ report: { kind: 'OWN', period: { kind: 'H1', year: 2026 } }, unitName: 'Xã số 1' } as const),
    ...({ rungs: ['T-10'], recipient: 'OFFICER', note: null, workingDaysLeft: 10 } as const),
  };
  const text = renderReminder({
    ...{ items: [item], language: 'vi', publicUrl: 'https://kheo.example.vn', movedUp: false },
  });
  return async (to) => {
    const date = new Date().toISOString();
    const answer = await mailer.send({ messageId: randomUUID(), to, language: 'vi', date, ...text });
    if (answer.kind !== 'accepted') throw new Error(answer.cause);
  };
}

async function checkDelivered(sink: MailSink): Promise<void> {
  const people = new Set((await sink.take()).map(({ to }) => to));
  if (people.size !== MESSAGES) throw new Error(`${people.size} people got a mail instead of ${MESSAGES}`);
}

async function perSecond(work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return (MESSAGES * 1000) / (performance.now() - startedAt);
}
