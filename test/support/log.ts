import { openEventStore, type LogLocation, type OpenOptions } from '#event-store/open';
import { createEventLog, type EventLog, type EventStore } from '#event-store';

/** The store the suites run on: `KHEO_LOG`, PostgreSQL unless told. */
export const logUnderTest: LogLocation['log'] =
  process.env['KHEO_LOG'] === 'eventstoredb' ? 'eventstoredb' : 'postgres';

/** PostgreSQL's clients pass over a parameter they do not know, so the address of a test's database can carry its log's. */
const PARAMETER = 'kheo_log';

/** The address of a database whose log is kept in an EventStoreDB. */
export function withEventStore(databaseUrl: string, eventStoreUrl: string): string {
  const url = new URL(databaseUrl);
  url.searchParams.set(PARAMETER, eventStoreUrl);
  return url.href;
}

/** Where the log of a test's database is. */
function locationOf(databaseUrl: string): LogLocation {
  const eventStoreUrl = new URL(databaseUrl).searchParams.get(PARAMETER);
  return eventStoreUrl === null
    ? { log: 'postgres', databaseUrl }
    : { log: 'eventstoredb', eventStoreUrl, databaseUrl };
}

/** Opens the store under the log of a test's database, whichever it is. */
export const openStore = (databaseUrl: string, options?: OpenOptions): Promise<EventStore> =>
  openEventStore(locationOf(databaseUrl), options);

/** Opens the log of a test's database, whichever store keeps it. */
export const openLog = async (databaseUrl: string, options?: OpenOptions): Promise<EventLog> =>
  createEventLog(await openStore(databaseUrl, options));

/** What a program is told in its environment to find the log of a test's database. */
export function logSettings(databaseUrl: string): Record<string, string> {
  const location = locationOf(databaseUrl);
  if (location.log === 'postgres') return { KHEO_LOG: 'postgres' };
  return { KHEO_LOG: 'eventstoredb', KHEO_EVENTSTORE_URL: location.eventStoreUrl };
}
