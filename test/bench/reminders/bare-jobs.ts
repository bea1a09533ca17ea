import { asQueueRole, openPool } from '#postgres';
import { createPostgresBackend, Queue, Worker, type PgPool } from 'bullmq';
import { Redis } from 'ioredis';

const CONNECTIONS = 8;
const ADD = 1000;
const OPTIONS = { removeOnComplete: true, removeOnFail: true };

export type BackendKind = 'postgres' | 'redis';

/** Jobs of BullMQ and nothing else, on a queue of their own. */
export interface BareJobs {
  /** Queues the jobs, each with so many of the items, and waits until all were handled. */
  run(items: readonly string[], each: number, handle: (items: readonly string[]) => Promise<unknown>): Promise<void>;
  close(): Promise<void>;
}

export async function openBareJobs(kind: BackendKind, url: string, concurrency: number): Promise<BareJobs> {
  const { queueOf, workerOf, close } = kind === 'redis' ? onRedis(url) : onPostgres(url);
  const queue = queueOf();
  await queue.waitUntilReady();
  let handle: (items: readonly string[]) => Promise<unknown> = () => Promise.resolve();
  let left = 0;
  let finish: () => void = () => undefined;
  const worker = workerOf(({ data }) => handle(data.items), concurrency);
  worker.on('completed', () => {
    left -= 1;
    if (left === 0) finish();
  });
  worker.on('error', (error) => {
    console.error('a bare job failed', error);
  });
  await worker.waitUntilReady();
  return {
    run: async (items, each, with_) => {
      handle = with_;
      const jobs = Array.from({ length: Math.ceil(items.length / each) }, (_, nth) => ({
        name: 'deliver',
        data: { items: items.slice(nth * each, (nth + 1) * each) },
        opts: OPTIONS,
      }));
      left = jobs.length;
      const finished = new Promise<void>((resolve) => {
        finish = resolve;
      });
      for (let from = 0; from < jobs.length; from += ADD) await queue.addBulk(jobs.slice(from, from + ADD));
      await finished;
    },
    close: async () => {
      await worker.close();
      await queue.close();
      await close();
    },
  };
}

interface Work {
  readonly items: readonly string[];
}
type Handle = (job: { readonly data: Work }) => Promise<unknown>;

const NAME = 'bare';

function onPostgres(url: string) {
  const pool = openPool({ url: asQueueRole(url), name: 'test', connections: CONNECTIONS });
  const connection = pool as unknown as PgPool; // pg's types say in overloads what BullMQ's say in generics
  return {
    queueOf: () => new Queue(NAME, { connection }, createPostgresBackend),
    workerOf: (handle: Handle, concurrency: number) =>
      new Worker(NAME, handle, { connection, concurrency }, createPostgresBackend),
    close: () => pool.end(),
  };
}

function onRedis(url: string) {
  const commands = new Redis(url);
  const blocking = new Redis(url, { maxRetriesPerRequest: null });
  return {
    queueOf: () => new Queue(NAME, { connection: commands }),
    workerOf: (handle: Handle, concurrency: number) => new Worker(NAME, handle, { connection: blocking, concurrency }),
    close: () => {
      commands.disconnect();
      blocking.disconnect();
      return Promise.resolve();
    },
  };
}
