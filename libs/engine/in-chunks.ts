/** All of them, or the first failure once every one of them has ended. */
export async function allOf<T>(running: readonly Promise<T>[]): Promise<T[]> {
  const ended = await Promise.allSettled(running);
  return ended.map((one) => {
    if (one.status === 'rejected') throw one.reason;
    return one.value;
  });
}

/** Runs the items so many at a time, in their order; what each answered. The first chunk with a failure is the last. */
export async function inChunks<Item, T>(
  items: readonly Item[],
  size: number,
  run: (item: Item) => Promise<T>,
): Promise<readonly T[]> {
  const answers: T[] = [];
  for (let start = 0; start < items.length; start += size) {
    answers.push(...(await allOf(items.slice(start, start + size).map(run))));
  }
  return answers;
}
