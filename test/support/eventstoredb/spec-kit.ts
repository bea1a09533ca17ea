import { EventStoreDBClient, jsonEvent, type AllStreamResolvedEvent, type JSONEventType } from '@eventstore/db-client';

/** Credentials make the client append call by call, without them it goes through its batch stream. */
export const EACH_WAY = [
  ['over the batch stream', {}],
  ['call by call', { credentials: { username: 'admin', password: 'changeit' } }],
] as const;

type Registered = JSONEventType<'ModelRegistered', { readonly name: string }>;

export const registered = (name = 'Nước sạch', id?: string) =>
  jsonEvent<Registered>({ type: 'ModelRegistered', data: { name }, ...(id === undefined ? {} : { id }) });

export const connect = (url: string): EventStoreDBClient => EventStoreDBClient.connectionString(url);

/** What a promise is refused with. */
export async function failure(
  promise: Promise<unknown>,
): Promise<Error & { readonly type?: string; readonly code?: number }> {
  try {
    await promise;
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing went wrong');
}

export async function collect<T>(events: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const event of events) found.push(event);
  return found;
}

/** The user's events of `$all`, oldest first. */
export async function userEvents(client: EventStoreDBClient): Promise<AllStreamResolvedEvent[]> {
  return (await collect(client.readAll())).filter(({ event }) => event?.type.startsWith('$') === false);
}

/** The first `count` events of a subscription, which is ended then. */
export async function take<T>(subscription: AsyncIterable<T>, count: number): Promise<T[]> {
  const found: T[] = [];
  for await (const event of subscription) {
    found.push(event);
    if (found.length === count) break;
  }
  return found;
}

/** Whether nothing comes of a promise for a while. */
export async function isSilent(promise: Promise<unknown>): Promise<boolean> {
  const spoke = promise.then(
    () => false,
    () => false,
  );
  return Promise.race([spoke, new Promise<boolean>((wake) => setTimeout(wake, 200, true))]);
}

export const names = (events: readonly { event?: { data: unknown } | undefined }[]): string[] =>
  events.map(({ event }) => (event?.data as { name: string }).name);
