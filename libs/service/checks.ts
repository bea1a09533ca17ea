/** Looks whether something this process needs is there, and answers what is worth telling of it. Rejects when it is not. */
export type Check = () => Promise<object | undefined>;

/** What came of a look; never why it failed, as that may name what outsiders should not know. */
export type Checked = { readonly status: 'up' } | { readonly status: 'down' };

/** Milliseconds a look may take: longer is as good as never. */
const PATIENCE_MS = 2000;

/** Looks at everything at once. `onDown` is told why something is down. */
export async function runChecks<Name extends string>(
  checks: Readonly<Record<Name, Check>>,
  onDown: (name: Name, error: unknown) => void = () => undefined,
  patienceMs = PATIENCE_MS,
): Promise<Record<Name, Checked>> {
  const looked = await Promise.all(
    Object.entries<Check>(checks).map(async ([name, check]) => {
      try {
        return [name, { status: 'up', ...(await inTime(check(), patienceMs)) }] as const;
      } catch (error) {
        onDown(name as Name, error);
        return [name, { status: 'down' }] as const;
      }
    }),
  );
  return Object.fromEntries(looked) as Record<Name, Checked>;
}

async function inTime<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
