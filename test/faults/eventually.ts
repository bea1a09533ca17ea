import { until } from '#support/until';

/** Waits until it is so, whatever fails meanwhile; answers after how many milliseconds. @throws when it takes too long */
export async function eventually(so: () => Promise<boolean> | boolean, withinMs?: number): Promise<number> {
  const from = Date.now();
  await until(so, withinMs);
  return Date.now() - from;
}
