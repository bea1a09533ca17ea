import type { EventStore, Position } from './event-store.port.ts';

/** What each kind of store does its own way. */
export interface StoreParts extends Pick<EventStore, 'append' | 'readStream' | 'readAll' | 'head'> {
  /** Frees connections: nothing is under way any more. */
  readonly end: () => Promise<unknown>;
}

interface Waiter {
  readonly position: Position;
  readonly wake: () => void;
}

/** Those who wait for the log to grow. */
export class Waiters {
  protected head: Position = 0;
  protected closed = false;
  readonly #waiting = new Set<Waiter>();

  protected get anybody(): boolean {
    return this.#waiting.size > 0;
  }

  /** As {@link EventStore.waitPast}. */
  async waitPast(position: Position, timeoutMs: number, signal?: AbortSignal): Promise<void> {
    if (this.closed || signal?.aborted || this.head > position) return;
    await new Promise<void>((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', wake);
        this.#waiting.delete(waiter);
        resolve();
      };
      const waiter = { position, wake };
      const timer = setTimeout(wake, timeoutMs);
      signal?.addEventListener('abort', wake);
      this.#waiting.add(waiter);
    });
  }

  /** The log has reached this position: wakes everybody who waited for less. */
  reached(position: Position): void {
    this.head = Math.max(this.head, position);
    for (const waiter of [...this.#waiting]) if (this.head > waiter.position) waiter.wake();
  }

  /** Wakes everybody, and lets nobody wait any more. */
  async close(): Promise<void> {
    this.closed = true;
    for (const waiter of [...this.#waiting]) waiter.wake();
  }
}

/** What all stores do alike: who waits is told of appends; once closed, what is under way ends and all else is refused. */
export function storeOf({ end, ...parts }: StoreParts, waiters: Waiters): EventStore {
  const underWay = new Set<Promise<unknown>>();
  let closing: Promise<void> | undefined;

  const whileOpen =
    <Asked extends unknown[], Answer>(work: (...asked: Asked) => Promise<Answer>) =>
    async (...asked: Asked): Promise<Answer> => {
      if (closing) throw new Error('the event store is closed');
      const answer = work(...asked);
      underWay.add(answer);
      return answer.finally(() => underWay.delete(answer));
    };

  const close = async (): Promise<void> => {
    await Promise.allSettled(underWay);
    await waiters.close();
    await end();
  };

  return {
    append: whileOpen(async (...asked) => {
      const result = await parts.append(...asked);
      if (result.kind === 'appended') waiters.reached(result.position);
      return result;
    }),
    readStream: whileOpen(parts.readStream),
    readAll: whileOpen(parts.readAll),
    head: whileOpen(parts.head),
    waitPast: (...asked) => waiters.waitPast(...asked),
    close: () => (closing ??= close()),
  };
}
