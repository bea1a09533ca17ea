import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The user PostgreSQL runs as; empty means: as we do. */
export interface ServerUser {
  readonly uid?: number;
  readonly gid?: number;
}

/** PostgreSQL refuses to run as root: then it runs as the user `postgres`, made when missing. */
export async function serverUser(): Promise<ServerUser> {
  if (process.getuid?.() !== 0) return {};
  return (await find()) ?? (await create());
}

/** Whether the user gets to a path and may execute (or enter) it, or write to it. */
export async function mayUse(user: ServerUser, how: '-x' | '-w', path: string): Promise<boolean> {
  if (user.uid === undefined) return true;
  return run('test', [how, path], { ...user, cwd: '/' }).then(
    () => true,
    () => false,
  );
}

async function find(): Promise<ServerUser | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', 'postgres']), run('id', ['-g', 'postgres'])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}

async function create(): Promise<ServerUser> {
  await run('groupadd', ['--system', 'postgres']).catch(() => undefined); // the group may be there without the user
  await run('useradd', ['--system', '--no-create-home', '-g', 'postgres', 'postgres']);
  const user = await find();
  if (!user) throw new Error('PostgreSQL does not run as root, and no user "postgres" could be made for it');
  return user;
}
