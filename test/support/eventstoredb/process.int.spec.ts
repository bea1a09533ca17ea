import { appendFile, readFile, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import type { EventStoreDBClient } from '@eventstore/db-client';
import { startEventStoreDbProcess, type TestEventStoreDbProcess } from './index.ts';
import { collect, connect, failure, registered, userEvents } from './spec-kit.ts';

describe('a server in a process of its own', () => {
  let db: TestEventStoreDbProcess;
  let client: EventStoreDBClient;

  beforeEach(async () => {
    db = await startEventStoreDbProcess();
    client = connect(db.url);
  });

  afterEach(async () => {
    await client.dispose();
    await db.stop();
  });

  const again = async (): Promise<void> => {
    await client.dispose();
    client = connect(db.url);
  };
  const append = (name: string, ...events: ReturnType<typeof registered>[]) =>
    client.appendToStream(name, events.length === 0 ? [registered()] : events);
  const ids = async () => (await userEvents(client)).map(({ event }) => event?.id);

  it('loses nothing that it acknowledged when it is killed in the middle of many appends', async () => {
    const acknowledged: string[] = [];
    let killed = false;
    const writer = async (name: string): Promise<void> => {
      while (!killed) {
        const event = registered();
        await append(name, event);
        acknowledged.push(event.id);
        if (acknowledged.length === 500) {
          killed = true;
          await db.kill();
        }
      }
    };
    await Promise.allSettled(Array.from({ length: 16 }, (_, at) => writer(`model-${at}`)));
    await db.restart();
    await again();
    expect(await ids()).toEqual(expect.arrayContaining(acknowledged));
    await append('model-0');
  });

  it('keeps url, positions and revisions over a restart', async () => {
    await append('model', registered('a'), registered('b'));
    const before = await userEvents(client);
    const { url, pid } = db;
    await db.restart();
    await again();
    expect(await userEvents(client)).toEqual(before);
    expect(db.url).toBe(url);
    expect(db.pid).not.toBe(pid);
    const { nextExpectedRevision } = await append('model');
    expect(nextExpectedRevision).toBe(2n);
  });

  it('after a restart knows a repeated append by its revision, and no longer by its ids alone', async () => {
    const event = registered();
    const first = await client.appendToStream('model', [event], { expectedRevision: 'no_stream' });
    await db.restart();
    await again();
    expect(await client.appendToStream('model', [event], { expectedRevision: 'no_stream' })).toEqual(first);
    await append('model', event);
    expect(await ids()).toEqual([event.id, event.id]);
  });

  it('cuts the torn tail of its log: of an append that is not whole, nothing is left', async () => {
    await append('model', registered('whole'));
    const log = join(db.directory, 'transactions.log');
    const { size } = await stat(log);
    await append('model', registered('torn'), registered('torn'));
    await db.kill();
    await truncate(log, (await stat(log)).size - 1);
    await db.restart();
    await again();
    expect((await userEvents(client)).map(({ event }) => event?.data)).toEqual([{ name: 'whole' }]);
    expect((await stat(log)).size).toBe(size);
    await append('model', registered('next'));
    await db.restart();
    await again();
    expect(await collect(client.readStream('model'))).toHaveLength(2);
  });

  it('cuts a tail of rubbish', async () => {
    await append('model');
    const log = join(db.directory, 'transactions.log');
    const whole = await readFile(log);
    await db.kill();
    await appendFile(log, Buffer.alloc(100, 7));
    await db.restart();
    expect(await readFile(log)).toEqual(whole);
  });

  it('answers nothing while it is paused, and everything afterwards', async () => {
    await append('model');
    db.pause();
    const late = append('model');
    const first = await Promise.race([
      late.then(() => 'answer'),
      new Promise((wake) => setTimeout(wake, 300, 'silence')),
    ]);
    db.resume();
    expect(first).toBe('silence');
    expect((await late).nextExpectedRevision).toBe(1n);
  });

  it('takes the same faults as a server in this process, and forgets them when it is started again', async () => {
    await db.faults.refuse(true);
    expect(await failure(append('model'))).toMatchObject({ code: 14 });
    await db.restart();
    await again();
    await append('model');
    await db.writeSystemEvent();
    expect(await db.leading()).toBe(0);
    await expect(db.faults.killNode(5)).rejects.toThrow('there is no node 5');
  });

  it('refuses what is asked of a process that is dead', async () => {
    await db.kill();
    await expect(db.leading()).rejects.toThrow('has ended');
  });
});
