import { settings, type Configuration } from '#configuration';
import { createSmtpMailer, type Mailer } from '#reminders';

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
