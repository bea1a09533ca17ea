import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { cp, lstat, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Belongs to root, so nobody else can put programs there; unlike the directory for temporary files it is not swept. */
const CACHE = '/var/cache/kheo';
const OTHERS_MAY_WRITE = 0o022;

/**
 * Root's PostgreSQL for everybody: copies the programs of an npm package once a version to where every user may run them.
 * Several starts may do it at once; a copy is there whole or not at all.
 *
 * @param packageDir holds `package.json` and `native`
 * @throws when the place belongs to anybody but root
 */
export async function reachableCopy(packageDir: string, cache = CACHE): Promise<string> {
  const { version } = JSON.parse(await readFile(join(packageDir, 'package.json'), 'utf8')) as { version: string };
  const target = join(cache, `postgres-${version}`);
  await mkdir(cache, { recursive: true, mode: 0o755 });
  await assertOwn(cache);
  if (!(await isThere(target))) await copyWhole(join(packageDir, 'native'), target);
  await assertOwn(target);
  return target;
}

async function copyWhole(from: string, target: string): Promise<void> {
  const unfinished = `${target}.${randomUUID()}`;
  try {
    await cp(from, unfinished, { recursive: true, verbatimSymlinks: true });
    await run('chmod', ['-R', 'u=rwX,go=rX', unfinished]);
    await run('chmod', ['755', dirname(target)]);
    await rename(unfinished, target);
  } catch (error) {
    if (!(await isThere(target))) throw error; // somebody else was faster
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

async function assertOwn(directory: string): Promise<void> {
  const found = await lstat(directory);
  if (!found.isDirectory() || found.uid !== process.getuid?.() || (found.mode & OTHERS_MAY_WRITE) !== 0)
    throw new Error(`${directory} is not a directory that only root may write to: remove it`);
}

const isThere = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  );
