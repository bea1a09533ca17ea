import { createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { layout } from './cluster.ts';
import { runningServer } from './leftovers.ts';
import { asAppRole } from '../roles.ts';

/** How to reach an embedded PostgreSQL from this machine. Both hold a password. */
export interface EmbeddedUrls {
  /** Superuser: for migrations. */
  readonly adminUrl: string;
  /** Acts as `kheo_app`: on the log it may only insert and select. */
  readonly appUrl: string;
}

export const DATABASE = 'kheo';
export const LOGIN = 'kheo';

/** The application's password follows from the superuser's, so that only one secret has to be kept. */
export const loginPasswordOf = (password: string): string => createHmac('sha256', password).update(LOGIN).digest('hex');

export const urlOf = (name: string, secret: string, port: number, database: string): string =>
  `postgres://${name}:${secret}@127.0.0.1:${port}/${database}`;

export const urlsOf = (password: string, port: number): EmbeddedUrls => ({
  adminUrl: urlOf('postgres', password, port, DATABASE),
  appUrl: asAppRole(urlOf(LOGIN, loginPasswordOf(password), port, DATABASE)),
});

/**
 * The URLs of the embedded PostgreSQL that runs on a data directory, for a program beside the one that started it;
 * `undefined` when none runs. Starts, stops and changes nothing.
 *
 * @throws when the data directory is there but this user may not read it
 */
export async function findEmbeddedPostgres(dataDir: string): Promise<EmbeddedUrls | undefined> {
  const directory = resolve(dataDir);
  const server = await runningServer(directory);
  if (!server) return undefined;
  const password = (await readFile(layout(directory).password, 'utf8')).trim();
  return urlsOf(password, server.port);
}
