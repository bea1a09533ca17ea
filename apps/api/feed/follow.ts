import type { Writable } from 'node:stream';
import { readBounded, type EventLog, type Position } from '#event-store';
import type { Category } from '#domain';
import type { Tail } from './tail.ts';

export interface FollowOptions {
  readonly from: Position;
  /** Only events of these; their reader shares no reads. All when absent. */
  readonly categories?: readonly Category[];
  readonly signal: AbortSignal;
  /** Milliseconds after which something is said when nothing happens. */
  readonly heartbeatMs: number;
  /** Milliseconds a reader may take nothing while something waits for it. */
  readonly stallMs: number;
}

const OWN_READ = { limit: 500, maxBytes: 256 * 1024 } as const;

/**
 * Sends the log behind a position to one reader until `signal` is aborted: what is old by reads of its own, what is new
 * from the tail it shares with the others. Answers `stalled` when the reader takes nothing for too long. Throws when the
 * log cannot be read.
 */
export async function follow(
  { store, tail }: { readonly store: EventLog; readonly tail: Tail },
  out: Writable,
  { from, categories, signal, heartbeatMs, stallMs }: FollowOptions,
): Promise<'ended' | 'stalled'> {
  const own = { ...OWN_READ, ...(categories === undefined ? {} : { categories }) };
  const framed = (event: Parameters<typeof tail.frameOf>[0]) => {
    const sent = tail.frameOf(event);
    return { sent, size: sent.bytes.length };
  };
  const leave = categories === undefined ? tail.join() : () => undefined;
  try {
    let after = from;
    while (!signal.aborted) {
      const shared = categories === undefined ? tail.since(after) : undefined;
      if (shared === undefined) {
        const { sent, upTo } = await readBounded(store, { after, ...own }, framed);
        out.write(sent.length > 0 ? Buffer.concat(sent.map(({ bytes }) => bytes)) : HEARTBEAT);
        after = upTo;
        if (sent.length === 0 && categories === undefined) tail.startAt(after);
        else if (sent.length === 0) await store.waitPast(after, heartbeatMs, signal);
      } else if (shared.bytes.length > 0) {
        out.write(shared.bytes);
        after = shared.upTo;
      } else if (!(await tail.grown(after, heartbeatMs, signal)) && !signal.aborted) {
        out.write(HEARTBEAT);
      }
      if (out.writableNeedDrain && !(await drained(out, signal, stallMs))) return 'stalled';
    }
    return 'ended';
  } finally {
    leave();
  }
}

const HEARTBEAT = ': still here\n\n';

/** True once the reader has taken what was written, or nobody is to wait any longer; false after so many milliseconds. */
const drained = (out: Writable, signal: AbortSignal, stallMs: number): Promise<boolean> =>
  new Promise((resolve) => {
    const done = (answer: boolean): void => {
      clearTimeout(timer);
      out.off('drain', taken);
      signal.removeEventListener('abort', taken);
      resolve(answer);
    };
    const taken = (): void => done(true);
    const timer = setTimeout(() => done(false), stallMs);
    out.once('drain', taken);
    signal.addEventListener('abort', taken, { once: true });
    if (signal.aborted) taken();
  });
