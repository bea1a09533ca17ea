import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  makeCertificates,
  startEventStoreDb,
  startPostgres,
  type TestCertificates,
  type TestEventStoreDb,
  type TestPostgres,
} from '#support';
import { newEvent, newStream } from '../contract/index.ts';
import { createEventStoreDbEventStore } from './eventstoredb-event-store.ts';

const MINUTE = 60_000;

let postgres: TestPostgres;
let folder: string;
let certificates: TestCertificates;
beforeAll(async () => {
  postgres = await startPostgres();
  folder = await mkdtemp(join(tmpdir(), 'kheo-certificates-'));
  certificates = await makeCertificates(folder);
}, MINUTE);
afterAll(async () => {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}, MINUTE);

let server: TestEventStoreDb;
afterEach(() => server.stop());

const hostOf = () => `localhost:${server.nodes[0]?.port}`;

/** Appends and reads one event over this address. */
async function use(url: string): Promise<number> {
  const store = await createEventStoreDbEventStore({
    ...{ url, databaseUrl: postgres.url, deadlineMs: 1000, patienceMs: 0 },
  });
  try {
    const stream = newStream();
    await store.append(stream, 'no-stream', [newEvent()]);
    return (await store.readStream(stream, { from: 0, limit: 10 })).length;
  } finally {
    await store.close();
  }
}

describe('a log reached over TLS', () => {
  const start = async () => {
    server = await startEventStoreDb({ tls: certificates.server, users: { khéo: 'mật:khẩu@1' } });
  };
  const trusted = () => `tls=true&tlsCAFile=${certificates.ca}`;

  it('is written and read with the name and password of its address', async () => {
    await start();
    expect(await use(`esdb://kh%C3%A9o:m%E1%BA%ADt%3Akh%E1%BA%A9u%401@${hostOf()}?${trusted()}`)).toBe(1);
  });

  it('does not open to a wrong password, or to none', async () => {
    await start();
    await expect(use(`esdb://kh%C3%A9o:wrong@${hostOf()}?${trusted()}`)).rejects.toMatchObject({
      type: 'access-denied',
    });
    await expect(use(`esdb://${hostOf()}?${trusted()}`)).rejects.toMatchObject({ type: 'access-denied' });
  });

  it('is not trusted when nobody we know has signed its certificate', async () => {
    await start();
    await expect(use(`esdb://kh%C3%A9o:x@${hostOf()}?tls=true`)).rejects.toThrow();
  });
});

describe('a log that demands a certificate of its users', () => {
  const start = async () => {
    server = await startEventStoreDb({ tls: { ...certificates.server, userCa: certificates.ca } });
  };

  it('is written and read with that certificate alone', async () => {
    await start();
    const user = `userCertFile=${certificates.user.cert}&userKeyFile=${certificates.user.key}`;
    expect(await use(`esdb://${hostOf()}?tls=true&tlsCAFile=${certificates.ca}&${user}`)).toBe(1);
  });

  it('does not open without', async () => {
    await start();
    await expect(use(`esdb://${hostOf()}?tls=true&tlsCAFile=${certificates.ca}`)).rejects.toThrow();
  });
});
