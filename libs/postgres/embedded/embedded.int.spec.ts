import { chmod, mkdtemp, readdir, readFile, readlink, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newEvent, newStream } from '#event-store/contract';
import { findEmbeddedPostgres } from './urls.ts';
import { startEmbeddedPostgres } from './embedded.ts';
import { createPostgresEventStore } from '#event-store/postgres';
import { migrateDatabase } from '#service';
import { until } from '#support/until';

const MINUTE = 60_000;

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Processes that work in a folder: those of a server outlive its first one for a moment. */
async function workingIn(folder: string): Promise<readonly string[]> {
  const all = (await readdir('/proc')).filter((name) => /^\d+$/u.test(name));
  const folders = await Promise.all(all.map((pid) => readlink(`/proc/${pid}/cwd`).catch(() => '')));
  return all.filter((_, index) => folders[index] === folder);
}

let dataDir: string;
beforeEach(async () => {
  dataDir = join(await mkdtemp(join(tmpdir(), 'kheo-embedded-')), 'data');
  await chmod(join(dataDir, '..'), 0o755);
});
afterEach(() => rm(join(dataDir, '..'), { recursive: true, force: true }));

describe('the embedded PostgreSQL', () => {
  it(
    'keeps data and password over a restart, and tells nobody else the password',
    async () => {
      const first = await startEmbeddedPostgres({ dataDir });
      await migrateDatabase(first.adminUrl);
      const store = await createPostgresEventStore({ url: first.appUrl });
      await store.append(newStream(), 'no-stream', [newEvent()]);
      await store.close();
      await first.stop();
      expect((await stat(join(dataDir, 'password'))).mode & 0o777).toBe(0o600);

      const second = await startEmbeddedPostgres({ dataDir });
      await migrateDatabase(second.adminUrl);
      const again = await createPostgresEventStore({ url: second.appUrl });
      expect(await again.head()).toBe(1);
      await again.close();
      await second.stop();
    },
    MINUTE,
  );

  it(
    'starts after PostgreSQL was killed, also when another program got its process id',
    async () => {
      const waitingForOurEnd = process.listenerCount('exit');
      const first = await startEmbeddedPostgres({ dataDir });
      process.kill(first.pid, 'SIGKILL');
      await until(async () => !isAlive(first.pid) && (await workingIn(join(dataDir, 'cluster'))).length === 0);
      await until(() => process.listenerCount('exit') === waitingForOurEnd);
      const pidFile = join(dataDir, 'cluster', 'postmaster.pid');
      const text = await readFile(pidFile, 'utf8');
      await writeFile(pidFile, text.replace(/^\d+/, String(process.pid)));

      const second = await startEmbeddedPostgres({ dataDir });
      await migrateDatabase(second.adminUrl);
      await second.stop();
    },
    MINUTE,
  );

  it(
    'ends the server of a program that was killed, and takes over its data',
    async () => {
      const orphan = await startEmbeddedPostgres({ dataDir });
      await writeFile(join(dataDir, 'owner.pid'), '4194304');
      const mine = await startEmbeddedPostgres({ dataDir });
      expect(mine.pid).not.toBe(orphan.pid);
      await migrateDatabase(mine.adminUrl);
      await mine.stop();
    },
    MINUTE,
  );

  it(
    'refuses a data directory that a live program uses',
    async () => {
      const used = await startEmbeddedPostgres({ dataDir });
      await writeFile(join(dataDir, 'owner.pid'), String(process.ppid));
      await expect(startEmbeddedPostgres({ dataDir })).rejects.toThrow(`in use by process ${process.ppid}`);
      await used.stop();
    },
    MINUTE,
  );

  it(
    'is found by a program beside it while it runs, and only then',
    async () => {
      expect(await findEmbeddedPostgres(dataDir)).toBeUndefined();
      const running = await startEmbeddedPostgres({ dataDir });
      await migrateDatabase(running.adminUrl);
      const found = await findEmbeddedPostgres(dataDir);
      expect(found).toEqual({ adminUrl: running.adminUrl, appUrl: running.appUrl });
      const store = await createPostgresEventStore({ url: found?.appUrl ?? '' });
      await store.append(newStream(), 'no-stream', [newEvent()]);
      await store.close();

      process.kill(running.pid, 'SIGKILL');
      await until(() => !isAlive(running.pid));
      expect(await findEmbeddedPostgres(dataDir)).toBeUndefined();
      await running.stop();
    },
    MINUTE,
  );

  it(
    'says what PostgreSQL said when it cannot start',
    async () => {
      const used = await startEmbeddedPostgres({ dataDir });
      const other = join(dataDir, '..', 'other');
      await expect(startEmbeddedPostgres({ dataDir: other, port: used.port })).rejects.toThrow(
        /Address already in use/,
      );
      await used.stop();
    },
    MINUTE,
  );
});
