import { createPostgresBackend, type PgPool } from 'bullmq';
import { asQueueRole, openPool } from '#postgres';
import type { ReminderQueue } from '../reminder-queue.port.ts';
import { bullmqQueue, type BullmqOptions } from './bullmq-queue.ts';

/** Two of them listen; the others are taken for the length of a statement. */
const MAX_CONNECTIONS = 8;

/** The queue in the schema that `migrateQueue` made. The URL may name any login that may act as the queue's role. */
export function createPostgresQueue({ url, ...options }: BullmqOptions & { readonly url: string }): ReminderQueue {
  const onError = options.onError ?? (() => undefined);
  const pool = openPool({ url: asQueueRole(url), name: 'kheo queue', connections: MAX_CONNECTIONS, onLost: onError });
  const connection = pool as unknown as PgPool; // pg's types say in overloads what BullMQ's say in generics
  return bullmqQueue(
    {
      factory: createPostgresBackend,
      connection,
      workerConnection: connection,
      ping: async () => {
        await pool.query('SELECT');
      },
      close: () => pool.end(),
    },
    options,
  );
}
