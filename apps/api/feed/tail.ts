import type { EventLog, Position } from '#event-store';
import type { Frame, ToFrame } from './frames.ts';

export interface TailOptions {
  /** The newest events that are kept; a reader further behind reads the log by itself. */
  readonly keepBytes: number;
  /** The most that is handed out at once, one event at least. */
  readonly chunkBytes: number;
}

/** What a reader is to send next, and where it is then. */
interface Chunk {
  readonly bytes: Buffer;
  readonly upTo: Position;
}

/**
 * The newest part of the log, read once for all who follow it and made into bytes once. It never skips and never
 * reorders: it holds every event behind `floor` up to `upTo`, and answers only for what it holds.
 */
export interface Tail {
  /** How it makes an event into bytes: so do those who read the log beside it. */
  readonly frameOf: ToFrame;
  /** To be held while a stream is open: the log is followed as long as somebody does. Answers how to let go. */
  join(): () => void;
  /** Begins to follow the log behind a position that was reached by reading; nothing when it follows it already. */
  startAt(position: Position): void;
  /** What comes behind a position: empty at the end of the log, undefined when it reaches back less far. */
  since(after: Position): Chunk | undefined;
  /** True as soon as there is something behind a position, false after `timeoutMs` or when aborted. Throws when the log cannot be read. */
  grown(after: Position, timeoutMs: number, signal: AbortSignal): Promise<boolean>;
}

const NOTHING = Buffer.alloc(0);
const BATCH = 500;
/** The longest the log is waited for at once: `waitPast` is a hint. */
const LOOK_MS = 15_000;

export function createTail(store: EventLog, frameOf: ToFrame, { keepBytes, chunkBytes }: TailOptions): Tail {
  let joined = 0;
  let following: Following | undefined;

  const follow = async (tail: Following): Promise<void> => {
    while (!tail.ended.signal.aborted) {
      const { events, upTo } = await store.readAll({ after: tail.upTo, limit: BATCH });
      if (events.length > 0) tail.take(events.map(frameOf), upTo);
      else await store.waitPast(tail.upTo, LOOK_MS, tail.ended.signal);
    }
  };
  const end = (tail: Following | undefined, why?: unknown): void => {
    tail?.end(why);
    if (following === tail) following = undefined;
  };

  return {
    frameOf,
    join: () => {
      joined += 1;
      let left = false;
      return () => {
        if (left) return;
        left = true;
        joined -= 1;
        if (joined === 0) end(following);
      };
    },
    startAt: (position) => {
      if (following !== undefined || joined === 0) return;
      const tail = new Following(position, keepBytes, chunkBytes);
      following = tail;
      follow(tail).catch((error: unknown) => end(tail, error));
    },
    since: (after) => following?.since(after),
    grown: async (after, timeoutMs, signal) => (await following?.grown(after, timeoutMs, signal)) ?? false,
  };
}

/** One run of following the log, from a position on. */
class Following {
  readonly ended = new AbortController();
  upTo: Position;
  private floor: Position;
  private frames: Frame[] = [];
  private bytes = 0;
  private readonly keepBytes: number;
  private readonly chunkBytes: number;
  /** Readers at the same place are given the same bytes. */
  private readonly chunks = new Map<Position, Chunk>();
  private readonly waiting = new Set<{ readonly after: Position; wake(error?: unknown): void }>();

  constructor(from: Position, keepBytes: number, chunkBytes: number) {
    this.floor = from;
    this.upTo = from;
    this.keepBytes = keepBytes;
    this.chunkBytes = chunkBytes;
  }

  take(frames: readonly Frame[], upTo: Position): void {
    this.frames.push(...frames);
    this.upTo = frames.at(-1)?.position ?? upTo;
    for (const { bytes } of frames) this.bytes += bytes.length;
    let dropped = 0;
    while (this.bytes > this.keepBytes && dropped < this.frames.length) {
      const oldest = this.frames[dropped++] as Frame;
      this.bytes -= oldest.bytes.length;
      this.floor = oldest.position;
    }
    if (dropped > 0) this.frames = this.frames.slice(dropped);
    this.chunks.clear();
    for (const reader of this.waiting) if (reader.after < this.upTo) reader.wake();
  }

  since(after: Position): Chunk | undefined {
    if (after < this.floor) return undefined;
    if (after >= this.upTo) return { bytes: NOTHING, upTo: after };
    const known = this.chunks.get(after);
    if (known !== undefined) return known;
    const first = this.frames.length - countBehind(this.frames, after);
    let size = 0;
    let end = first;
    do size += this.frames[end++]?.bytes.length ?? 0;
    while (end < this.frames.length && size + (this.frames[end]?.bytes.length ?? 0) <= this.chunkBytes);
    const taken = this.frames.slice(first, end);
    const chunk = { bytes: Buffer.concat(taken.map(({ bytes }) => bytes)), upTo: taken.at(-1)?.position ?? after };
    this.chunks.set(after, chunk);
    return chunk;
  }

  grown(after: Position, timeoutMs: number, signal: AbortSignal): Promise<boolean> {
    if (after < this.upTo) return Promise.resolve(true);
    if (signal.aborted || this.ended.signal.aborted) return Promise.resolve(false);
    return new Promise((resolve, reject) => {
      const done = (error?: unknown): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', stop);
        this.waiting.delete(reader);
        if (error === undefined) resolve(after < this.upTo);
        else reject(error instanceof Error ? error : new Error('the log could not be read', { cause: error }));
      };
      const stop = (): void => done();
      const reader = { after, wake: done };
      const timer = setTimeout(stop, timeoutMs);
      signal.addEventListener('abort', stop, { once: true });
      this.waiting.add(reader);
    });
  }

  end(why?: unknown): void {
    this.ended.abort();
    for (const reader of this.waiting) reader.wake(why);
  }
}

/** How many of the frames, which are in order, are behind a position. */
function countBehind(frames: readonly Frame[], after: Position): number {
  let [low, high] = [0, frames.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((frames[middle]?.position ?? 0) > after) high = middle;
    else low = middle + 1;
  }
  return frames.length - low;
}
