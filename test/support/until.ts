import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Waits for what comes about sooner or later, whatever fails meanwhile, and answers it: anything but `undefined` and
 * `false`. @throws after so many milliseconds, a minute unless told, with the last failure as its cause
 */
export async function until<T>(come: () => T | Promise<T>, withinMs = 60_000): Promise<Exclude<T, undefined | false>> {
  let failure: unknown;
  for (const end = Date.now() + withinMs; Date.now() < end;) {
    try {
      const found = await come();
      if (found !== undefined && found !== false) return found as Exclude<T, undefined | false>;
    } catch (error) {
      failure = error;
    }
    await sleep(5);
  }
  throw new Error(`it did not come about within ${withinMs} ms`, { cause: failure });
}

/** Waits until a check passes. */
export const untilPasses = (check: () => Promise<void>): Promise<true> =>
  until(() => check().then(() => true as const));

/** Waits until nothing that follows from what was done is still being recorded: the log does not grow any more. */
export async function untilQuiet(store: { readonly head: () => Promise<number> }): Promise<void> {
  for (let seen = -1, head = await store.head(); head !== seen; head = await store.head()) {
    seen = head;
    await sleep(300);
  }
}
