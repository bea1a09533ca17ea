import type { AppendResult, Position, StoredEvent } from '../event-store.port.ts';
import { appendsOf } from './appends.ts';
import { differenceIn, type Difference } from './difference.ts';
import { persistently, eventsOf, sideBySide, type TwoLogs } from './two-logs.ts';

/** What came of a copy: `there` events were in the target before, `copied` came with this run. */
export type CopyOutcome =
  | {
      readonly kind: 'copied';
      readonly there: number;
      readonly copied: number;
      /** Events of `copied` that the source got only while it was being copied: somebody still writes to it. */
      readonly meanwhile: number;
    }
  | { readonly kind: 'stopped'; readonly there: number; readonly copied: number }
  /** The target holds what is not the beginning of the source. Nothing was written. */
  | { readonly kind: 'not-a-beginning'; readonly difference: Difference }
  /** The target did not take this event at its place: somebody else writes to it. */
  | {
      readonly kind: 'not-taken';
      readonly there: number;
      readonly copied: number;
      readonly event: StoredEvent;
      readonly answer: Exclude<AppendResult, { readonly kind: 'appended' }>;
    };

interface Place {
  readonly there: number;
  readonly after: Position;
}

/**
 * Copies a log into another store: the same events in the same order, only the positions are the target's own. Goes on
 * behind what the target has, after every event of it was found to be the source's; so it may be stopped at any moment,
 * killed too, and run again. Ends at the head that the source has once everything before is copied.
 *
 * Copies what is stored, byte for byte and in the version it was written in: proofs over the stored text hold for the copy.
 *
 * The port reads forwards only: whoever wants the last event of the target reads all of it, and can as well compare it.
 *
 * @throws when a store stays out of reach for half a minute; running it again goes on
 */
export async function copyLog(logs: TwoLogs): Promise<CopyOutcome> {
  const found = await findPlace(logs);
  if ('kind' in found) return found;
  const head = await persistently(() => logs.from.head(), logs);
  const first = await copyUpTo(head, found, 0, logs);
  if (first.kind !== 'copied') return first;
  const last = await persistently(() => logs.from.head(), logs);
  if (last === head) return first;
  const second = await copyUpTo(last, { there: found.there, after: head }, first.copied, logs);
  return second.kind === 'copied' ? { ...second, meanwhile: second.copied - first.copied } : second;
}

/** Where to go on: behind the last event that the target has. */
async function findPlace(
  logs: TwoLogs,
): Promise<Place | Extract<CopyOutcome, { kind: 'stopped' | 'not-a-beginning' }>> {
  const head = await persistently(() => logs.to.head(), logs);
  let [there, after] = [0, 0];
  for await (const pair of sideBySide(logs)) {
    if (!pair.to) break;
    if (logs.signal?.aborted) return { kind: 'stopped', there, copied: 0 };
    const difference = differenceIn(pair);
    if (difference) return { kind: 'not-a-beginning', difference };
    there += 1;
    after = pair.from?.position ?? after;
    logs.onProgress?.({ phase: 'checking', events: there, position: pair.to.position, head });
  }
  return { there, after };
}

/** One append after another: what order the target gives to appends that run together, the port does not promise. */
async function copyUpTo(head: Position, place: Place, before: number, logs: TwoLogs): Promise<CopyOutcome> {
  const { there } = place;
  let copied = before;
  for await (const events of appendsOf(until(head, eventsOf(logs.from, place.after, logs)))) {
    if (logs.signal?.aborted) return { kind: 'stopped', there, copied };
    const answer = await append(events, logs);
    const [event] = events;
    if (answer.kind !== 'appended' && event) return { kind: 'not-taken', there, copied, event, answer };
    copied += events.length;
    logs.onProgress?.({ phase: 'copying', events: copied, position: events.at(-1)?.position ?? head, head });
  }
  return { kind: 'copied', there, copied, meanwhile: 0 };
}

/** An append that broke may be stored or not: the same again tells, and stores it once. */
async function append(events: readonly StoredEvent[], logs: TwoLogs): Promise<AppendResult> {
  const { stream = '', revision = 0 } = events[0] ?? {};
  const same = events.map(({ id, type, version, data, meta }) => ({ id, type, version, data, meta }));
  return persistently(() => logs.to.append(stream, revision === 0 ? 'no-stream' : revision - 1, same), logs);
}

async function* until(head: Position, events: AsyncIterable<StoredEvent>): AsyncGenerator<StoredEvent, void> {
  for await (const event of events) {
    if (event.position > head) return;
    yield event;
  }
}
