import { startRedis, type TestRedis } from '#support';
import { createRedisQueue } from './bullmq/redis-queue.ts';
import { describeReminderQueueContract } from './contract/reminder-queue-contract.ts';
import { IMPATIENT } from './contract/queue-under-test.ts';

let server: TestRedis;
const errors: Error[] = [];

beforeAll(async () => {
  server = await startRedis();
});
afterAll(() => server.stop());

describeReminderQueueContract('the queue on Redis', () => ({
  kind: 'redis',
  url: server.url,
  open: () => createRedisQueue({ url: server.url, ...IMPATIENT, onError: (error) => errors.push(error) }),
  errors,
  forgetEverything: () => server.flushAll(),
  killServer: () => server.kill9(),
  restartServer: () => server.restart(),
}));
