import { createPostgresBackend, type PgPool } from 'bullmq';
import { Pool } from 'pg';
import { asQueueRole } from '../queue-role.ts';
import type { ReminderQueue } from '../reminder-queue.port.ts';
import { bullmqQueue, type BullmqOptions } from './bullmq-queue.ts';

/** Two of them listen; the others are taken for the length of a statement. */
const MAX_CONNECTIONS = 8;

/** The queue in the schema that `migrateQueue` made. The URL may name any login that may act as the queue's role. */
export function createPostgresQueue({ url, ...options }: BullmqOptions & { readonly url: string }): ReminderQueue {
  const onError = options.onError ?? (() => undefined);
  const pool = new Pool({
    connectionString: asQueueRole(url),
    max: MAX_CONNECTIONS,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  });
  pool.on('error', onError);
  pool.on('connect', (client) => client.on('error', onError)); // also while it is lent to BullMQ
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
