import { startEventStoreDb, startPostgres, type TestPostgres } from '#support';
import { describeEventStoreContract } from '../contract/index.ts';
import { createEventStoreDbEventStore } from './eventstoredb-event-store.ts';

const MINUTE = 60_000;

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
}, MINUTE);
afterAll(() => postgres.stop(), MINUTE);

describeEventStoreContract('EventStoreDB', async () => {
  const real = process.env['EVENTSTORE_URL'];
  const server = real === undefined ? await startEventStoreDb() : undefined;
  const url = server?.url ?? real ?? '';
  const { url: databaseUrl } = await postgres.createDatabase();
  const store = await createEventStoreDbEventStore({ url, databaseUrl, pollMs: 100 });
  return {
    store,
    sharesLog: real !== undefined,
    stop: async () => {
      await store.close();
      await server?.stop();
    },
    ...(server ? { faults: { cutConnections: () => server.faults.cutConnections() } } : {}),
  };
});
