import type { DomainEvent } from '#domain';
import type { EventLog } from '#event-store';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '#engine';
import { createPostgresQueue, createSmtpMailer } from '#reminders';
import { Recorder } from '#support/histories';
import { addressOf, reportOf, rungAt } from './reminders/duties.ts';
import { startMailSink, type Arrival, type MailSink } from './reminders/mail-sink-process.ts';
import { openFixture } from './reminders/fixture.ts';
import { percentile, type BenchRow } from './row.ts';

const UNITS = 200;
/** Neighbouring working days: the first rung of each is reached by itself. */
const DUE_ON = ['2026-06-15', '2026-06-16', '2026-06-17', '2026-06-18', '2026-06-19'] as const;
/** The due date that reports are returned with, when their first rung is reached. */
const RETURNED_FOR = '2026-06-22';
const RETURNED_ROUNDS = 5;
const TARGET_SECONDS = 5;
/** The clock goes on for so long before it reaches a rung, so that the app has gone to sleep again. */
const LEAD_MS = 3000;
/** Rounds begin at other moments between two looks of the app. */
const SPREAD_MS = 410;
const PATIENCE_MS = 60_000;
const LOOK_MS = 100;

/**
 * How long after a duty is due for a reminder its mail reaches the mail server, with everything that reminds left to
 * its own triggers: when the clock reaches the hour of a rung for 200 duties, and when 200 reports are returned with a
 * due date whose rung is now. The slower of the two counts.
 */
export async function benchDueToDelivered(): Promise<BenchRow> {
  const returned = Array.from({ length: RETURNED_ROUNDS }, () => RETURNED_FOR);
  const wanted = { units: UNITS, dueOn: [...DUE_ON, ...returned], submitted: RETURNED_ROUNDS };
  const fixture = await openFixture(wanted, rungAt(DUE_ON[0], 'T-10'));
  const sink = await startMailSink();
  const mailer = createSmtpMailer({ url: sink.url, from: 'kheo@example.vn', tls: 'none' });
  const queue = createPostgresQueue({ url: fixture.server.url });
  const clock = movingClock(rungAt(DUE_ON[0], 'T-10'), -LEAD_MS);
  try {
    await fixture.start({ queue, mailer, clock });
    const byClock: number[] = [];
    for (const [nth, dueOn] of DUE_ON.entries()) byClock.push(...(await clockReaches(dueOn, nth, clock, sink)));
    clock.stand(rungAt(RETURNED_FOR, 'T-10'));
    const byEvent: number[] = [];
    for (let nth = 0; nth < RETURNED_ROUNDS; nth += 1) byEvent.push(...(await eventsCome(fixture, nth, clock, sink)));
    return row(byClock, byEvent);
  } finally {
    await fixture.close([queue, mailer]);
    await sink.stop();
  }
}

function row(byClock: readonly number[], byEvent: readonly number[]): BenchRow {
  const [clockP99, eventP99] = [percentile(byClock, 99), percentile(byEvent, 99)];
  const value = Math.max(clockP99, eventP99);
  const part = (p99: number, all: readonly number[]): string =>
    `p99 ${p99.toFixed(2)} s, median ${percentile(all, 50).toFixed(2)} s`;
  const note = `${UNITS} duties at once; by the clock ${part(clockP99, byClock)}; by an event ${part(eventP99, byEvent)}`;
  const met = value <= TARGET_SECONDS;
  return { name: 'due-to-delivered', value, unit: 's', bound: null, ratio: null, target: TARGET_SECONDS, met, note };
}

/** A clock that goes as the machine's does, elsewhere in time, until it stands still. */
interface MovingClock extends Clock {
  /** Goes on from so many milliseconds after the instant. @returns when the machine's clock says that it is the instant. */
  go(instant: string, after: number): number;
  stand(instant: string): void;
}

function movingClock(instant: string, after: number): MovingClock {
  let standing: string | undefined;
  let shift = Date.parse(instant) + after - Date.now();
  return {
    now: () => standing ?? new Date(Date.now() + shift).toISOString(),
    go: (to, by) => {
      shift = Date.parse(to) + by - Date.now();
      return Date.now() - by;
    },
    stand: (at) => {
      standing = at;
    },
  };
}

async function clockReaches(dueOn: string, nth: number, clock: MovingClock, sink: MailSink): Promise<number[]> {
  const dueAt = clock.go(rungAt(dueOn, 'T-10'), -LEAD_MS - nth * SPREAD_MS);
  return (await allArrived(sink)).map(({ at }) => (at - dueAt) / 1000);
}

async function eventsCome(
  { store }: { readonly store: EventLog<DomainEvent> },
  nth: number,
  clock: Clock,
  sink: MailSink,
): Promise<number[]> {
  await sleep(LEAD_MS + nth * SPREAD_MS);
  const dueAt = new Map<string, number>();
  await Promise.all(
    Array.from({ length: UNITS }, async (_, unit) => {
      const [stream, event] = returning(unit, DUE_ON.length + nth, clock.now());
      dueAt.set(addressOf(unit), Date.now());
      const result = await store.append(stream, 1, [event]);
      if (result.kind !== 'appended') throw new Error(`${stream}: ${result.kind}`);
    }),
  );
  return (await allArrived(sink)).map(({ to, at }) => (at - (dueAt.get(to) ?? 0)) / 1000);
}

const returning = (unit: number, period: number, now: string) => {
  const reportId = reportOf(unit, period);
  const stream = `report-${reportId}`;
  const world = new Recorder(0x4000_0000 + period * UNITS + unit);
  const data = { reportId, version: 2, reason: 'Số liệu chưa khớp', dueOn: RETURNED_FOR };
  world.record(stream, { type: 'ReportReturned', data });
  const [happening] = world.happenings;
  if (happening === undefined) throw new Error('nothing was recorded');
  return [stream, { ...happening.event, meta: { ...happening.event.meta, recordedAt: now } }] as const;
};

async function allArrived(sink: MailSink): Promise<readonly Arrival[]> {
  const arrived: Arrival[] = [];
  for (const until = Date.now() + PATIENCE_MS; arrived.length < UNITS;) {
    if (Date.now() > until) throw new Error(`${arrived.length} of ${UNITS} mails arrived`);
    await sleep(LOOK_MS);
    arrived.push(...(await sink.take()));
  }
  if (new Set(arrived.map(({ to }) => to)).size !== arrived.length) throw new Error('a mail arrived twice');
  return arrived;
}
