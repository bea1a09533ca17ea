import { startPostgres, type TestPostgres } from '#support';
import { Client } from 'pg';
import { describeDensePositions, describeEventStoreContract } from '../contract/index.ts';
import { createPostgresEventStore } from './postgres-event-store.ts';

const MINUTE = 60_000;

let server: TestPostgres;
beforeAll(async () => {
  server = await startPostgres();
}, MINUTE);
afterAll(() => server.stop(), MINUTE);

const start = async () => {
  const { url, adminUrl } = await server.createDatabase();
  const store = await createPostgresEventStore({ url, pollMs: 100 });
  return { store, stop: () => store.close(), faults: { cutConnections: () => cutConnections(adminUrl) } };
};

describeEventStoreContract('PostgreSQL', start);
describeDensePositions('PostgreSQL', start);

async function cutConnections(adminUrl: string): Promise<void> {
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()`);
  await admin.end();
}
