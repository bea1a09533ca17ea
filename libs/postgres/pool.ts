import { Kysely, PostgresDialect } from 'kysely';
import { Client, Pool, type ClientBase } from 'pg';

export interface PoolOptions {
  readonly url: string;
  /** What the server's list of sessions (`pg_stat_activity`) calls them. */
  readonly name: string;
  readonly connections: number;
  /** Milliseconds to wait for a connection, be it a new one or one that others use; 10,000 unless told. */
  readonly connectWithinMs?: number;
  /** Milliseconds after which a server that is silent during a statement counts as out of reach; for ever unless told. */
  readonly silenceMs?: number;
  /** Looks at each new connection before it is used; one that it throws for is not used. */
  readonly check?: (client: ClientBase) => Promise<void>;
  /** Told of each connection that breaks, idle or in use. The pool replaces it by itself. */
  readonly onLost?: ((error: Error) => void) | undefined;
}

const KEEP_ALIVE_MS = 10_000;

/**
 * The one way to make connections. A connection that breaks ends the statement at hand and never the process. `end()`
 * it when done.
 */
export function openPool({ url, name, connections, ...options }: PoolOptions): Pool {
  const { connectWithinMs = 10_000, silenceMs, check, onLost = () => undefined } = options;
  const settings = {
    connectionString: url,
    application_name: name,
    max: connections,
    connectionTimeoutMillis: connectWithinMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
    ...(silenceMs === undefined ? {} : { query_timeout: silenceMs }),
    ...(check === undefined ? {} : { onConnect: check }),
  };
  const pool = new Pool(settings);
  pool.on('error', () => undefined); // the listener of the client is told too
  pool.on('connect', (client) => client.on('error', onLost));
  return pool;
}

/** Kysely over a pool, which stays the caller's to end. */
export const kyselyOver = (pool: Pool): Kysely<unknown> => new Kysely({ dialect: new PostgresDialect({ pool }) });

/**
 * One connection of its own, for what belongs to a session: to listen, to hold a lock. `onLost` is told when it ends, also
 * by `end()`. @throws when there is none to be had within 5 seconds
 */
export async function openConnection(
  url: string,
  { name = 'kheo', onLost = () => undefined }: { readonly name?: string; readonly onLost?: () => void } = {},
): Promise<Client> {
  const client = new Client({
    connectionString: url,
    application_name: name,
    connectionTimeoutMillis: 5000,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
  });
  client.on('error', onLost).on('end', onLost);
  try {
    await client.connect();
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
}

/** A connection for the length of the work. */
export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = await openConnection(url);
  return work(client).finally(() => client.end());
}
