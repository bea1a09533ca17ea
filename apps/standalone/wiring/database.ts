import { join } from 'node:path';
import { asAppRole, migrateEventStore, startEmbeddedPostgres } from '#event-store/postgres';

/** A PostgreSQL with the log's schema in it, and how to leave it. */
export interface Database {
  /** Acts as the role that may only add to the log and read it. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** The PostgreSQL at `databaseUrl`, or the embedded one in the data directory. */
export const openDatabase = async (config: {
  readonly dataDir: string;
  readonly databaseUrl?: string | undefined;
  readonly databaseAdminUrl?: string | undefined;
}): Promise<Database> => {
  const { databaseUrl, databaseAdminUrl } = config;
  if (databaseUrl !== undefined) {
    await migrateEventStore(databaseAdminUrl ?? databaseUrl);
    return { url: asAppRole(databaseUrl), close: () => Promise.resolve() };
  }
  const embedded = await startEmbeddedPostgres({ dataDir: join(config.dataDir, 'postgres') });
  await migrateEventStore(embedded.adminUrl);
  return { url: embedded.appUrl, close: () => embedded.stop() };
};
