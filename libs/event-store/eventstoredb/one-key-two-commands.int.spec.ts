import { createEventLog } from '../event-log.ts';
import { randomUUID } from 'node:crypto';
import { reservation, type Actor } from '#domain';
import { createEngine, type Engine } from '#engine';
import { withClient } from '#postgres';
import { startEventStoreDb, startPostgres, type TestEventStoreDb, type TestPostgres } from '#support';
import { newEvent, newStream } from '../contract/index.ts';
import type { EventStore, NewEvent } from '../event-store.port.ts';
import { createAppender } from './appender.ts';
import { Calls } from './calls.ts';
import { parseConnection } from './connection.ts';
import { openEventIds, type EventIds } from './event-ids.ts';
import { createEventStoreDbEventStore } from './eventstoredb-event-store.ts';

const MINUTE = 60_000;

let postgres: TestPostgres;
let server: TestEventStoreDb;
let databaseUrl: string;
let store: EventStore;
let late: LateAppends;

beforeAll(async () => {
  [postgres, server] = await Promise.all([startPostgres(), startEventStoreDb()]);
  ({ url: databaseUrl } = await postgres.createDatabase());
  store = await createEventStoreDbEventStore({ url: server.url, databaseUrl, pollMs: 100 });
  late = await openLateAppends();
}, MINUTE);
afterAll(async () => {
  await Promise.all([store.close(), late.close()]);
  await Promise.all([server.stop(), postgres.stop()]);
}, MINUTE);

/** A second process, whose next append is held up between its claim and the log. */
interface LateAppends {
  readonly append: EventStore['append'];
  /** Begins an append, and comes back when its ids are claimed; it is made when it may go on. */
  begin<T>(append: () => Promise<T>): Promise<{ goOn(): Promise<T> }>;
  close(): Promise<void>;
}

async function openLateAppends(): Promise<LateAppends> {
  const connection = parseConnection(server.url);
  const calls = new Calls(connection, { deadlineMs: 3000, patienceMs: 3000, random: Math.random });
  const ids = await openEventIds({ databaseUrl });
  let holdUp: (() => Promise<void>) | undefined;
  const heldUp: EventIds = {
    ...ids,
    claim: async (append) => {
      const claim = await ids.claim(append);
      await holdUp?.();
      return claim;
    },
  };
  return {
    append: createAppender({ calls, ids: heldUp, credentials: connection.credentials, deadlineMs: 3000 }),
    async begin(append) {
      const claimed = Promise.withResolvers<undefined>();
      const gate = Promise.withResolvers<undefined>();
      holdUp = () => {
        holdUp = undefined;
        claimed.resolve(undefined);
        return gate.promise;
      };
      const answer = append();
      await claimed.promise;
      return {
        goOn: () => {
          gate.resolve(undefined);
          return answer;
        },
      };
    },
    close: async () => {
      await Promise.all([calls.close(), ids.close()]);
    },
  };
}

/** A third process, which is held up between its looking for an earlier append and whatever it does next. */
async function appendAfterLooking(
  meanwhile: () => Promise<unknown>,
  ...asked: Parameters<EventStore['append']>
): Promise<unknown> {
  const connection = parseConnection(server.url);
  const calls = new Calls(connection, { deadlineMs: 3000, patienceMs: 3000, random: Math.random });
  const ids = await openEventIds({ databaseUrl });
  let looks = 0;
  const heldUp: Pick<Calls, 'run'> = {
    run: async (what, call) => {
      const found = await calls.run(what, call);
      if (looks++ === 0) await meanwhile();
      return found;
    },
  };
  const { credentials } = connection;
  const answer = await createAppender({ calls: heldUp as Calls, ids, credentials, deadlineMs: 3000 })(...asked);
  await Promise.all([calls.close(), ids.close()]);
  return answer;
}

/** An event of the same command, or of another one, under an id that is taken. */
const under = (id: string, note: string, commandHash = note.padEnd(64, '0')): NewEvent => {
  const event = newEvent({ note });
  return { ...event, id, meta: { ...event.meta, commandHash } };
};

const notesOf = async (stream: string) =>
  (await store.readStream(stream, { from: 0, limit: 10 })).map(({ data }) => (data as { note: string }).note);

