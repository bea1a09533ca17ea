import { spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

export const PASSWORD = 'mat-khau-thu-nghiem-27';

const PROGRAM = resolve(import.meta.dirname, '../../../dist/apps/standalone/main.js');

/** Starts the standalone edition with its sample, as `npm run quickstart` does, and stops it at the end. */
export default async function startSample(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'kheo-browser-'));
  await chmod(folder, 0o755); // Under root PostgreSQL runs as another user, who has to come in.
  const program = spawn(process.execPath, [PROGRAM, '--sample'], {
    env: {
      ...process.env,
      KHEO_PORT: '0',
      KHEO_DATA_DIR: join(folder, 'data'),
      KHEO_DEMO_PASSWORD: PASSWORD,
      // All tests come from one address and are few people.
      KHEO_RATE_LIMIT_PER_MINUTE: '100000',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((done) => program.once('exit', () => done()));
  const stop = async (): Promise<void> => {
    program.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  const lines = createInterface({ input: program.stdout });
  const url = await new Promise<string>((told, failed) => {
    lines.on('line', (line) => {
      const found = /http:\/\/127\.0\.0\.1:\d+/u.exec(line);
      if (found) told(found[0]);
    });
    void ended.then(() => failed(new Error('The sample did not start.')));
  });
  process.env.KHEO_URL = url;
  return stop;
}
