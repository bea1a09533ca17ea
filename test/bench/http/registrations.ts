import { createEventLog } from '#event-store';
import { createPostgresEventStore } from '#event-store/postgres';
import { PASSWORD, startApi, type TestDatabase } from '#support';
import { appendAll, commune, furniture, lifeOf, sampleLife } from '#support/histories';
import { openPool } from '#postgres';

const OFFICER = 'officer';
const TOGETHER = 64;

/** Registrations in progress in one commune, whose officer has an account; the same log once more in a bare table. */
export async function fillWithRegistrations(database: TestDatabase, count: number): Promise<readonly string[]> {
  const api = await startApi(database);
  await appendAll(api.ports.store, furniture());
  await api.person(OFFICER, { role: 'UNIT_OFFICER', unitId: commune(0) });
  await api.stop();
  const store = createEventLog(await createPostgresEventStore({ url: database.url }));
  const streams: string[] = [];
  for (let from = 0; from < count; from += TOGETHER) {
    const lives = Array.from({ length: Math.min(TOGETHER, count - from) }, (_, index) => inProgress(from + index));
    await Promise.all(lives.map((life) => appendAll(store, life)));
    streams.push(...lives.map(([first]) => first?.stream ?? ''));
  }
  await store.close();
  await copyToBareTable(database.adminUrl);
  return streams.map((stream) => stream.slice('registration-'.length));
}

/** Six events: drafted, submitted, registered, started, one report, one inspection. */
const inProgress = (number: number) => lifeOf(number, { ...sampleLife(number), ending: 'inspected', unit: 0 });

async function copyToBareTable(adminUrl: string): Promise<void> {
  const pool = openPool({ url: adminUrl, name: 'test', connections: 1 });
  await pool.query(`CREATE SCHEMA bare;
    CREATE TABLE bare.events (LIKE kheo_log.events INCLUDING ALL);
    INSERT INTO bare.events SELECT * FROM kheo_log.events;
    CREATE SEQUENCE bare.position;
    SELECT setval('bare.position', (SELECT max(position) FROM bare.events));
    ALTER TABLE bare.events ALTER COLUMN position SET DEFAULT nextval('bare.position');
    ANALYZE bare.events; ANALYZE kheo_log.events`);
  await pool.end();
}

/** The officer's session cookie. */
export async function signIn(url: string): Promise<string> {
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-kheo-client': 'bench' },
    body: JSON.stringify({ username: OFFICER, password: PASSWORD }),
  });
  if (answer.status !== 204) throw new Error(`could not sign in: ${await answer.text()}`);
  return String(answer.headers.get('set-cookie')).split(';')[0] ?? '';
}
