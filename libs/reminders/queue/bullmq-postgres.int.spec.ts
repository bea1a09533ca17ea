import { Client } from 'pg';
import { startPostgres, type TestPostgres } from '#support';
import { createPostgresQueue } from './bullmq/postgres-queue.ts';
import { describeReminderQueueContract } from './contract/reminder-queue-contract.ts';
import { IMPATIENT } from './contract/queue-under-test.ts';

let server: TestPostgres;
const errors: Error[] = [];

beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

describeReminderQueueContract('the queue on PostgreSQL', () => ({
  kind: 'postgres',
  url: server.url,
  open: () => createPostgresQueue({ url: server.url, ...IMPATIENT, onError: (error) => errors.push(error) }),
  errors,
  forgetEverything: () => truncate(server.adminUrl),
  killServer: () => server.kill9(),
  restartServer: () => server.restart(),
}));

/** Every table of the queue but the one that says which version it has. */
async function truncate(adminUrl: string): Promise<void> {
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(`DO $$ BEGIN EXECUTE (
    SELECT 'TRUNCATE ' || string_agg(format('%I.%I', schemaname, tablename), ', ') || ' CASCADE'
    FROM pg_tables WHERE schemaname = 'bullmq' AND tablename <> 'migration'); END $$`);
  await admin.end();
}
