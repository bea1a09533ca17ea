import { createTransport, type NodemailerError, type SMTPPoolOptions } from 'nodemailer';
import type { Handover, Mail, Mailer } from './mailer.port.ts';

export interface SmtpOptions {
  /** `smtp://user:password@host:port`, or `smtps://…` for TLS from the start. */
  readonly url: string;
  /** The sender: an address, or `Name <address>`. */
  readonly from: string;
  /** `required` hands nothing over, not even the sign-in, before STARTTLS. `smtps://` is encrypted whatever it says. */
  readonly tls: 'required' | 'opportunistic' | 'none';
  /** Certificates to trust besides the well-known ones, PEM. */
  readonly ca?: string | undefined;
}

/** Hands mails over to one mail server, over a few connections kept open. */
export function createSmtpMailer(options: SmtpOptions): Mailer {
  let offered = '';
  const transport = createTransport({ ...poolOptions(options), ...listening((extensions) => (offered = extensions)) });
  const domain = /@([^@>\s]+)>?\s*$/.exec(options.from)?.[1] ?? 'localhost';

  return {
    send: async (mail) => {
      try {
        if (needsUtf8(mail.to)) {
          await transport.verify();
          if (!UTF8.test(offered)) return { kind: 'address', cause: 'SMTPUTF8' };
        }
        await transport.sendMail(composed(mail, options.from, domain));
        return { kind: 'accepted' };
      } catch (error) {
        return classify(error as NodemailerError);
      }
    },
    close: () => {
      transport.close();
      return Promise.resolve();
    },
  };
}

/** For each step of the conversation. */
const STEP_TIMEOUT_MS = 20_000;

const UTF8 = /^250[ -]SMTPUTF8\b/imu;

/** RFC 6531: letters beyond ASCII before the `@` go only to a server that offers them. The library sends them anyway. */
const needsUtf8 = (address: string): boolean => /[^\0-\x7f]/u.test(address.slice(0, address.lastIndexOf('@')));

/** The library tells what a server offers nowhere but in its log of the conversation. */
const listening = (hear: (extensions: string) => void) => {
  const heed = ({ tnx }: { readonly tnx?: string }, said?: unknown): void => {
    if (tnx === 'server' && typeof said === 'string' && /^250-/u.test(said)) hear(said);
  };
  const ignore = (): void => undefined;
  const logger = {
    level: ignore,
    trace: ignore,
    debug: heed,
    info: ignore,
    warn: ignore,
    error: ignore,
    fatal: ignore,
  };
  return { logger, transactionLog: true };
};

function poolOptions({ url, tls, ca }: SmtpOptions): SMTPPoolOptions & { readonly pool: true } {
  const { protocol, hostname, port, username, password } = new URL(url);
  const auth = { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
  return {
    pool: true,
    host: hostname.replace(/^\[|\]$/g, ''),
    secure: protocol === 'smtps:',
    ...(port === '' ? {} : { port: Number(port) }),
    ...(auth.user === '' ? {} : { auth }),
    requireTLS: tls === 'required',
    ignoreTLS: tls === 'none',
    opportunisticTLS: tls === 'opportunistic',
    tls: { ...(ca === undefined ? {} : { ca }), rejectUnauthorized: tls !== 'opportunistic' },
    maxConnections: 3,
    maxRequeues: 0, // whether it is tried again is decided by who counts the attempts
    connectionTimeout: STEP_TIMEOUT_MS,
    greetingTimeout: STEP_TIMEOUT_MS,
    dnsTimeout: STEP_TIMEOUT_MS,
    socketTimeout: STEP_TIMEOUT_MS,
  };
}

/** The Message-ID follows from the message: tried again, it is the same mail to every store it may have reached. */
const composed = (mail: Mail, from: string, domain: string) => ({
  from,
  to: { name: '', address: mail.to },
  subject: mail.subject,
  text: mail.text,
  html: mail.html,
  date: new Date(mail.date),
  messageId: `<${mail.messageId}@${domain}>`,
  headers: {
    'Auto-Submitted': 'auto-generated',
    'Content-Language': mail.language,
    'X-Kheo-Message': mail.messageId,
  },
  disableFileAccess: true,
  disableUrlAccess: true,
});

/** The cause is made of codes alone: what servers say may hold addresses. */
function classify(error: Pick<NodemailerError, 'code' | 'command' | 'responseCode' | 'response'>): Handover {
  const status = error.responseCode ?? 0;
  const enhanced = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(error.response ?? '')?.[1];
  const cause = [error.code, error.command?.split(' ')[0], status === 0 ? undefined : status, enhanced]
    .filter((part) => part !== undefined)
    .join(' ');
  return { kind: kindOf(error, status, enhanced ?? ''), cause };
}

/** RFC 5321 4.2.1: 4yz may go away by itself, 5yz may not. RFC 3463 3.2: X.1.z is about an address. */
function kindOf(
  { code, command }: Pick<NodemailerError, 'code' | 'command'>,
  status: number,
  enhanced: string,
): Exclude<Handover['kind'], 'accepted'> {
  if (status >= 400 && status < 500) return 'transient';
  if (code === 'EENVELOPE' && (command === 'RCPT TO' || command === 'API')) return aboutAddress(status, enhanced);
  if (code === 'EAUTH' || code === 'ENOAUTH' || code === 'ETLS') return 'not-admitted';
  if (status >= 500 || code === 'EMESSAGE') return 'refused';
  return 'transient';
}

function aboutAddress(status: number, enhanced: string): 'address' | 'refused' {
  if (enhanced !== '') return /^5\.[12]\./.test(enhanced) ? 'address' : 'refused';
  return status === 0 || [550, 551, 553].includes(status) ? 'address' : 'refused';
}
