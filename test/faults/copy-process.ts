import { fileURLToPath } from 'node:url';
import type { EventStore, StoredEvent } from '#event-store';
import { newEvent, newStream } from '#event-store/contract';
import { createPostgresEventStore } from '#event-store/postgres';
import { startNode, type Program } from '#support';

const program = fileURLToPath(new URL('../../apps/cli/main.ts', import.meta.url));
const loader = fileURLToPath(new URL('./processes/with-decorators.mjs', import.meta.url));

/** `kheo log copy` in a process of its own. `broken` names a build of `broken/broken-builds.mjs`. */
export const startCopy = (
  flags: readonly string[],
  env: Readonly<Record<string, string>> = {},
  broken?: string,
): Program =>
  startNode(['--conditions=source', '--no-warnings', '--import', loader, program, 'log', 'copy', ...flags], {
    ...env,
    ...(broken === undefined ? {} : { KHEO_BROKEN_BUILD: broken }),
  });

/** Appends events to the log as many callers at once do: streams of different length, interleaved. */
export async function fill(store: EventStore, events: number): Promise<void> {
  let left = events;
  const life = async (): Promise<void> => {
    const stream = newStream();
    for (let revision = 0; left > 0 && revision < 12;) {
      const batch = Array.from({ length: Math.min(left, 1 + (revision % 3)) }, (_, n) =>
        newEvent({ zebra: n, name: 'Đổi mới – Nghệ An', revision }),
      );
      left -= batch.length;
      await store.append(stream, revision === 0 ? 'no-stream' : revision - 1, batch);
      revision += batch.length;
    }
  };
  const caller = async (): Promise<void> => {
    while (left > 0) await life();
  };
  await Promise.all(Array.from({ length: 40 }, caller));
}

export async function withLog<T>(url: string, work: (store: EventStore) => Promise<T>): Promise<T> {
  const store = await createPostgresEventStore({ url });
  return work(store).finally(() => store.close());
}

/** The whole log of a test, without positions. */
export const factsOf = (url: string): Promise<Omit<StoredEvent, 'position'>[]> =>
  withLog(url, async (store) => {
    const { events } = await store.readAll({ after: 0, limit: 100_000 });
    return events.map(({ position: _, ...event }) => event);
  });
