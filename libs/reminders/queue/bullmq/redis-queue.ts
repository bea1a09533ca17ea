import { createRedisBackend, type ConnectionOptions, type RedisQueueBackend } from 'bullmq';
import { Redis } from 'ioredis';
import type { ReminderQueue } from '../reminder-queue.port.ts';
import { bullmqQueue, type BullmqOptions } from './bullmq-queue.ts';

/** The queue in a Redis 6.2 or newer (`redis://`, `rediss://`). Set its `maxmemory-policy` to `noeviction`. */
export function createRedisQueue({ url, ...options }: BullmqOptions & { readonly url: string }): ReminderQueue {
  const connect = (maxRetriesPerRequest: number | null): Redis => {
    const client = new Redis(url, { lazyConnect: true, connectTimeout: 10_000, maxRetriesPerRequest });
    client.on('error', options.onError ?? (() => undefined));
    return client;
  };
  const commands = connect(1);
  const blocking = connect(null);
  return bullmqQueue<RedisQueueBackend, ConnectionOptions>(
    {
      factory: createRedisBackend,
      connection: commands,
      workerConnection: blocking,
      ping: async () => {
        await commands.ping();
      },
      close: () => {
        commands.disconnect();
        blocking.disconnect();
        return Promise.resolve();
      },
    },
    options,
  );
}
