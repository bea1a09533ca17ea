import { execFile } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Binaries } from './binaries.ts';
import { layout } from './cluster.ts';
import type { ServerUser } from './user.ts';

const run = promisify(execFile);

/**
 * Makes the data directory ours: refuses while another program uses it, ends a PostgreSQL whose program was killed, and
 * removes the `postmaster.pid` of one that was killed itself.
 */
export async function takeOver(dataDir: string, binaries: Binaries, user: ServerUser): Promise<void> {
  const { cluster, owner } = layout(dataDir);
  const postmaster = await readPid(join(cluster, 'postmaster.pid'));
  if (postmaster !== undefined) {
    if (await isPostgres(postmaster)) {
      const holder = await readPid(owner);
      if (holder !== undefined && holder !== process.pid && isAlive(holder))
        throw new Error(`${dataDir} is in use by process ${holder}`);
      await stopServer(dataDir, binaries, user);
    } else await rm(join(cluster, 'postmaster.pid'), { force: true });
  }
  await writeFile(owner, String(process.pid));
}

/** Ends the server of this data directory cleanly, cutting open sessions; does nothing when none runs. */
export async function stopServer(dataDir: string, binaries: Binaries, user: ServerUser): Promise<void> {
  const { cluster } = layout(dataDir);
  const postmaster = await readPid(join(cluster, 'postmaster.pid'));
  if (postmaster === undefined || !(await isPostgres(postmaster))) return;
  await run(binaries.pg_ctl, ['stop', '-D', cluster, '-m', 'fast', '-w', '-t', '60'], { ...user, cwd: '/' });
}

/** Lines of `postmaster.pid`, counted from 0. */
const PORT_LINE = 3;
const STATUS_LINE = 7;

/**
 * The server that takes connections on this data directory now; `undefined` when none does.
 *
 * @throws when `postmaster.pid` is there but cannot be read
 */
export async function runningServer(
  dataDir: string,
): Promise<{ readonly pid: number; readonly port: number } | undefined> {
  const lines = (await readUnlessMissing(join(layout(dataDir).cluster, 'postmaster.pid'))).split('\n');
  const pid = Number.parseInt(lines[0] ?? '', 10);
  const port = Number.parseInt(lines[PORT_LINE] ?? '', 10);
  const ready = lines[STATUS_LINE]?.trim() === 'ready';
  return ready && pid > 0 && port > 0 && (await isPostgres(pid)) ? { pid, port } : undefined;
}

async function readUnlessMissing(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}

async function readPid(file: string): Promise<number | undefined> {
  const text = await readFile(file, 'utf8').catch(() => '');
  const pid = Number.parseInt(text, 10);
  return pid > 0 ? pid : undefined;
}

/** The number of a dead server may belong to any other program by now. */
async function isPostgres(pid: number): Promise<boolean> {
  if (!isAlive(pid)) return false;
  const { stdout } = await run('ps', ['-p', String(pid), '-o', 'comm=']).catch(() => ({ stdout: 'postgres' }));
  return stdout.includes('postgres');
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