describe('two appends under one id, while the first is between its claim and the log', () => {
  it('of two commands the one that claimed the id is told that it was stored, the other that the id is used', async () => {
    const [stream, id] = [newStream(), randomUUID()];
    const first = await late.begin(() => late.append(stream, 'no-stream', [under(id, 'a')]));
    expect(await store.append(stream, 'no-stream', [under(id, 'b')])).toEqual({ kind: 'id-reused' });
    expect(await first.goOn()).toMatchObject({ kind: 'appended', repeated: false });
    expect(await notesOf(stream)).toEqual(['a']);
  });

  it('one command that is sent again is stored once, and both are told where', async () => {
    const [stream, id, hash] = [newStream(), randomUUID(), 'ab'.repeat(32)];
    const first = await late.begin(() => late.append(stream, 'no-stream', [under(id, 'a', hash)]));
    const again = await store.append(stream, 'no-stream', [under(id, 'a', hash)]);
    expect(again).toMatchObject({ kind: 'appended', revision: 0, repeated: true });
    expect(await first.goOn()).toMatchObject({ ...again, repeated: false });
    expect(await notesOf(stream)).toEqual(['a']);
  });

  it('one that comes while the other looks whether it is there is the same one, too', async () => {
    const [stream, id, hash] = [newStream(), randomUUID(), 'ab'.repeat(32)];
    const first = await late.begin(() => late.append(stream, 'no-stream', [under(id, 'a', hash)]));
    const again = await appendAfterLooking(first.goOn, stream, 'no-stream', [under(id, 'a', hash)]);
    expect(again).toMatchObject({ kind: 'appended', revision: 0, repeated: true });
    expect(await notesOf(stream)).toEqual(['a']);
  });

  it('an id stays with the command that claimed it, also when that one never reached the log', async () => {
    const [stream, id] = [newStream(), randomUUID()];
    await late.begin(() => late.append(stream, 'no-stream', [under(id, 'a')]));
    expect(await store.append(stream, 'no-stream', [under(id, 'b')])).toEqual({ kind: 'id-reused' });
    expect(await store.append(stream, 'no-stream', [under(id, 'a')])).toMatchObject({ kind: 'appended' });
    expect(await store.append(stream, 'no-stream', [under(id, 'b')])).toMatchObject({ repeated: true });
    expect(await notesOf(stream)).toEqual(['a']);
  });

  it('an id claimed by a program that noted no command is left to whoever comes first', async () => {
    const [stream, id] = [newStream(), randomUUID()];
    await withClient(databaseUrl, (client) => client.query(CLAIM_OF_OLD, [id, stream]));
    expect(await store.append(stream, 'no-stream', [under(id, 'a')])).toMatchObject({
      kind: 'appended',
      repeated: true,
    });
    expect(await notesOf(stream)).toEqual(['a']);
  });
});

describe('claims', () => {
  it('are noted where the id is really going: a try that believes the stream shorter takes nothing back', async () => {
    const [stream, event] = [newStream(), newEvent()];
    await store.append(stream, 'no-stream', [newEvent()]);
    const first = await late.begin(() => late.append(stream, 0, [event]));
    expect(await store.append(stream, 'no-stream', [event])).toEqual({ kind: 'wrong-revision', actual: 0 });
    expect(await first.goOn()).toMatchObject({ kind: 'appended', revision: 1 });
    expect(await store.append(stream, 1, [event])).toEqual({ kind: 'id-reused' });
  });

  it('of two processes for the same ids in opposite order never wait for each other', async () => {
    const [one, two] = await Promise.all([openEventIds({ databaseUrl }), openEventIds({ databaseUrl })]);
    const ids = Array.from({ length: 5000 }, () => randomUUID());
    const claimOf = (of: readonly string[]) => ({ stream: newStream(), first: 0, ids: of, hashes: of.map(() => 'ab') });
    const claims = await Promise.all([one.claim(claimOf(ids)), two.claim(claimOf(ids.toReversed()))]);
    expect(claims.map(({ kind }) => kind).sort()).toEqual(['elsewhere', 'new']);
    await Promise.all([one.close(), two.close()]);
  });
});

/** As it was made before commands were noted. */
const CLAIM_OF_OLD = 'insert into kheo_event_ids.event_ids (id, stream, revision) values ($1, $2, 0)';

describe('claims that could be lost', () => {
  it('are not made: a database that does not wait for its disk is refused', async () => {
    const { url, adminUrl } = await postgres.createDatabase();
    const name = new URL(adminUrl).pathname.slice(1);
    await withClient(adminUrl, (admin) => admin.query(`alter database ${name} set synchronous_commit = off`));
    await expect(openEventIds({ databaseUrl: url })).rejects.toThrow('synchronous_commit is off');
  });
});

describe('one Idempotency-Key with two bodies, on two processes at the same moment', () => {
  const actor: Actor = { personId: 'system', role: 'SYSTEM', unitId: 'system' };
  const reserve = (engine: Engine, stream: string, commandId: string, holder: string) =>
    engine.run({
      ...{ stream, commandId, decider: reservation.decider, body: { holder } },
      prepare: (): reservation.ReserveKey => ({
        type: 'ReserveKey',
        data: { key: 'one', holder },
        facts: { holderAlive: false },
        meta: { commandId, actor, at: '2026-03-02T01:30:00.000Z', correlationId: commandId },
      }),
    });

  it.each([
    ['the one that comes first is held up', 'first'],
    ['the one that comes second is held up too', 'both'],
  ])('one is done, the other is told that the key is used: %s', async (_, heldUp) => {
    const [stream, key] = [newStream('reservation'), randomUUID()];
    const process = () => createEngine({ store: createEventLog(store) });
    const lateProcess = () => createEngine({ store: createEventLog({ ...readsOf(store), append: late.append }) });
    const first = await late.begin(() => reserve(lateProcess(), stream, key, 'a'));
    const second =
      heldUp === 'first'
        ? { goOn: () => reserve(process(), stream, key, 'b') }
        : await late.begin(() => reserve(lateProcess(), stream, key, 'b'));
    const answers = [await second.goOn(), await first.goOn()];
    expect(answers).toMatchObject([{ kind: 'rejected', reason: 'idempotency-key-reused' }, { kind: 'done' }]);
    const stored = await store.readStream(stream, { from: 0, limit: 10 });
    expect(stored.map(({ data }) => data)).toEqual([{ key: 'one', holder: 'a' }]);
  });
});

const readsOf = (from: EventStore): EventStore => ({
  append: (...args) => from.append(...args),
  readStream: (...args) => from.readStream(...args),
  readAll: (...args) => from.readAll(...args),
  head: () => from.head(),
  waitPast: (...args) => from.waitPast(...args),
  close: () => from.close(),
});
