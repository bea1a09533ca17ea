import { categoryOf } from '#domain';
import {
  BACKWARDS,
  END,
  excludeSystemEvents,
  FORWARDS,
  START,
  StreamNotFoundError,
  streamNameFilter,
  type EventStoreDBClient,
  type Filter,
  type ResolvedEvent,
} from '@eventstore/db-client';
import {
  UnknownPositionError,
  type Position,
  type ReadAllOptions,
  type Revision,
  type StoredEvent,
} from '../event-store.port.ts';
import type { Calls } from './calls.ts';
import { collect } from './collect.ts';
import { isUnknownPlace } from './errors.ts';
import { toLogRecord, toStoredEvent, type LogRecord } from './records.ts';

/** A read answered by a follower might not hold what was acknowledged a moment ago. */
const FROM_LEADER = { requiresLeader: true } as const;

/** Records looked at by a reader who wants some categories only, before the server is asked to search for them. */
const NEAR = 500;

/** Steps back from the end until an event is found that is not the server's own. */
const BACK = [1, 32, 512] as const;

/** A page of one stream. */
export function readStream(
  calls: Calls,
  stream: string,
  { from, limit }: { readonly from: Revision; readonly limit: number },
): Promise<StoredEvent[]> {
  return calls.run('a read of a stream', async (client, signal) => {
    const events: StoredEvent[] = [];
    if (limit < 1) return events;
    const source = client.readStream(stream, { fromRevision: BigInt(from), maxCount: limit, ...FROM_LEADER });
    try {
      await collect(source, { take: (event) => (events.push(toStoredEvent(event)), 'more'), signal });
    } catch (error) {
      if (error instanceof StreamNotFoundError) return [];
      throw error;
    }
    return events;
  });
}

/** Position of the last event that is not the server's own; 0 when there is none. */
export function readHead(calls: Calls): Promise<Position> {
  return calls.run('a read of the end of the log', async (client, signal) => {
    let from: Position | undefined;
    for (let step = 0; ; step += 1) {
      const maxCount = BACK[Math.min(step, BACK.length - 1)] ?? 1;
      const records = await readRecords(client, { from, maxCount, backwards: true }, signal);
      const own = records.find(({ event }) => event !== undefined);
      if (own) return own.position;
      if (records.length < maxCount || records.length === 0) return 0;
      from = records.at(-1)?.position;
    }
  });
}

/**
 * The events behind a position. What lies near is read as it is, which finds the end of the log in one call. When that
 * was not enough, for the server's own records or other categories stood between, the server searches the rest.
 */
export async function readAll(
  calls: Calls,
  { after, limit, categories }: ReadAllOptions,
): Promise<{ events: StoredEvent[]; upTo: Position }> {
  if (limit < 1) return { events: [], upTo: after };
  const wanted = new Set(categories);
  const isWanted = ({ stream }: StoredEvent) => categories === undefined || wanted.has(categoryOf(stream));
  const count = categories === undefined ? limit + 1 : NEAR;
  const near = await calls
    .run('a read of the log', (client, signal) => readNear(client, after, count, signal))
    .catch((error: unknown) => {
      if (isUnknownPlace(error)) throw new UnknownPositionError(`the log told no position ${after}`, { cause: error });
      throw error;
    });
  const last = near.records.findLast(({ event }) => event !== undefined)?.position ?? after;
  const events = near.records.flatMap(({ event }) => (event && isWanted(event) ? [event] : []));
  if (events.length >= limit) return cut(events, limit);
  if (near.isEnd) return { events, upTo: last };
  const head = await readHead(calls);
  if (wanted.size === 0 && categories !== undefined) return { events: [], upTo: head };
  const from = near.records.at(-1)?.position ?? after;
  const search = { from, head, limit: limit - events.length, prefixes: [...wanted].map((name) => `${name}-`) };
  const far = await calls.run('a search of the log', (client, signal) => searchAhead(client, search, signal));
  const all = [...events, ...far];
  return far.length < search.limit ? { events: all, upTo: head } : { events: all, upTo: all.at(-1)?.position ?? head };
}

function cut(events: StoredEvent[], limit: number): { events: StoredEvent[]; upTo: Position } {
  const page = events.slice(0, limit);
  return { events: page, upTo: page.at(-1)?.position ?? 0 };
}

interface Near {
  /** Everybody's, in log order, behind the position. */
  readonly records: readonly LogRecord[];
  readonly isEnd: boolean;
}

/** The record at the position itself comes first, and is passed over. */
async function readNear(
  client: EventStoreDBClient,
  after: Position,
  maxCount: number,
  signal: AbortSignal,
): Promise<Near> {
  const records = await readRecords(client, { from: after === 0 ? undefined : after, maxCount }, signal);
  return { records: records.filter(({ position }) => position > after), isEnd: records.length < maxCount };
}

interface RecordsAsked {
  /** Undefined: from the very beginning, or the very end when read backwards. Forwards the record there is the first. */
  readonly from: Position | undefined;
  readonly maxCount: number;
  readonly backwards?: true;
}

async function readRecords(
  client: EventStoreDBClient,
  { from, maxCount, backwards }: RecordsAsked,
  signal: AbortSignal,
): Promise<LogRecord[]> {
  const records: LogRecord[] = [];
  const fromPosition = from === undefined ? (backwards ? END : START) : placeOf(from);
  const direction = backwards ? BACKWARDS : FORWARDS;
  const source = client.readAll({ fromPosition, maxCount, direction, ...FROM_LEADER });
  await collect(source, { take: (event) => (records.push(toLogRecord(event)), 'more'), signal });
  return records;
}

interface Search {
  readonly from: Position;
  readonly head: Position;
  readonly limit: number;
  /** None: every category. */
  readonly prefixes: readonly string[];
}

/** A catch-up subscription with the server's own filter, given up at the head or when there are enough. */
async function searchAhead(
  client: EventStoreDBClient,
  { from, head, limit, prefixes }: Search,
  signal: AbortSignal,
): Promise<StoredEvent[]> {
  const events: StoredEvent[] = [];
  if (from >= head) return events;
  let tell: () => void = () => undefined;
  const filter: Filter = {
    ...(prefixes.length > 0 ? streamNameFilter({ prefixes: [...prefixes] }) : excludeSystemEvents()),
    checkpointInterval: 32,
    // One with prepare 0 stands before the record that begins at its commit position.
    checkpointReached: (_, { commit, prepare }) => {
      if (Number(commit) > head || (Number(commit) === head && prepare > 0n)) tell();
    },
  };
  const source = client.subscribeToAll({ fromPosition: placeOf(from), filter, ...FROM_LEADER });
  const take = (resolved: ResolvedEvent) => {
    const event = toStoredEvent(resolved);
    if (event.position > head) return 'enough';
    if (event.position <= (events.at(-1)?.position ?? from)) return 'more'; // delivered twice
    events.push(event);
    return events.length >= limit || event.position === head ? 'enough' : 'more';
  };
  const untilTold = (told: () => void) => {
    tell = told;
    source.on('caughtUp', told);
  };
  await collect(source, { take, signal, untilTold });
  return events;
}

/** Khéo writes no transactions, so both halves of a place are the same. */
const placeOf = (position: Position) => ({ commit: BigInt(position), prepare: BigInt(position) });
