import { pause } from './seed.ts';

const MINUTE = 60_000;

/** Waits until it is so, whatever fails meanwhile; answers after how many milliseconds. @throws when it takes too long */
export async function eventually(so: () => Promise<boolean> | boolean, withinMs = MINUTE): Promise<number> {
  const from = Date.now();
  let failure: unknown;
  while (Date.now() - from < withinMs) {
    try {
      if (await so()) return Date.now() - from;
    } catch (error) {
      failure = error;
    }
    await pause(50);
  }
  throw new Error(`it did not become so within ${withinMs} ms`, { cause: failure });
}
