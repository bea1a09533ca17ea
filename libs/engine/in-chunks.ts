/** All of them, or the first failure once every one of them has ended. */
export async function awaitAll<T>(running: readonly Promise<T>[]): Promise<T[]> {
  const ended = await Promise.allSettled(running);
  return ended.map((one) => {
    if (one.status === 'rejected') throw one.reason;
    return one.value;
  });
}

/** The items in their order, so many together. */
export const chunksOf = <Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, nth) => items.slice(nth * size, (nth + 1) * size));

/** Runs the items so many at a time, in their order; what each answered. The first chunk with a failure is the last. */
export async function inChunks<Item, T>(
  items: readonly Item[],
  size: number,
  run: (item: Item) => Promise<T>,
): Promise<readonly T[]> {
  const answers: T[] = [];
  for (const chunk of chunksOf(items, size)) answers.push(...(await awaitAll(chunk.map(run))));
  return answers;
}
