import { Client, type ClientConfig } from 'pg';
import type { Position } from '../event-store.port.ts';

export interface GrowthWatchOptions {
  readonly connection: ClientConfig;
  readonly readHead: () => Promise<Position>;
  /** Milliseconds between two looks at the log, should a notification be lost. */
  readonly pollMs: number;
}

interface Waiter {
  readonly position: Position;
  readonly wake: () => void;
}

/**
 * Tells who waits that the log grew: at once by LISTEN/NOTIFY on a connection of its own, at the latest at the next poll.
 * Connects when the first one waits; a lost connection is opened again at the next poll.
 */
export class GrowthWatch {
  readonly #options: GrowthWatchOptions;
  readonly #waiters = new Set<Waiter>();
  #listener: Client | undefined;
  #connecting: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #head: Position = 0;
  #closed = false;

  constructor(options: GrowthWatchOptions) {
    this.#options = options;
  }

  async waitPast(position: Position, timeoutMs: number, signal?: AbortSignal): Promise<void> {
    if (this.#closed || signal?.aborted || this.#head > position) return;
    await new Promise<void>((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', wake);
        this.#waiters.delete(waiter);
        resolve();
      };
      const waiter = { position, wake };
      const timer = setTimeout(wake, timeoutMs);
      signal?.addEventListener('abort', wake);
      this.#waiters.add(waiter);
      this.#watch();
    });
  }

  /** The log has reached this position: wakes everybody who waited for less. */
  reached(position: Position): void {
    this.#head = Math.max(this.#head, position);
    for (const waiter of [...this.#waiters]) if (this.#head > waiter.position) waiter.wake();
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#timer);
    for (const waiter of [...this.#waiters]) waiter.wake();
    await this.#connecting;
    await this.#listener?.end().catch(() => undefined);
  }

  #watch(): void {
    this.#timer ??= setInterval(() => void this.#poll(), this.#options.pollMs).unref();
    if (!this.#listener) this.#connect();
  }

  async #poll(): Promise<void> {
    if (this.#waiters.size === 0) return;
    if (!this.#listener) this.#connect();
    await this.#look();
  }

  /** Trusts the log over what it remembers (a restored log may be shorter), unless it grew while we looked. */
  async #look(): Promise<void> {
    const before = this.#head;
    try {
      const head = await this.#options.readHead();
      if (this.#head === before) this.#head = head;
      this.reached(head);
    } catch {
      return; // Out of reach for now: the next poll looks again, and nobody waits longer than his timeout.
    }
  }

  #connect(): void {
    this.#connecting ??= this.#listen().finally(() => (this.#connecting = undefined));
  }

  async #listen(): Promise<void> {
    const client = new Client(this.#options.connection);
    const lost = () => {
      if (this.#listener === client) this.#listener = undefined;
    };
    client.on('error', lost).on('end', lost);
    client.on('notification', ({ payload }) => this.reached(Number(payload)));
    try {
      await client.connect();
      await client.query('LISTEN kheo_log');
      this.#listener = client;
      await this.#look();
    } catch {
      await client.end().catch(() => undefined);
    }
  }
}
