import type { ApiKeys } from '#identity';

/** Tells streams that are open when the key they were opened with is revoked: one question for all of them. */
export interface KeyWatch {
  /** Calls back once when the key is no longer good. Answers how to stop watching. */
  watch(secret: string, onRevoked: () => void): () => void;
}

/** Looks every so many milliseconds, while somebody watches. A question that fails is asked again the next time. */
export function createKeyWatch(apiKeys: Pick<ApiKeys, 'find'>, everyMs: number): KeyWatch {
  const watchers = new Set<{ readonly secret: string; readonly onRevoked: () => void }>();
  let timer: NodeJS.Timeout | undefined;
  const look = async (): Promise<void> => {
    const secrets = new Set([...watchers].map(({ secret }) => secret));
    await Promise.all([...secrets].map(async (secret) => ((await apiKeys.find(secret)) ? undefined : tell(secret))));
  };
  const tell = (revoked: string): void => {
    for (const { secret, onRevoked } of watchers) if (secret === revoked) onRevoked();
  };
  return {
    watch: (secret, onRevoked) => {
      const watcher = { secret, onRevoked };
      watchers.add(watcher);
      timer ??= setInterval(() => void look().catch(() => undefined), everyMs).unref();
      return () => {
        watchers.delete(watcher);
        if (watchers.size > 0) return;
        clearInterval(timer);
        timer = undefined;
      };
    },
  };
}
