/** Runs jobs of one key one after another, in the order they came, and jobs of different keys side by side. */
export interface KeyedQueue {
  run<T>(key: string, job: () => Promise<T>): Promise<T>;
}

export function createKeyedQueue(): KeyedQueue {
  const last = new Map<string, Promise<unknown>>();

  return {
    async run<T>(key: string, job: () => Promise<T>): Promise<T> {
      const mine = (last.get(key) ?? Promise.resolve()).then(job, job);
      last.set(key, mine);
      try {
        return await mine;
      } finally {
        if (last.get(key) === mine) last.delete(key);
      }
    },
  };
}
