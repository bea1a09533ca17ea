/** How much one batch may carry. */
export interface BatchLimits {
  readonly appends: number;
  readonly bytes: number;
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
 * Coalesces concurrent work: while one batch is on its way, the next collects. Each piece is answered on its own; when
 * `run` throws, every piece of that batch gets the error.
 */
export class GroupCommit<Work extends Batchable, Answer> {
  readonly #run: (batch: readonly Work[]) => Promise<readonly Promise<Answer>[]>;
  readonly #limits: BatchLimits;
  #queue: Waiting<Work, Answer>[] = [];
  #running: Promise<void> | undefined;

  constructor(run: (batch: readonly Work[]) => Promise<readonly Promise<Answer>[]>, limits: BatchLimits) {
    this.#run = run;
    this.#limits = limits;
  }

  submit(work: Work): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ work, resolve, reject });
      this.#running ??= this.#drain();
    });
  }

  /** Resolves when everything submitted so far is answered. */
  async idle(): Promise<void> {
    while (this.#running) await this.#running;
  }

  async #drain(): Promise<void> {
    await Promise.resolve(); // lets the callers of this very moment join the first batch
    while (this.#queue.length > 0) await this.#commit(this.#nextBatch());
    this.#running = undefined;
  }

  async #commit(batch: readonly Waiting<Work, Answer>[]): Promise<void> {
    try {
      const answers = await this.#run(batch.map((waiting) => waiting.work));
      batch.forEach((waiting, index) => waiting.resolve(answers[index] as Promise<Answer>));
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
      const fits = batch.length < this.#limits.appends && (batch.length === 0 || bytes + size <= this.#limits.bytes);
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
