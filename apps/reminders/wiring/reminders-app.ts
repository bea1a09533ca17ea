import { setTimeout as sleep } from 'node:timers/promises';
import { createEngine, type Clock, type Engine } from '#engine';
import { createObligations, createRules } from '#use-cases';
import type { EventLog } from '#event-store';
import { createDirectory } from '#identity';
import { readModelsDb } from '#read-models';
import {
  createContacts,
  createDelivery,
  createDescribeRungs,
  createWriteMail,
  createRecorder,
  createSweep,
  quietRegulations,
  stillOwed,
  unsettled,
  type Mailer,
  type ReminderQueue,
  type Sweep,
} from '#reminders';
import type { reminding } from '#domain';
import type { Pool } from 'pg';
import { runTriggers } from './triggers.ts';

/** What the app says when something goes wrong; nothing of it ends the process. */
export interface RemindersLogger {
  warn(about: object, text: string): void;
}

export interface RemindersAppOptions {
  readonly store: EventLog;
  /** Carries out what is to be entered into the log; one of its own unless told. */
  readonly engine?: Engine;
  /** The database of read models and outbox: at least six connections. */
  readonly pool: Pool;
  readonly queue: ReminderQueue;
  /** Absent: people are reminded in the inbox alone. */
  readonly mailer?: Mailer | undefined;
  readonly clock: Clock;
  readonly logger: RemindersLogger;
  /** The address people see; without it mails have no link. */
  readonly publicUrl?: string | undefined;
  readonly options?: {
    /** Nothing is done by itself until {@link RemindersApp.resume}. */
    readonly startPaused?: boolean;
    /** Between two sweeps that the queue brings; 60,000 unless told. */
    readonly sweepMs?: number;
    /** Between two looks of the trigger in this process; 2,000 unless told. */
    readonly tickMs?: number;
    /** Jobs at once; 8 unless told. */
    readonly concurrency?: number;
    readonly leaseMs?: number;
    readonly offerAgainMs?: number;
    /** The wait after a first failed try; a minute unless told. */
    readonly firstWaitMs?: number;
    readonly random?: () => number;
  };
}

export interface RemindersApp {
  /** Plans and queues what is due at this moment; waits for nothing to be delivered. */
  sweepNow(): Promise<void>;
  /** Sweeps, and waits until nothing is left that could be sent or recorded now. @throws after half a minute. */
  settled(): Promise<void>;
  /** Has sweeps come by themselves when it was started paused. */
  resume(): void;
  /** Ends what is at hand; pool, store, queue and mailer stay the caller's. */
  stop(): Promise<void>;
}

const SETTLING_MS = 30_000;
const LOOK_MS = 25;

/** Everything that reminds: sweeps, triggers and deliveries, on a prepared database. */
export const startRemindersApp = async (app: RemindersAppOptions): Promise<RemindersApp> => {
  const { store, pool, queue, clock, logger, options = {} } = app;
  const parts = createParts(app);
  const { sweep, rules } = parts;
  const left = async () => unsettled(pool, quietRegulations(await rules.current(), clock.now()));
  const sweepNow = async (): Promise<void> => {
    await sweep.run();
  };
  let triggers: Promise<void> | undefined;
  const worker = await queue.work(
    { deliver: parts.deliver, sweep: () => (triggers === undefined ? Promise.resolve() : sweepNow()) },
    { concurrency: options.concurrency ?? 8 },
  );
  const ending = new AbortController();
  const resume = (): void => {
    triggers ??= runTriggers(
      {
        ...{ store, clock, sweep, tickMs: options.tickMs ?? 2000 },
        owesLog: async () => (await left()).owesLog,
        schedule: () => queue.scheduleSweep(options.sweepMs ?? 60_000),
        onError: (error) => {
          logger.warn({ err: error }, 'the sweep failed and will be tried again');
        },
      },
      ending.signal,
    );
  };
  if (options.startPaused !== true) resume();
  return {
    sweepNow,
    settled: async () => {
      for (let waited = 0; waited < SETTLING_MS; waited += LOOK_MS) {
        await (waited % (LOOK_MS * 20) === 0 ? sweepNow() : sweep.dispatch());
        const { owesLog, busy } = await left();
        if (!owesLog && !busy) return;
        await sleep(LOOK_MS);
      }
      throw new Error('the reminders did not settle');
    },
    resume,
    stop: async () => {
      ending.abort();
      await Promise.all([triggers, worker.stop()]);
    },
  };
};

const createParts = ({ store, pool, queue, clock, publicUrl, mailer, options = {}, ...app }: RemindersAppOptions) => {
  const engine = app.engine ?? createEngine({ store });
  const rules = createRules(store);
  const directory = createDirectory(store);
  const contacts = createContacts(store);
  const tree = async () => (await directory.current()).tree;
  const obligations = createObligations({ engine, store, clock, rules, tree });
  const recorder = createRecorder(engine, clock);
  const owed = (duty: reminding.Duty) => stillOwed(engine, duty);
  const describe = createDescribeRungs({ engine, rules, directory });
  const shared = { pool, store, rules, clock, recorder, stillOwed: owed };
  const sweep = createSweep({
    ...shared,
    ...{ queue, directory, contacts },
    readModels: readModelsDb(pool),
    oblige: () => obligations.obligeAll(),
    channels: mailer === undefined ? ['INBOX'] : ['EMAIL', 'INBOX'],
    ...(options.offerAgainMs === undefined ? {} : { offerAgainMs: options.offerAgainMs }),
  });
  const deliver = createDelivery({
    ...shared,
    mailer,
    writeMail: createWriteMail({ contacts, describe, clock, publicUrl }),
    retry: { firstWaitMs: options.firstWaitMs ?? 60_000, random: options.random ?? Math.random },
    onError: (error) => {
      app.logger.warn({ err: error }, 'a reminder could not be handed over and will be tried again');
    },
    ...(options.leaseMs === undefined ? {} : { leaseMs: options.leaseMs }),
  });
  return { sweep: telling(sweep, app.logger), deliver, rules };
};

/** Says what a sweep could not do: the first of it, and how much it was. */
const telling = (sweep: Sweep, logger: RemindersLogger): Sweep => ({
  ...sweep,
  run: async () => {
    const report = await sweep.run();
    if (report !== undefined && report.failures.length > 0)
      logger.warn({ err: report.failures[0], failures: report.failures.length }, 'a sweep left something undone');
    return report;
  },
});
