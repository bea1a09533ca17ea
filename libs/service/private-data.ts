import { chmod, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCodeOf } from '#postgres';

/** What a data directory holds beside the cluster, which PostgreSQL guards itself. */
const OURS = ['evidence', 'mail', 'sample.json'];
const CLUSTER = 'postgres';

const OTHERS = 0o077;
/** Under root PostgreSQL runs as another user, who must get through the data directory; nobody lists it. */
const othersThatStayOut = (): number => (process.getuid?.() === 0 ? 0o066 : OTHERS);

/** Nobody else reads what this program writes from now on. */
export const writePrivately = (): void => {
  process.umask(othersThatStayOut());
};

/**
 * Closes to others what a data directory keeps from before it was written privately. A directory that holds other things
 * too is not only ours and stays as it is, but for what in it is ours. Nothing happens to one that is still to be made.
 */
export async function keepPrivate(dataDir: string): Promise<void> {
  const names = (await readdir(dataDir).catch(passOver)) ?? [];
  for (const name of names.filter((each) => OURS.includes(each))) await close(join(dataDir, name)).catch(passOver);
  const onlyOurs = names.every((name) => OURS.includes(name) || name === CLUSTER);
  if (onlyOurs) await withhold(dataDir, othersThatStayOut()).catch(passOver);
}

/** From the inside out: what is closed was closed with all that is in it. */
async function close(path: string): Promise<void> {
  const found = await stat(path);
  if ((found.mode & OTHERS) === 0) return;
  if (found.isDirectory())
    for (const entry of await readdir(path, { withFileTypes: true }))
      if (entry.isDirectory() || entry.isFile()) await close(join(path, entry.name)).catch(passOver);
  await withhold(path, OTHERS);
}

async function withhold(path: string, bits: number): Promise<void> {
  const { mode } = await stat(path);
  if ((mode & bits) !== 0) await chmod(path, mode & 0o777 & ~bits);
}

/** It went away meanwhile, or belongs to another user, who is to close it. */
const passOver = (error: unknown): void => {
  if (!['ENOENT', 'EACCES', 'EPERM', 'EROFS'].includes(errorCodeOf(error) ?? '')) throw error;
};
