import { newEvent, newStream } from '#event-store/contract';
import { openStore } from '../support/log.ts';
import { pause } from './seed.ts';

/** A writer that appends one to three events to new streams until told to stop; what broke is tried until it is answered. */
export async function writeUnderFaults(url: string, random: () => number, stopped: () => boolean): Promise<void> {
  const store = await openStore(url, { poolSize: 1 });
  while (!stopped()) {
    const events = Array.from({ length: 1 + Math.floor(random() * 3) }, () => newEvent());
    const stream = newStream();
    for (let stored = false; !stored;) {
      stored = await store.append(stream, 'no-stream', events).then(
        () => true,
        () => false,
      );
    }
    await pause(random() * 20);
  }
  await store.close();
}

/** Every event of the log as a reader would note it. */
export async function readWholeLog(url: string): Promise<{ readonly position: number; readonly id: string }[]> {
  const store = await openStore(url, { poolSize: 1 });
  const log: { position: number; id: string }[] = [];
  for (let after = 0; ;) {
    const { events, upTo } = await store.readAll({ after, limit: 1000 });
    if (events.length === 0) break;
    log.push(...events.map(({ position, id }) => ({ position, id })));
    after = upTo;
  }
  await store.close();
  return log;
}
