import { createPostgresQueue, createSmtpMailer, type ReminderQueue } from '#reminders';
import { rungAt } from './reminders/duties.ts';
import { openFixture, type Fixture } from './reminders/fixture.ts';
import { median, type BenchRow } from './row.ts';

const UNITS = 10_000;
/** Neighbouring working days, so that the second rung of each is reached by itself. */
const DUE_ON = ['2026-06-16', '2026-06-17', '2026-06-18', '2026-06-19'] as const;
const ROUNDS = DUE_ON.slice(0, 3);
const OBLIGATIONS = UNITS * DUE_ON.length;

/**
 * A whole sweep over 40,000 open obligations, all of which have reached a rung: one in which a quarter of them has
 * reached another, which is planned, written into messages for mail and inbox, and queued; and one that finds nothing
 * new. Delivery is left out: the messages of a round are taken for delivered before the next.
 */
export async function benchSweep(): Promise<BenchRow> {
  const fixture = await openFixture({ units: UNITS, dueOn: DUE_ON, accounts: true }, rungAt(DUE_ON[3], 'T-10'));
  const queue = createPostgresQueue({ url: fixture.server.url });
  const mailer = createSmtpMailer({ url: 'smtp://127.0.0.1:1', from: 'kheo@example.vn', tls: 'none' });
  try {
    const app = await fixture.start({ queue: withoutWorkers(queue), mailer, options: { startPaused: true } });
    await app.sweepNow();
    const rounds: { planning: number; idle: number }[] = [];
    for (const dueOn of ROUNDS) {
      await takeForDelivered(fixture);
      fixture.clock.set(rungAt(dueOn, 'T-3'));
      rounds.push({ planning: await seconds(app.sweepNow), idle: await seconds(app.sweepNow) });
    }
    await checkPlanned(fixture);
    return row(median(rounds.map(({ planning }) => planning)), median(rounds.map(({ idle }) => idle)));
  } finally {
    await fixture.close([queue, mailer]);
  }
}

function row(planning: number, idle: number): BenchRow {
  const note =
    `planning ${UNITS} rungs, ${2 * UNITS} messages, in ${planning.toFixed(2)} s; ` +
    `${Math.round(OBLIGATIONS / idle)} obligations/s (${idle.toFixed(2)} s) when nothing is new`;
  const value = OBLIGATIONS / planning;
  return { name: 'sweep', value, unit: 'obligations/s', bound: null, ratio: null, target: null, met: true, note };
}

/** Takes work in, and nobody takes it out. */
const withoutWorkers = (queue: ReminderQueue): ReminderQueue => ({
  ...queue,
  work: () => Promise.resolve({ stop: () => Promise.resolve() }),
});

async function takeForDelivered({ pool }: Fixture): Promise<void> {
  await pool.query(`UPDATE kheo_reminders.messages SET status = 'sent', sent_at = now(), recorded = true`);
  await pool.query('ANALYZE kheo_reminders.messages, kheo_reminders.rungs');
}

async function checkPlanned({ pool }: Fixture): Promise<void> {
  const { rows } = await pool.query<{ planned: number }>(
    `SELECT count(*)::integer AS planned FROM kheo_reminders.rungs WHERE state = 'gathered'`,
  );
  const expected = 2 * UNITS * (DUE_ON.length + ROUNDS.length);
  if (rows[0]?.planned !== expected) throw new Error(`${rows[0]?.planned ?? 0} rungs instead of ${expected}`);
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return (performance.now() - startedAt) / 1000;
}
