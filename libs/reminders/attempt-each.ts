import { inChunks } from '#engine';

/** Under way at once: enough for the log to commit them in groups. */
const AT_ONCE = 64;

/**
 * Does it for each, many at a time. What fails keeps no other from being done.
 * @param failed Told of each failure.
 * @returns those that went well, in their order.
 */
export const attemptEach = async <Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<unknown>,
  failed: (error: unknown) => void,
): Promise<readonly Item[]> => {
  const went = await inChunks(items, AT_ONCE, async (item) => {
    try {
      await work(item);
      return true;
    } catch (error) {
      failed(error);
      return false;
    }
  });
  return items.filter((_, index) => went[index]);
};
