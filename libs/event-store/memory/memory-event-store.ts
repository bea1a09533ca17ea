import { categoryOf } from '#domain';
import type {
  AppendResult,
  EventStore,
  ExpectedRevision,
  NewEvent,
  Position,
  ReadAllOptions,
  StoredEvent,
  StoredMeta,
} from '../event-store.port.ts';
import { serialize, type SerializedEvent } from '../new-event-check.ts';
import { storeOf, Waiters } from '../store-of.ts';

interface Row extends SerializedEvent {
  readonly position: Position;
  readonly stream: string;
  readonly revision: number;
}

/** A log that lives as long as its process: for specs and trials. Stores JSON text, as the real one does. */
export function createMemoryEventStore(): EventStore {
  const log: Row[] = [];
  const streams = new Map<string, Row[]>();
  const byId = new Map<string, Row>();

  const append = async (stream: string, expected: ExpectedRevision, events: readonly NewEvent[]) => {
    const incoming = serialize(stream, events);
    const first = expected === 'no-stream' ? 0 : expected + 1;
    const known = incoming.map((event) => byId.get(event.id));
    if (known.some((row) => row !== undefined)) return answerAgain(stream, first, known);

    const rows = streams.get(stream) ?? [];
    if (rows.length !== first) return wrongRevision(rows);
    for (const event of incoming) {
      const row: Row = { ...event, stream, revision: rows.length, position: log.length + 1 };
      rows.push(row);
      log.push(row);
      byId.set(event.id, row);
    }
    streams.set(stream, rows);
    return { kind: 'appended', revision: rows.length - 1, position: log.length, repeated: false } as const;
  };

  const readAll = async ({ after, limit, categories }: ReadAllOptions) => {
    const events: StoredEvent[] = [];
    for (const row of log.slice(after)) {
      if (events.length === limit) return { events, upTo: events.at(-1)?.position ?? after };
      if (!categories || categories.includes(categoryOf(row.stream))) events.push(toEvent(row));
    }
    return { events, upTo: Math.max(after, log.length) };
  };

  return storeOf(
    {
      append,
      readStream: async (stream, { from, limit }) => (streams.get(stream) ?? []).slice(from, from + limit).map(toEvent),
      readAll,
      head: async () => log.length,
      end: async () => undefined,
    },
    new Waiters(),
  );
}

const wrongRevision = ({ length }: readonly Row[]): AppendResult => ({
  kind: 'wrong-revision',
  actual: length === 0 ? 'no-stream' : length - 1,
});

function answerAgain(stream: string, first: number, known: readonly (Row | undefined)[]): AppendResult {
  const samePlace = known.every((row, index) => row?.stream === stream && row.revision === first + index);
  const last = known.at(-1);
  if (!samePlace || !last) return { kind: 'id-reused' };
  return { kind: 'appended', revision: last.revision, position: last.position, repeated: true };
}

const toEvent = ({ position, stream, revision, id, type, version, data, meta }: Row): StoredEvent => ({
  ...{ position, stream, revision, id, type, version },
  data: JSON.parse(data) as unknown,
  meta: JSON.parse(meta) as StoredMeta,
});
