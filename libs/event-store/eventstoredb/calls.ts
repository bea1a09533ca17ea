import type { EventStoreDBClient } from '@eventstore/db-client';
import { LogUnreachableError } from '../event-store.port.ts';
import { retry } from '../retry.ts';
import { connect, type Connected, type Connection } from './connection.ts';
import { ConnectionGivenUpError, isPassing, isSilence, NoAnswerError } from './errors.ts';

export interface CallLimits {
  /** Milliseconds one try may take. */
  readonly deadlineMs: number;
  /** Milliseconds after which no other try is begun. */
  readonly patienceMs: number;
  /** In [0, 1): spreads repetitions. */
  readonly random: () => number;
}

/** A call of the client. `signal` is aborted when its time is up: what is still running must end. */
export type Call<T> = (client: EventStoreDBClient, signal: AbortSignal) => Promise<T>;

/** Silences in a row after which the connection counts as dead. */
const DEAD_AFTER = 2;
const PAUSES = { firstMs: 20, maxMs: 1000 };

/**
 * Makes calls that may be repeated: each with a deadline of our own, again after a failure that passes, and on a new
 * connection when the old one has fallen silent. The client alone would wait for ever on a connection that is half open.
 */
export class Calls {
  readonly #connection: Connection;
  readonly #limits: CallLimits;
  readonly #running = new Set<Promise<unknown>>();
  readonly #retired = new Set<Promise<void>>();
  #connected: Connected | undefined;
  #silences = 0;
  #closing = false;

  constructor(connection: Connection, limits: CallLimits) {
    this.#connection = connection;
    this.#limits = limits;
  }

  /** The client of the moment; for what has no end of its own, such as a subscription. */
  get client(): EventStoreDBClient {
    this.#connected ??= connect(this.#connection);
    return this.#connected.client;
  }

  /** Tries until it succeeds, fails for good, or patience ends. @throws LogUnreachableError then */
  run<T>(what: string, call: Call<T>): Promise<T> {
    const running = this.#persistently(what, call);
    this.#running.add(running);
    const done = () => this.#running.delete(running);
    running.then(done, done);
    return running;
  }

  /** Whoever uses the connection found it dead. */
  reconnect(): void {
    const dead = this.#connected;
    this.#connected = undefined;
    this.#silences = 0;
    if (!dead) return;
    const ended = dead.close().catch(() => undefined);
    this.#retired.add(ended);
    void ended.then(() => this.#retired.delete(ended));
  }

  /** Lets running calls end, begins none, and frees the connection. */
  async close(): Promise<void> {
    this.#closing = true;
    await Promise.allSettled(this.#running);
    this.reconnect();
    await Promise.all(this.#retired);
  }

  #persistently<T>(what: string, call: Call<T>): Promise<T> {
    const until = performance.now() + this.#limits.patienceMs;
    return retry(() => this.#once(what, call), {
      backoff: { ...PAUSES, random: this.#limits.random },
      another: (error, { waitMs }) => {
        if (!isPassing(error)) throw error;
        if (this.#closing || performance.now() + waitMs >= until)
          throw new LogUnreachableError(`the event store does not answer ${what}`, { cause: error });
      },
    });
  }

  async #once<T>(what: string, call: Call<T>): Promise<T> {
    const client = this.client;
    try {
      const result = await withDeadline(what, this.#limits.deadlineMs, (signal) => call(client, signal));
      if (client !== this.#connected?.client) throw new ConnectionGivenUpError(what);
      this.#silences = 0;
      return result;
    } catch (error) {
      if (isSilence(error) && client === this.#connected?.client) {
        this.#silences += 1;
        if (this.#silences >= DEAD_AFTER) this.reconnect();
      }
      throw error;
    }
  }
}

async function withDeadline<T>(what: string, ms: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const late = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new NoAnswerError(what, ms));
      late.abort();
    }, ms);
  });
  try {
    return await Promise.race([work(late.signal), silence]);
  } finally {
    clearTimeout(timer);
  }
}
