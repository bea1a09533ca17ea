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
  // The server shares this process with the tests: how long its silence is borne is told in breakage.int.spec.ts.
  const patient = { deadlineMs: 20_000, patienceMs: 20_000 };
  const store = await createEventStoreDbEventStore({ url, databaseUrl, pollMs: 100, ...patient });
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
