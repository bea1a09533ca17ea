import { access } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describeErrors, readConfiguration } from '#configuration';
import type { EventStore } from '#event-store';
import { openEventStore } from '#event-store/open';
import { createPostgresEventStore } from '#event-store/postgres';
import { asAppRole, findEmbeddedPostgres, startEmbeddedPostgres, withClient } from '#postgres';
import { keepPrivate, assureDatabase, migrateDatabase } from '#service';
import { ENDS, nameOf, type Address, type End } from '../log-copy/address.ts';
import { reasonOf } from '../log-copy/reason.ts';

/** A log by its address, and how to leave it as it was found. */
export interface OpenLog {
  readonly store: EventStore;
  readonly close: () => Promise<void>;
}

interface Opening {
  readonly end: End;
  /** Whether a log is made where there is none yet. */
  readonly mayBeNew: boolean;
}

/**
 * Opens a log where it is. The user of a PostgreSQL in which the log is still to be made must be allowed to do so, as at
 * `KHEO_DATABASE_ADMIN_URL`.
 *
 * @throws naming the end and the address without its secrets, in both languages
 */
export const openLog = async (address: Address, opening: Opening): Promise<OpenLog> => {
  try {
    if (address.kind === 'eventstoredb') return await openEventStoreDb(address.url);
    return await (address.kind === 'embedded' ? openEmbedded(address.dataDir, opening) : openUrl(address.url, opening));
  } catch (error) {
    const { vi, en } = ENDS[opening.end];
    const why = reasonOf(error);
    throw new Error(
      `Không mở được nhật ký ${vi} ${nameOf(address)}: ${why}\n` +
        `The log of the ${en} ${nameOf(address)} cannot be opened: ${why}`,
      { cause: error },
    );
  }
};

const openUrl = async (url: string, opening: Opening): Promise<OpenLog> => {
  await ensureLog(url, opening);
  const store = await createPostgresEventStore({ url: asAppRole(url) });
  return { store, close: () => store.close() };
};

/** The ids of its events are in the PostgreSQL beside it: that of the installation it belongs to. */
const openEventStoreDb = async (eventStoreUrl: string): Promise<OpenLog> => {
  const read = readConfiguration(process.env, { needs: ['databaseUrl'] });
  if (read.kind === 'wrong') throw new Error(describeErrors(read.errors));
  const databaseUrl = asAppRole(read.configuration.databaseUrl ?? '');
  await assureDatabase({ ...read.configuration, databaseUrl });
  const store = await openEventStore({ log: 'eventstoredb', eventStoreUrl, databaseUrl });
  return { store, close: () => store.close() };
};

/** The PostgreSQL of a data directory: the one that runs there, or one started for the moment. */
const openEmbedded = async (directory: string, opening: Opening): Promise<OpenLog> => {
  await keepPrivate(resolve(directory));
  const dataDir = join(resolve(directory), 'postgres');
  const running = await findEmbeddedPostgres(dataDir);
  if (running !== undefined) return openBoth(running, opening);
  if (!opening.mayBeNew) await access(dataDir);
  const started = await startEmbeddedPostgres({ dataDir });
  try {
    const log = await openBoth(started, opening);
    return { store: log.store, close: () => log.close().finally(() => started.stop()) };
  } catch (error) {
    await started.stop();
    throw error;
  }
};

const openBoth = async (urls: { readonly adminUrl: string; readonly appUrl: string }, opening: Opening) => {
  await ensureLog(urls.adminUrl, opening);
  return openUrl(urls.appUrl, { ...opening, mayBeNew: false });
};

const ensureLog = async (url: string, { mayBeNew }: Opening): Promise<void> => {
  if (await hasLog(url)) return;
  if (!mayBeNew) throw new Error('ở đó không có nhật ký nào / there is no log');
  await migrateDatabase(url);
};

/** Asks as the user of the URL: the role of the application may be missing as well. */
const hasLog = (url: string): Promise<boolean> =>
  withClient(url, async (client) => {
    const { rowCount } = await client.query(`SELECT FROM pg_namespace WHERE nspname = 'kheo_log'`);
    return rowCount === 1;
  });
