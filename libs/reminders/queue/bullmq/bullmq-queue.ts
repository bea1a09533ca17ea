import { setTimeout as sleep } from 'node:timers/promises';
import { Queue, Worker, type BackendFactory, type IQueueBackend, type Job, type WorkerOptions } from 'bullmq';
import type { DeliveryJob, Handlers, QueueCounts, QueueWorker, ReminderQueue } from '../reminder-queue.port.ts';

export interface BullmqOptions {
  /** Told of lost connections and of handlers that threw. Nothing of it ends the process. */
  readonly onError?: (error: Error) => void;
  /** After this long without a sign from its worker a job may be given to another. Milliseconds, 30 s unless told. */
  readonly lockDurationMs?: number;
  /** How often it is looked for such jobs. Milliseconds, 30 s unless told. */
  readonly stalledIntervalMs?: number;
}

/** What BullMQ stands on. */
export interface Backend<Kind extends IQueueBackend, Connection> {
  readonly factory: BackendFactory<Kind, Connection>;
  /** Fails soon when the server is out of reach. */
  readonly connection: Connection;
  /** Waits until the server is back. */
  readonly workerConnection: Connection;
  readonly ping: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const DELIVERIES = 'kheo-deliveries';
const SWEEPS = 'kheo-sweeps';

/** Nothing is kept of a job that ended, so that its id may be queued again. */
const LEAVE_NOTHING = { removeOnComplete: true, removeOnFail: true };

/** BullMQ waits without end for a server that went away while it closes: after so long the connections are cut. */
const CLOSING_MS = 5000;
const patience = (): Promise<void> => sleep(CLOSING_MS, undefined, { ref: false });

/** How often a job may survive its worker: it is never given up, the outbox counts its attempts. */
const MAX_DEATHS = 1_000_000;

/**
 * A queue of BullMQ. Of BullMQ only this is relied on: a job waits once under its id, somebody takes it, and somebody
 * else takes it when that one dies. No delays, no retries: on PostgreSQL a job that is moved back to wait may be lost
 * (taskforcesh/bullmq#4814), and the outbox knows better when to try again.
 */
export function bullmqQueue<Kind extends IQueueBackend, Connection>(
  backend: Backend<Kind, Connection>,
  options: BullmqOptions,
): ReminderQueue {
  const onError = options.onError ?? (() => undefined);
  const open = (name: string) =>
    whenReady(() => new Queue(name, { connection: backend.connection }, backend.factory), onError);
  const deliveries = open(DELIVERIES);
  const sweeps = open(SWEEPS);

  return {
    add: async (jobs) => {
      const queue = await deliveries.get();
      await queue.addBulk(jobs.map(toBullmq));
    },
    scheduleSweep: async (everyMs) => {
      const queue = await sweeps.get();
      await queue.upsertJobScheduler('sweep', { every: everyMs }, { name: 'sweep', opts: LEAVE_NOTHING });
    },
    work: (handlers, { concurrency }) =>
      startWorkers(backend, handlers, { ...workerOptions(options), concurrency }, onError),
    counts: async () => countsOf(await (await deliveries.get()).getJobCounts('waiting', 'active', 'failed')),
    ping: backend.ping,
    close: async () => {
      await Promise.race([Promise.all([deliveries.close(), sweeps.close()]), patience()]);
      await backend.close();
    },
  };
}

/** BullMQ takes neither whole numbers nor colons for an id. */
const toBullmq = ({ jobId, messageIds }: DeliveryJob) => ({
  name: 'deliver',
  data: { messageIds },
  opts: { jobId: `d-${encodeURIComponent(jobId)}`, ...LEAVE_NOTHING },
});

const countsOf = (found: Record<string, number>): QueueCounts => ({
  waiting: found['waiting'] ?? 0,
  active: found['active'] ?? 0,
  failed: found['failed'] ?? 0,
});

const workerOptions = ({ lockDurationMs = 30_000, stalledIntervalMs = 30_000 }: BullmqOptions) => ({
  lockDuration: lockDurationMs,
  stalledInterval: stalledIntervalMs,
  maxStalledCount: MAX_DEATHS,
  runRetryDelay: 1000,
});

async function startWorkers<Kind extends IQueueBackend, Connection>(
  { factory, workerConnection: connection, ping }: Backend<Kind, Connection>,
  handlers: Handlers,
  options: Omit<WorkerOptions, 'connection'>,
  onError: (error: Error) => void,
): Promise<QueueWorker> {
  await ping(); // a worker without a server would wait for one without end
  const running = new Set<Promise<void>>();
  const run = (work: Promise<void>): Promise<void> => {
    running.add(work);
    return work.finally(() => running.delete(work));
  };
  const deliver = ({ data }: Job<{ messageIds: string[] }>): Promise<void> => run(handlers.deliver(data.messageIds));
  const workers = [
    new Worker(DELIVERIES, deliver, { ...options, connection }, factory),
    new Worker(SWEEPS, () => run(handlers.sweep()), { ...options, concurrency: 1, connection }, factory),
  ];
  for (const worker of workers) {
    worker.on('error', onError);
    worker.on('failed', (_job, error) => {
      onError(error);
    });
  }
  const stop = async (): Promise<void> => {
    const closed = Promise.all(workers.map((worker) => worker.close()));
    await Promise.race([closed, Promise.allSettled(running).then(patience)]);
  };
  try {
    await Promise.all(workers.map((worker) => worker.waitUntilReady()));
  } catch (error) {
    await stop();
    throw error;
  }
  return { stop };
}

interface Closable {
  waitUntilReady(): Promise<unknown>;
  close(): Promise<void>;
  on(event: 'error', listener: (error: Error) => void): unknown;
}

/** Opened when first needed. BullMQ remembers a failed start for ever, so that one is thrown away. */
function whenReady<T extends Closable>(make: () => T, onError: (error: Error) => void) {
  let opened: Promise<T> | undefined;
  const open = async (): Promise<T> => {
    const made = make();
    made.on('error', onError);
    try {
      await made.waitUntilReady();
      return made;
    } catch (error) {
      opened = undefined;
      await made.close();
      throw error;
    }
  };
  return {
    get: (): Promise<T> => (opened ??= open()),
    close: async (): Promise<void> => {
      await opened?.then(
        (made) => made.close(),
        () => undefined,
      );
    },
  };
}
