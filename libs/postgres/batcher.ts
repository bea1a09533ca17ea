/** How much one batch may carry, and how many batches may be on their way at once. */
export interface BatchLimits {
  readonly pieces: number;
  readonly bytes: number;
  readonly lanes: number;
}

/** What the batcher must know of a piece of work: pieces that share a key never meet in one batch. */
export interface Batchable {
  readonly keys: readonly string[];
  readonly bytes: number;
}

interface Waiting<Work, Answer> {
  readonly work: Work;
  readonly resolve: (answer: Answer | Promise<Answer>) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Coalesces concurrent work: while batches are on their way on every lane, the next collects. Each piece is answered on
 * its own; when `run` throws, every piece of that batch gets the error.
 */
export class Batcher<Work extends Batchable, Answer> {
  readonly #run: (batch: readonly Work[]) => Promise<readonly (Answer | Promise<Answer>)[]>;
  readonly #limits: BatchLimits;
  #busy = 0;
  #queue: Waiting<Work, Answer>[] = [];

  constructor(run: (batch: readonly Work[]) => Promise<readonly (Answer | Promise<Answer>)[]>, limits: BatchLimits) {
    this.#run = run;
    this.#limits = limits;
  }

  submit(work: Work): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ work, resolve, reject });
      if (this.#busy < this.#limits.lanes) void this.#drain();
    });
  }

  /**
   * Each batch begins a turn of the event loop later, so that the callers of this very moment join it. Finding the queue
   * empty and leaving the lane are one step: nobody may come between them and be forgotten.
   */
  async #drain(): Promise<void> {
    this.#busy += 1;
    await nextTurn();
    while (this.#queue.length > 0) {
      await this.#commit(this.#nextBatch());
      await nextTurn();
    }
    this.#busy -= 1;
  }

  async #commit(batch: readonly Waiting<Work, Answer>[]): Promise<void> {
    try {
      const answers = await this.#run(batch.map((waiting) => waiting.work));
      batch.forEach((waiting, index) => waiting.resolve(answers[index] as Answer));
    } catch (error) {
      for (const waiting of batch) waiting.reject(error);
    }
  }

  #nextBatch(): Waiting<Work, Answer>[] {
    const batch: Waiting<Work, Answer>[] = [];
    const later: Waiting<Work, Answer>[] = [];
    const taken = new Set<string>();
    let bytes = 0;
    for (const waiting of this.#queue) {
      const { keys, bytes: size } = waiting.work;
      const fits = batch.length < this.#limits.pieces && (batch.length === 0 || bytes + size <= this.#limits.bytes);
      const free = !keys.some((key) => taken.has(key));
      for (const key of keys) taken.add(key);
      if (fits && free) {
        batch.push(waiting);
        bytes += size;
      } else later.push(waiting);
    }
    this.#queue = later;
    return batch;
  }
}

const UNBOUNDED: BatchLimits = { pieces: Infinity, bytes: Infinity, lanes: 1 };

/**
 * Does in one go what is asked for in one moment, and what is asked for while that is under way in the next. Whoever asks
 * joins only work that begins afterwards, so the answer is never older than the question; all who join get the same one.
 */
export function coalesced<Item, Answer>(
  work: (items: readonly Item[]) => Promise<Answer>,
): (item: Item) => Promise<Answer> {
  const batcher = new Batcher<Batchable & { readonly item: Item }, Answer>(async (batch) => {
    const answer = await work(batch.map(({ item }) => item));
    return batch.map(() => answer);
  }, UNBOUNDED);
  return (item) => batcher.submit({ item, keys: [], bytes: 0 });
}

/** Turns questions into as few queries as {@link coalesced} does; each gets the answer to its own. */
export function batched<Value>(
  askMany: (keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
): (key: string) => Promise<Value | undefined> {
  const ask = coalesced(askMany);
  return async (key) => (await ask(key)).get(key);
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
