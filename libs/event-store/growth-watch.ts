import type { Position } from './event-store.port.ts';
import { Waiters } from './store-of.ts';

/** What a listener tells. */
export interface Listening {
  /** The log has reached this position. */
  readonly reached: (position: Position) => void;
  /** Nothing more will be heard from this listener. */
  readonly lost: () => void;
}

/** Ends a listener. Must not throw. */
export type StopListening = () => Promise<void>;

export interface GrowthWatchOptions {
  /** Opens the server's own way of telling that the log grew; resolves once it is told of everything that follows. */
  readonly listen: (hooks: Listening) => Promise<StopListening>;
  readonly readHead: () => Promise<Position>;
  /** Milliseconds between two looks at the log, should the listener fall silent. */
  readonly pollMs: number;
}

/** Looks in a row at which the log was further than the listener had told: then it is deaf, and another one is opened. */
const DEAF_AFTER = 2;

/**
 * Tells who waits that the log grew: at once by a listener, at the latest at the next poll. Listens from when the first
 * one waits. The watchdog: each poll compares what the listener told with the head of the log.
 */
export class GrowthWatch extends Waiters {
  readonly #options: GrowthWatchOptions;
  #listener: { readonly stop: StopListening } | undefined;
  #connecting: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #told: Position = 0;
  #behind = 0;

  constructor(options: GrowthWatchOptions) {
    super();
    this.#options = options;
  }

  override async waitPast(position: Position, timeoutMs: number, signal?: AbortSignal): Promise<void> {
    const waiting = super.waitPast(position, timeoutMs, signal);
    if (this.anybody) this.#watch();
    await waiting;
  }

  override async close(): Promise<void> {
    clearInterval(this.#timer);
    await super.close();
    await this.#connecting;
    await this.#listener?.stop();
  }

  #watch(): void {
    this.#timer ??= setInterval(() => void this.#poll(), this.#options.pollMs).unref();
    if (!this.#listener) this.#connect();
  }

  async #poll(): Promise<void> {
    if (!this.anybody) return;
    if (!this.#listener) this.#connect();
    const head = await this.#look();
    if (head !== undefined) await this.#checkHearing(head);
  }

  /** Trusts the log over what it remembers (a restored log may be shorter), unless it grew while we looked. */
  async #look(): Promise<Position | undefined> {
    const before = this.head;
    try {
      const head = await this.#options.readHead();
      if (this.head === before) this.head = head;
      this.reached(head);
      return head;
    } catch {
      return undefined; // Out of reach for now: the next poll looks again, and nobody waits longer than his timeout.
    }
  }

  async #checkHearing(head: Position): Promise<void> {
    this.#behind = this.#listener && head > this.#told ? this.#behind + 1 : 0;
    if (this.#behind < DEAF_AFTER) return;
    this.#behind = 0;
    const deaf = this.#listener;
    this.#listener = undefined;
    await deaf?.stop();
    if (!this.closed) this.#connect();
  }

  #connect(): void {
    this.#connecting ??= this.#listen().finally(() => (this.#connecting = undefined));
  }

  async #listen(): Promise<void> {
    let lost = false;
    this.#told = 0;
    const hooks: Listening = {
      reached: (position) => {
        this.#told = Math.max(this.#told, position);
        this.reached(position);
      },
      lost: () => {
        lost = true;
        if (listener && this.#listener === listener) this.#listener = undefined;
      },
    };
    let listener: { readonly stop: StopListening } | undefined;
    try {
      listener = { stop: await this.#options.listen(hooks) };
    } catch {
      return; // The next poll tries again.
    }
    if (lost) {
      await listener.stop();
      return;
    }
    this.#listener = listener;
    this.#told = Math.max(this.#told, (await this.#look()) ?? 0);
  }
}
