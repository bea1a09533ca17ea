import { createPostgresQueue, createRedisQueue, type ReminderQueue } from '#reminders';
import type { RemindersLogger } from './reminders-app.ts';

/** The queue in Redis where one is named, otherwise in the database; who signs in there may act as the queue's role. */
export const openQueue = (
  { redisUrl, databaseUrl }: { readonly redisUrl?: string | undefined; readonly databaseUrl: string },
  logger: RemindersLogger,
): ReminderQueue => {
  const onError = (error: Error): void => {
    logger.warn({ err: error }, 'the queue of reminders failed');
  };
  return redisUrl === undefined
    ? createPostgresQueue({ url: databaseUrl, onError })
    : createRedisQueue({ url: redisUrl, onError });
};
