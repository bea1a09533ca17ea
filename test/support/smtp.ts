import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

export interface SmtpScript {
  /** Sign-in is required, and works for these. */
  readonly auth?: { readonly user: string; readonly pass: string };
  /** Offers STARTTLS with a certificate made for this server; sign-in then needs it. */
  readonly starttls?: boolean;
  /** Takes no letters beyond ASCII in an address. */
  readonly asciiOnly?: boolean;
  /** What befalls mail to an address. */
  readonly answers?: Readonly<Record<string, SmtpAnswer>>;
  /** 0 or absent: a free one. */
  readonly port?: number;
  /** Told of each mail that was taken, before the sender is. */
  readonly onMail?: (mail: CaughtMail) => void;
}

interface SmtpAnswer {
  /** Refused after RCPT TO with this status. */
  readonly status?: number;
  /** Only the first so many times. */
  readonly times?: number;
  /** The mail is taken after DATA, and the connection cut before the sender is told. */
  readonly dropAfterData?: boolean;
  /** Milliseconds before the answer to DATA. */
  readonly delayMs?: number;
}

interface CaughtMail {
  readonly messageId: string;
  readonly to: readonly string[];
  readonly from: string;
  readonly subject: string;
  readonly raw: string;
  /** ISO instants: the conversation about it began, and it was taken. */
  readonly mailFromAt: string;
  readonly receivedAt: string;
  readonly encrypted: boolean;
}

/** A real mail server with a mailbox, on the loopback interface. */
export interface TestSmtp {
  /** With user and password when it wants them. */
  readonly url: string;
  readonly port: number;
  /** What to trust for STARTTLS. */
  readonly ca: string | undefined;
  readonly caught: readonly CaughtMail[];
  mails(): Promise<ParsedMail[]>;
  stop(): Promise<void>;
}

export async function startSmtp(script: SmtpScript = {}): Promise<TestSmtp> {
  const certificate = script.starttls === true ? await selfSigned() : undefined;
  const caught: CaughtMail[] = [];
  const server = new SMTPServer({
    ...certificate,
    disabledCommands: [...(certificate ? [] : ['STARTTLS']), ...(script.auth ? [] : ['AUTH'])],
    hideSMTPUTF8: script.asciiOnly === true,
    disableReverseLookup: true,
    ...conversation(script, caught, (sessionId) => {
      for (const connection of server.connections)
        if (connection.session.id === sessionId) connection._socket.destroy();
    }),
  });
  server.on('error', () => undefined); // of a client that went away
  await new Promise<void>((listening, failed) => {
    server.server.once('error', failed);
    server.listen(script.port ?? 0, '127.0.0.1', listening);
  });
  const { port } = server.server.address() as AddressInfo;
  const credentials = script.auth
    ? `${encodeURIComponent(script.auth.user)}:${encodeURIComponent(script.auth.pass)}@`
    : '';
  return {
    url: `smtp://${credentials}127.0.0.1:${port}`,
    port,
    ca: certificate?.cert,
    caught,
    mails: () => Promise.all(caught.map(({ raw }) => simpleParser(raw))),
    stop: () =>
      new Promise((stopped) => {
        server.close(stopped);
      }),
  };
}

function conversation(
  script: SmtpScript,
  caught: CaughtMail[],
  cut: (sessionId: string) => void,
): ConstructorParameters<typeof SMTPServer>[0] {
  const began = new WeakMap<SMTPServerSession, string>();
  const seen = new Map<string, number>();
  return {
    onAuth: ({ username, password }, _session, done) => {
      if (username === script.auth?.user && password === script.auth?.pass) done(null, { user: username });
      else done(Object.assign(new Error('5.7.8 wrong user or password'), { responseCode: 535 }));
    },
    onMailFrom: (_address, session, done) => {
      began.set(session, new Date().toISOString());
      done();
    },
    onRcptTo: ({ address }, _session, done) => {
      const { status, times = Infinity } = script.answers?.[address] ?? {};
      const nth = (seen.get(address) ?? 0) + 1;
      seen.set(address, nth);
      if (status === undefined || nth > times) done();
      else done(Object.assign(new Error('refused'), { responseCode: status }));
    },
    onData: (stream, session, done) => {
      const answer = answerOf(script, session);
      const nth = seen.get(session.envelope.rcptTo[0]?.address ?? '') ?? 0;
      const take = async (): Promise<void> => {
        const raw = await buffer(stream);
        const mail = await caughtMail(raw, session, began.get(session) ?? '');
        caught.push(mail);
        script.onMail?.(mail);
        await new Promise((wake) => setTimeout(wake, answer.delayMs ?? 0));
        if (answer.dropAfterData === true && nth <= (answer.times ?? Infinity)) cut(session.id);
        else done();
      };
      take().catch(done); // the sender went away in the midst of its mail
    },
  };
}

function answerOf({ answers }: SmtpScript, { envelope }: SMTPServerSession): SmtpAnswer {
  return answers?.[envelope.rcptTo[0]?.address ?? ''] ?? {};
}

async function caughtMail(raw: Buffer, session: SMTPServerSession, mailFromAt: string): Promise<CaughtMail> {
  const parsed = await simpleParser(raw);
  const { mailFrom, rcptTo } = session.envelope;
  return {
    messageId: parsed.messageId ?? '',
    to: rcptTo.map(({ address }) => address),
    from: mailFrom === false ? '' : mailFrom.address,
    subject: parsed.subject ?? '',
    raw: raw.toString(),
    mailFromAt,
    receivedAt: new Date().toISOString(),
    encrypted: session.secure,
  };
}

/** For 127.0.0.1, good for two days. */
async function selfSigned(): Promise<{ key: string; cert: string }> {
  const directory = await mkdtemp(join(tmpdir(), 'kheo-smtp-'));
  const [key, cert] = [join(directory, 'key.pem'), join(directory, 'cert.pem')];
  const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1', '-days', '2'];
  const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  try {
    await promisify(execFile)('openssl', ['req', ...kind, ...subject, '-keyout', key, '-out', cert]);
    return { key: await readFile(key, 'utf8'), cert: await readFile(cert, 'utf8') };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
