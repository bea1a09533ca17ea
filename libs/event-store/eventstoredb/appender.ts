import {
  InvalidTransactionError,
  MaxAppendSizeExceededError,
  NO_STREAM,
  WrongExpectedVersionError,
  type AppendResult as Answer,
  type AppendToStreamOptions,
  type Credentials,
} from '@eventstore/db-client';
import type { AppendResult, ExpectedRevision, NewEvent, Position, Revision, StoredEvent } from '../event-store.port.ts';
import { UnstorableEventError } from '../new-event-check.ts';
import type { Calls } from './calls.ts';
import type { ClaimedId, EventIds } from './event-ids.ts';
import { readStream } from './reader.ts';
import { toEventData, toPosition } from './records.ts';

export interface AppenderOptions {
  readonly calls: Calls;
  readonly ids: EventIds;
  readonly credentials: Credentials | undefined;
  readonly deadlineMs: number;
}

interface Append {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  /** Where the first event is to stand. */
  readonly first: Revision;
  readonly events: readonly NewEvent[];
}

/**
 * Appends events whose ids are unlike any in the log, or answers with the place where the very same ids stand. The
 * server knows a repetition by its ids and stores nothing twice, but neither says so nor compares what is said under
 * them: hence the claim before. Only the command that claimed an id first appends under it, so what the server answers
 * is about that command's own words.
 */
export function createAppender(options: AppenderOptions) {
  const { calls, ids } = options;

  return async (stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<AppendResult> => {
    const first = expected === 'no-stream' ? 0 : expected + 1;
    const append = { stream, expected, first, events };
    const asked = {
      stream,
      first,
      ids: events.map(({ id }) => id),
      hashes: events.map(({ meta }) => meta.commandHash),
    };
    const claim = await ids.claim(asked);
    switch (claim.kind) {
      case 'new':
        return store(append, false);
      case 'elsewhere':
        return { kind: 'id-reused' };
      case 'known': {
        const earlier = await findEarlier(calls, append, claim.claimed);
        if (earlier) return earlier;
        if (!claim.bySameCommand) return { kind: 'id-reused' };
        await ids.moved(asked);
        return store(append, true);
      }
    }
  };

  async function store(append: Append, repeated: boolean): Promise<AppendResult> {
    const { first, events, stream } = append;
    const result = await tryToStore(options, append);
    if (result.kind !== 'stored') return result;
    const revision = first + events.length - 1;
    const position = repeated ? undefined : result.position;
    return { kind: 'appended', revision, position: position ?? (await positionAt(calls, stream, revision)), repeated };
  }
}

/** Undefined when none of the ids stands in the stream. */
async function findEarlier(
  calls: Calls,
  { stream, first, events }: Append,
  claimed: readonly ClaimedId[],
): Promise<AppendResult | undefined> {
  const there = await readStream(calls, stream, { from: first, limit: events.length });
  const same = there.filter((event, index) => event.id === events[index]?.id);
  const last = same.at(-1);
  if (last && same.length === events.length)
    return { kind: 'appended', revision: last.revision, position: last.position, repeated: true };
  if (same.length > 0) return { kind: 'id-reused' };
  // What was claimed for this very place was just looked for: should it have come since, it is the same append.
  const elsewhere = claimed.filter(({ id, revision }) => events[revision - first]?.id !== id);
  for (const { id, revision } of elsewhere) {
    const [event] = await readStream(calls, stream, { from: revision, limit: 1 });
    if (event?.id === id) return { kind: 'id-reused' };
  }
  return undefined;
}

type Stored = { readonly kind: 'stored'; readonly position: Position | undefined };

async function tryToStore(
  { calls, credentials, deadlineMs }: AppenderOptions,
  { stream, expected, events }: Append,
): Promise<Stored | AppendResult> {
  const data = events.map(toEventData);
  const asked: AppendToStreamOptions = {
    expectedRevision: expected === 'no-stream' ? NO_STREAM : BigInt(expected),
    deadline: deadlineMs,
    requiresLeader: true,
    ...(credentials ? { credentials } : {}),
  };
  try {
    const answer: Answer = await calls.run('an append', (client) => client.appendToStream(stream, data, asked));
    return { kind: 'stored', position: answer.position && toPosition(answer.position.commit) };
  } catch (error) {
    if (error instanceof WrongExpectedVersionError)
      return {
        kind: 'wrong-revision',
        actual: typeof error.actualVersion === 'bigint' ? Number(error.actualVersion) : 'no-stream',
      };
    if (error instanceof InvalidTransactionError) return { kind: 'id-reused' };
    if (error instanceof MaxAppendSizeExceededError)
      throw new UnstorableEventError(`${stream}: an append takes at most ${error.maxAppendSize} bytes on this server`, {
        cause: error,
      });
    throw error;
  }
}

async function positionAt(calls: Calls, stream: string, revision: Revision): Promise<Position> {
  const [event]: StoredEvent[] = await readStream(calls, stream, { from: revision, limit: 1 });
  if (!event) throw new Error(`${stream} lost its event ${revision} after it was stored`);
  return event.position;
}
