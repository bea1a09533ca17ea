import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestDatabase } from '#support';
import { logSettings } from '../support/log.ts';
import { freePort } from './free-port.ts';
import { pause } from './seed.ts';

/** Khéo in a process of its own, to be killed. */
export interface ApiProcess {
  readonly url: string;
  /** Milliseconds until `/health/ready` answers 200; throws after a minute. */
  untilReady(): Promise<number>;
  kill9(): Promise<void>;
  /** Kills its importer. @throws when there is none */
  killImporter9(): Promise<void>;
  /** Starts it again on the same port. */
  restart(): void;
}

const program = fileURLToPath(new URL('../../apps/standalone/main.ts', import.meta.url));
const loader = fileURLToPath(new URL('./processes/with-decorators.mjs', import.meta.url));

/** `broken` names a build of `broken/broken-builds.mjs`. */
export async function startApiProcess(database: TestDatabase, folder: string, broken?: string): Promise<ApiProcess> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    KHEO_PORT: String(port),
    ...logSettings(database.url),
    KHEO_DATABASE_URL: database.url,
    KHEO_DATABASE_ADMIN_URL: database.adminUrl,
    KHEO_DATA_DIR: join(folder, `data-${port}`),
    KHEO_LOG_LEVEL: process.env.KHEO_LOG_LEVEL ?? 'fatal',
    KHEO_RATE_LIMIT_PER_MINUTE: '1000000',
    ...(broken === undefined ? {} : { KHEO_BROKEN_BUILD: broken }),
  };
  const args = ['--conditions=source', '--no-warnings', '--import', loader, program];
  const start = () => spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
  let child = start();

  return {
    url,
    untilReady: async () => {
      const from = Date.now();
      while (!(await isReady(url))) {
        if (child.exitCode !== null) throw new Error(`the api ended by itself with code ${child.exitCode}`);
        if (Date.now() - from > 60_000) throw new Error('the api is not ready after a minute');
        await pause(50);
      }
      return Date.now() - from;
    },
    kill9: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
    killImporter9: async () => {
      for (const pid of await childrenOf(child.pid)) {
        if (!(await readFile(`/proc/${pid}/cmdline`, 'utf8')).includes('importer-main')) continue;
        process.kill(Number(pid), 'SIGKILL');
        return;
      }
      throw new Error('there is no importer');
    },
    restart: () => {
      child = start();
    },
  };
}

/** Source: proc(5). */
const childrenOf = async (pid = 0): Promise<readonly string[]> =>
  (await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')).split(' ').filter(Boolean);

async function isReady(url: string): Promise<boolean> {
  try {
    const { status } = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(2000) });
    return status === 200;
  } catch {
    return false;
  }
}
