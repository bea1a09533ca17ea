import type { EventStore, Position } from '#event-store';
import { openStore } from '../support/log.ts';

/** Where a reader goes on; `behind-the-head` is wrong. */
type GoesOn = 'behind-what-it-read' | 'behind-the-head';

/** A consumer of the log: what it has handled, and the checkpoint it would keep beside it. */
export class RestartedReader {
  readonly handled: { readonly position: Position; readonly id: string }[] = [];
  readonly #random: () => number;
  readonly #categories: readonly string[] | undefined;
  readonly #goesOn: GoesOn;
  #checkpoint: Position = 0;
  #starts = 0;

  constructor(random: () => number, categories?: readonly string[], goesOn: GoesOn = 'behind-what-it-read') {
    this.#random = random;
    this.#categories = categories;
    this.#goesOn = goesOn;
  }

  /** How often it has started. */
  get starts(): number {
    return this.#starts;
  }

  /** Follows the log until told to stop and at its head; now and then it starts anew from its checkpoint. */
  async follow(url: string, stopped: () => boolean): Promise<void> {
    for (let done = false; !done;) {
      this.#starts += 1;
      const store = await openStore(url, { poolSize: 1 });
      done = await this.#followUntilRestart(store, stopped);
      await store.close();
    }
  }

  async #followUntilRestart(store: EventStore, stopped: () => boolean): Promise<boolean> {
    while (this.#random() > 0.03) {
      const last = stopped();
      const categories = this.#categories ? { categories: this.#categories } : {};
      const limit = 1 + Math.floor(this.#random() * 40);
      const { events, upTo } = await store.readAll({ after: this.#checkpoint, limit, ...categories });
      this.handled.push(...events.map(({ position, id }) => ({ position, id })));
      this.#checkpoint = this.#goesOn === 'behind-the-head' ? await store.head() : upTo;
      if (events.length === 0 && last) return true;
      if (events.length === 0) await store.waitPast(upTo, 50);
    }
    return false;
  }
}
