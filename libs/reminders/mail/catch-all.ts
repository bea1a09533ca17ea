import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

export interface CatchAllOptions {
  /** Made when missing. */
  readonly directory: string;
  /** A loopback address: it takes mail from anybody who reaches it. */
  readonly host: '127.0.0.1' | '::1';
  /** 0 for a free one. */
  readonly port: number;
}

export interface CatchAll {
  /** For `createSmtpMailer`. */
  readonly url: string;
  readonly directory: string;
  stop(): Promise<void>;
}

const KEPT = 1000;
const MAX_BYTES = 1_000_000;

/**
 * A mail server for trying Khéo out: every mail becomes a file `<instant>-<to>.eml`, and none leaves the machine. The
 * newest thousand are kept.
 *
 * @throws when the port is taken
 */
export async function startCatchAll({ directory, host, port }: CatchAllOptions): Promise<CatchAll> {
  await mkdir(dirname(directory), { recursive: true });
  await mkdir(directory, { recursive: true, mode: 0o700 });
  let turn = Promise.resolve();
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: MAX_BYTES,
    rejectOversized: true,
    onData: (stream, session, done) => {
      const to = session.envelope.rcptTo[0]?.address ?? 'nobody';
      const kept = buffer(stream).then((raw) => {
        turn = turn.catch(() => undefined).then(() => keep(directory, to, raw));
        return turn;
      });
      kept.then(() => {
        done();
      }, done);
    },
  });
  server.on('error', () => undefined); // of a client that went away
  await new Promise<void>((listening, failed) => {
    server.server.once('error', failed);
    server.listen(port, host, listening);
  });
  const { port: taken } = server.server.address() as AddressInfo;
  const name = host === '::1' ? '[::1]' : host;
  return {
    url: `smtp://${name}:${taken}`,
    directory,
    stop: () =>
      new Promise((stopped) => {
        server.close(stopped);
      }),
  };
}

/** Seen by its final name only when it is whole. */
async function keep(directory: string, to: string, raw: Buffer): Promise<void> {
  const instant = new Date().toISOString().replaceAll(/[:.]/g, '-');
  const receiver = to.replaceAll(/[^\w.@+-]/g, '_').slice(0, 100);
  const existing = (await readdir(directory)).filter((file) => file.endsWith('.eml')).toSorted();
  const stem = `${instant}-${receiver}`;
  const twins = existing.filter((file) => file.startsWith(stem)).length;
  const file = join(directory, twins === 0 ? `${stem}.eml` : `${stem}-${twins}.eml`);
  await writeFile(`${file}.part`, raw);
  await rename(`${file}.part`, file);
  const tooMany = existing.slice(0, Math.max(0, existing.length + 1 - KEPT));
  for (const old of tooMany) await rm(join(directory, old), { force: true });
}
