import { createPostgresQueue } from '../bullmq/postgres-queue.ts';
import { createRedisQueue } from '../bullmq/redis-queue.ts';
import { IMPATIENT } from './queue-under-test.ts';

/** Takes jobs, says so, and never ends one: it is there to be killed. Arguments: the kind of the queue, its URL. */
const [kind, url = ''] = process.argv.slice(2);
const queue = (kind === 'redis' ? createRedisQueue : createPostgresQueue)({ url, ...IMPATIENT });
await queue.work(
  {
    deliver: (messageIds) => {
      process.stdout.write(`took ${messageIds.join(' ')}\n`);
      return new Promise(() => undefined);
    },
    sweep: () => Promise.resolve(),
  },
  { concurrency: 1 },
);
