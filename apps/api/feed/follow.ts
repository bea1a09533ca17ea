import type { Writable } from 'node:stream';
import { readBounded, type EventLog, type Position } from '#event-store';
import { frameOf, type Frame } from './frames.ts';
import type { Tail } from './tail.ts';

export interface FollowOptions {
  readonly from: Position;
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
  { from, signal, heartbeatMs, stallMs }: FollowOptions,
): Promise<'ended' | 'stalled'> {
  const leave = tail.join();
  try {
    let after = from;
    while (!signal.aborted) {
      const shared = tail.since(after);
      if (shared === undefined) {
        const { sent, upTo } = await readBounded(store, { after, ...OWN_READ }, framed);
        out.write(sent.length > 0 ? Buffer.concat(sent.map(({ bytes }) => bytes)) : HEARTBEAT);
        after = upTo;
        if (sent.length === 0) tail.startAt(after);
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

const framed = (event: Parameters<typeof frameOf>[0]): { sent: Frame; size: number } => {
  const frame = frameOf(event);
  return { sent: frame, size: frame.bytes.length };
};

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
