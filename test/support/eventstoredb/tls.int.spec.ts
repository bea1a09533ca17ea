import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventStoreDBClient } from '@eventstore/db-client';
import { makeCertificates, startEventStoreDb, type TestCertificates, type TestEventStoreDb } from './index.ts';
import { collect, connect, failure, names, registered, userEvents } from './spec-kit.ts';

let directory: string;
let certificates: TestCertificates;
let db: TestEventStoreDb;
let mutual: TestEventStoreDb;
const clients: EventStoreDBClient[] = [];

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'kheo-tls-'));
  certificates = await makeCertificates(directory);
  const users = { admin: 'changeit', Nguyễn: 'mật:khẩu' };
  db = await startEventStoreDb({ tls: certificates.server, users });
  mutual = await startEventStoreDb({ tls: { ...certificates.server, userCa: certificates.ca } });
});

afterAll(async () => {
  await Promise.all(clients.map((client) => client.dispose()));
  await db.stop();
  await mutual.stop();
  await rm(directory, { recursive: true, force: true });
});

const client = (url: string): EventStoreDBClient => {
  const made = connect(url);
  clients.push(made);
  return made;
};
const trusting = (more = '') => client(`${db.url.replace('esdb://', `esdb://${more}`)}&tlsCAFile=${certificates.ca}`);
const admin = { username: 'admin', password: 'changeit' };

it('a client that trusts the authority is served', async () => {
  const ours = trusting('admin:changeit@');
  await ours.appendToStream('model-1', registered('a'));
  await ours.appendToStream('model-1', registered('b'), { credentials: admin });
  expect(names(await userEvents(ours))).toEqual(['a', 'b']);
});

it('a client that does not trust the authority, or does not speak TLS, is not served', async () => {
  for (const url of [db.url, `${db.url}&tlsCAFile=${certificates.stranger.cert}`, db.url.replace('true', 'false')]) {
    expect(await failure(client(url).appendToStream('model-2', registered()))).toMatchObject({ code: 14 });
  }
});

it('a user is known by name and password, whatever characters they have', async () => {
  const ours = trusting();
  const credentials = { username: 'Nguyễn', password: 'mật:khẩu' };
  await ours.appendToStream('model-3', registered('a'), { credentials });
  expect(names(await collect(ours.readStream('model-3', { credentials })))).toEqual(['a']);
});

it('nobody reads or writes without saying who he is', async () => {
  const anonymous = trusting();
  expect(await failure(anonymous.appendToStream('model-4', registered()))).toMatchObject({ type: 'access-denied' });
  expect(await failure(collect(anonymous.readAll()))).toMatchObject({ type: 'access-denied' });
});

it('a wrong password is refused, over the batch stream, call by call and for reading', async () => {
  const wrong = trusting('admin:wrong@');
  const credentials = { username: 'nobody', password: 'changeit' };
  expect(await failure(wrong.appendToStream('model-5', registered()))).toMatchObject({
    type: 'access-denied',
    code: 16,
  });
  expect(await failure(trusting().appendToStream('model-5', registered(), { credentials }))).toMatchObject({
    code: 16,
  });
  expect(await failure(collect(wrong.readAll()))).toMatchObject({ type: 'access-denied', code: 16 });
});

it('a server that demands certificates of its users serves only who has one', async () => {
  const url = `${mutual.url}&tlsCAFile=${certificates.ca}`;
  const withCertificate = ({ cert, key }: { cert: string; key: string }) =>
    `${url}&userCertFile=${cert}&userKeyFile=${key}`;
  await client(withCertificate(certificates.user)).appendToStream('model-6', registered());
  for (const refused of [url, withCertificate(certificates.stranger)]) {
    expect(await failure(client(refused).appendToStream('model-6', registered()))).toMatchObject({ code: 14 });
  }
});
