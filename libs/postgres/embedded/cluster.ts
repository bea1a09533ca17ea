import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { access, chmod, chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Binaries } from './binaries.ts';
import { mayUse, type ServerUser } from './user.ts';

const run = promisify(execFile);

/** What stands where in the data directory. */
export const layout = (dataDir: string) => ({
  cluster: join(dataDir, 'cluster'),
  unfinished: join(dataDir, 'cluster.new'),
  password: join(dataDir, 'password'),
  log: join(dataDir, 'server.log'),
  owner: join(dataDir, 'owner.pid'),
});

/** Makes the data directory and the cluster in it when they are missing. Answers the superuser's password. */
export async function prepareCluster(dataDir: string, binaries: Binaries, user: ServerUser): Promise<string> {
  const paths = layout(dataDir);
  await makeDirectory(dataDir, user);
  await giveTo(user, dataDir);
  await chmod(dataDir, 0o700);
  await assertReachable(dataDir, user);
  const password = await readPassword(paths.password, user);
  if (!(await exists(join(paths.cluster, 'PG_VERSION')))) await createCluster(paths, binaries, user);
  return password;
}

async function readPassword(file: string, user: ServerUser): Promise<string> {
  if (!(await exists(file))) {
    await writeFile(file, randomBytes(24).toString('hex'), { mode: 0o600 });
    await giveTo(user, file);
  }
  return (await readFile(file, 'utf8')).trim();
}

/** An interrupted start leaves only `cluster.new` behind, and the next one begins again. */
async function createCluster(paths: ReturnType<typeof layout>, binaries: Binaries, user: ServerUser): Promise<void> {
  await rm(paths.unfinished, { recursive: true, force: true });
  const options = ['--username=postgres', `--pwfile=${paths.password}`, '--auth=scram-sha-256', '--encoding=UTF8'];
  const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  await run(binaries.initdb, ['-D', paths.unfinished, ...options, ...locale], { ...user, cwd: '/' });
  await rename(paths.unfinished, paths.cluster);
}

/** Root may read everything, the user of PostgreSQL may not: say so before PostgreSQL says it badly. */
async function assertReachable(dataDir: string, user: ServerUser): Promise<void> {
  if (await mayUse(user, '-w', dataDir)) return;
  throw new Error(
    `KHEO_DATA_DIR: PostgreSQL chạy bằng người dùng uid ${user.uid}, không vào được ${dataDir}; ` +
      'hãy chọn thư mục ngoài thư mục riêng của root, ví dụ /var/lib/kheo\n' +
      `KHEO_DATA_DIR: PostgreSQL runs as the user with uid ${user.uid}, who cannot reach ${dataDir}; ` +
      "choose a directory outside root's home, for example /var/lib/kheo",
  );
}

/** Directories made on the way are entered by the user of PostgreSQL too, whatever the umask; the others stay as they are. */
async function makeDirectory(dataDir: string, user: ServerUser): Promise<void> {
  const first = await mkdir(dataDir, { recursive: true, mode: 0o700 });
  if (first === undefined || user.uid === undefined) return;
  for (let made = dirname(dataDir); made.length >= first.length; made = dirname(made)) await chmod(made, 0o711);
}

async function giveTo(user: ServerUser, path: string): Promise<void> {
  if (user.uid !== undefined && user.gid !== undefined) await chown(path, user.uid, user.gid);
}

export const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
