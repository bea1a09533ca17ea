import { join } from 'node:path';
import { asAppRole, asQueueRole, startEmbeddedPostgres } from '#postgres';
import { assureDatabase } from '#service';

/** A PostgreSQL that is prepared for this program, and how to leave it. */
export interface Database {
  /** Acts as the role that may only add to the log and read it. */
  readonly url: string;
  /** Acts as the role that has the queue and nothing else. */
  readonly queueUrl: string;
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
    await assureDatabase({ databaseUrl, databaseAdminUrl });
    return { url: asAppRole(databaseUrl), queueUrl: asQueueRole(databaseUrl), close: () => Promise.resolve() };
  }
  const embedded = await startEmbeddedPostgres({ dataDir: join(config.dataDir, 'postgres') });
  await assureDatabase({ databaseUrl: embedded.appUrl, databaseAdminUrl: embedded.adminUrl });
  return { url: embedded.appUrl, queueUrl: asQueueRole(embedded.appUrl), close: () => embedded.stop() };
};
