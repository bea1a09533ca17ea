/**
 * Turns the questions of one turn of the event loop, and those asked while a query runs, into one query. A question joins
 * only a query that begins after it was asked, so its answer is never older than the question.
 */
export const batched = <Value>(
  askMany: (keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
): ((key: string) => Promise<Value | undefined>) => {
  let running = false;
  let waiting:
    { readonly keys: string[]; readonly answer: PromiseWithResolvers<ReadonlyMap<string, Value>> } | undefined;

  const runWaiting = async (): Promise<void> => {
    running = true;
    await nextTurn();
    while (waiting !== undefined) {
      const { keys, answer } = waiting;
      waiting = undefined;
      await askMany(keys).then(answer.resolve, answer.reject);
    }
    running = false;
  };

  return async (key) => {
    waiting ??= { keys: [], answer: Promise.withResolvers() };
    waiting.keys.push(key);
    const { promise } = waiting.answer;
    if (!running) void runWaiting();
    return (await promise).get(key);
  };
};

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
