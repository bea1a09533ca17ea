import { describeErrors, readConfiguration } from '#configuration';
import { migrateDatabase } from '#service';

/**
 * `kheo migrate`: brings every schema in the database to the version of this program, before the services start. Needs
 * a user that may make roles, as at `KHEO_DATABASE_ADMIN_URL`; may be run again at any time. Every process then starts
 * with a user that may make nothing. The log's schema is made also where an EventStoreDB keeps the log: the roles belong to
 * it.
 */
export const migrateAction = async (): Promise<void> => {
  const read = readConfiguration(process.env, { needs: ['databaseAdminUrl'] });
  if (read.kind === 'wrong') throw new Error(describeErrors(read.errors));
  await migrateDatabase(read.configuration.databaseAdminUrl ?? '');
  process.stdout.write('Cơ sở dữ liệu đã sẵn sàng. / The database is ready.\n');
};
