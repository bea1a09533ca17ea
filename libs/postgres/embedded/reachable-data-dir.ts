import { dirname, resolve } from 'node:path';
import { exists } from './cluster.ts';
import { mayUse, serverUser, type ServerUser } from './user.ts';

/** Where data belongs on a machine whose root keeps the program in a home of its own. */
export const FALLBACK_DATA_DIR = '/var/lib/kheo';

/**
 * The wanted directory or, when the user that PostgreSQL runs as under root cannot get there (root's home is closed to
 * it), {@link FALLBACK_DATA_DIR}. Makes no directory and changes no permission.
 */
export async function reachableDataDir(wanted: string): Promise<string> {
  const directory = resolve(wanted);
  return (await canReach(await serverUser(), directory)) ? directory : FALLBACK_DATA_DIR;
}

/** A directory that is still to be made is as reachable as the one it will be made in. */
async function canReach(user: ServerUser, directory: string): Promise<boolean> {
  if (directory !== dirname(directory) && !(await exists(directory))) return canReach(user, dirname(directory));
  return mayUse(user, '-x', directory);
}
