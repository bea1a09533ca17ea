/** Load generator: `append-load.ts <url> <journal> [ack-first]`. Appends until SIGTERM, then settles what is unknown. */
import { appendFileSync } from 'node:fs';
import type { EventStore } from '#event-store';
import { newEvent, newStream } from '#event-store/contract';
import { openStore } from '../../support/log.ts';
import { pause } from '../seed.ts';
import type { JournalEntry } from './journal.ts';

const CALLERS = 16;
const [url = '', journal = '', variant] = process.argv.slice(2);
const write = (entry: JournalEntry): void => appendFileSync(journal, `${JSON.stringify(entry)}\n`);

let stopping = false;
process.once('SIGTERM', () => (stopping = true));

/** Each failure is one that shows: the adapter tries nothing again by itself. */
const store = await openStore(url, { patienceMs: 0 });
await Promise.all(Array.from({ length: CALLERS }, () => call(store)));
await store.close();

async function call(log: EventStore): Promise<void> {
  const stream = newStream();
  for (let revision = 0; !stopping; revision += 1) {
    const event = newEvent({ revision });
    write({ kind: 'try', id: event.id, stream, revision });
    const attempt = () => log.append(stream, revision === 0 ? 'no-stream' : revision - 1, [event]);
    if (variant === 'ack-first') await acknowledgeFirst(event.id, revision, attempt);
    else await untilAnswered(event.id, attempt);
  }
}

async function untilAnswered(id: string, attempt: () => ReturnType<EventStore['append']>): Promise<void> {
  for (;;) {
    try {
      const answer = await attempt();
      if (answer.kind !== 'appended') throw new Error(`append answered ${answer.kind}`);
      write({ kind: 'acknowledged', id, position: answer.position, revision: answer.revision });
      return;
    } catch {
      write({ kind: 'unknown', id, at: Date.now() });
      await pause(50);
    }
  }
}

/** The broken variant: it says "done" before the log does. */
async function acknowledgeFirst(id: string, revision: number, attempt: () => Promise<unknown>): Promise<void> {
  write({ kind: 'acknowledged', id, position: 0, revision });
  await attempt().catch(() => write({ kind: 'unknown', id, at: Date.now() }));
  await pause(5);
}
