import { settings, type Configuration } from '#configuration';
import { createPostgresQueue, createRedisQueue, createSmtpMailer, type Mailer, type ReminderQueue } from '#reminders';
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

/** Undefined when no mail server is named. */
export const openMailer = ({
  smtpUrl,
  mailFrom,
  smtpTls,
}: Partial<Pick<Configuration, 'smtpUrl' | 'mailFrom' | 'smtpTls'>>): Mailer | undefined =>
  smtpUrl === undefined
    ? undefined
    : createSmtpMailer({
        url: smtpUrl,
        from: mailFrom ?? settings.mailFrom.default,
        tls: smtpTls ?? settings.smtpTls.default,
      });
