import { spawn, type ChildProcess } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

export const PASSWORD = 'mat-khau-thu-nghiem-27';

const PROGRAM = resolve(import.meta.dirname, '../../../dist/apps/standalone/main.js');

type Settings = Readonly<Record<`KHEO_${string}`, string>>;

/** A running standalone edition with its sample, in a folder of its own. */
export interface Sample {
  readonly url: string;
  /** The file whose first line is the process id of its PostgreSQL. */
  readonly postmaster: string;
  /** Ends the program at once, as when the power goes; what it had written stays. */
  kill(): Promise<void>;
  /** Starts it again after that, at the same address and with the same data; with other settings where they are told. */
  startAgain(settings?: Settings): Promise<void>;
  /** Ends it, and removes what it had. */
  stop(): Promise<void>;
}

interface Running {
  readonly url: string;
  readonly program: ChildProcess;
}

const run = async (folder: string, port: string, settings: Settings = {}): Promise<Running> => {
  const program = spawn(process.execPath, [PROGRAM, '--sample'], {
    env: {
      ...process.env,
      KHEO_PORT: port,
      KHEO_DATA_DIR: join(folder, 'data'),
      KHEO_DEMO_PASSWORD: PASSWORD,
      // All tests come from one address and are few people.
      KHEO_RATE_LIMIT_PER_MINUTE: '100000',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: program.stdout });
  const url = await new Promise<string>((told, failed) => {
    lines.on('line', (line) => {
      const found = /http:\/\/127\.0\.0\.1:\d+/u.exec(line);
      if (found) told(found[0]);
    });
    program.once('exit', () => failed(new Error('The sample did not start.')));
  });
  return { url, program };
};

const end = async (program: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
  if (program.exitCode !== null || program.signalCode !== null) return;
  const ended = new Promise<void>((done) => program.once('exit', () => done()));
  program.kill(signal);
  await ended;
};

/** Starts the standalone edition with its sample, as `npm run quickstart` does. */
export const createSample = async (): Promise<Sample> => {
  const folder = await mkdtemp(join(tmpdir(), 'kheo-browser-'));
  await chmod(folder, 0o755); // Under root PostgreSQL runs as another user, who has to come in.
  let { url, program } = await run(folder, '0');
  return {
    url,
    postmaster: join(folder, 'data/postgres/cluster/postmaster.pid'),
    kill: () => end(program, 'SIGKILL'),
    async startAgain(settings) {
      ({ url, program } = await run(folder, new URL(url).port, settings));
    },
    async stop() {
      await end(program, 'SIGTERM');
      await rm(folder, { recursive: true, force: true });
    },
  };
};

/** The sample that all tests share; `KHEO_URL` tells them where. */
export default async function startSample(): Promise<() => Promise<void>> {
  const sample = await createSample();
  process.env.KHEO_URL = sample.url;
  return sample.stop;
}
