import { EventStoreDBClient, type Credentials } from '@eventstore/db-client';

/** How to reach the cluster; see {@link parseConnection}. */
export interface Connection {
  /** In the words of the client: `esdb://` or `esdb+discover://`. */
  readonly connectionString: string;
  /**
   * Given with each append, because then the client makes one call of it, with a deadline. Without them it would send
   * all appends down one shared stream, where nothing has a deadline and one broken transport fails everybody's appends.
   */
  readonly credentials: Credentials | undefined;
}

/** The client leaves credentials out of connections that are not encrypted; that they are given is all that counts. */
const NOBODY: Credentials = { username: 'nobody', password: 'nobody' };

const CREDENTIALS = /^[^:]+:\/\/([^:/@]+):([^@]+)@/;

/** Takes `esdb://`, `esdb+discover://` and KurrentDB's names for the same. @throws when the client cannot read it */
export function parseConnection(url: string): Connection {
  const connectionString = url.replace(/^kurrentdb(\+discover)?:/, 'esdb$1:').replace(/^kdb(\+discover)?:/, 'esdb$1:');
  const [, username, password] = CREDENTIALS.exec(connectionString) ?? [];
  if (username !== undefined && password !== undefined)
    return {
      connectionString,
      credentials: { username: decodeURIComponent(username), password: decodeURIComponent(password) },
    };
  return { connectionString, credentials: /[?&]tls=false/i.test(connectionString) ? NOBODY : undefined };
}

/** What of the client is not in its types, and has no public way. */
interface Internals {
  supports: () => Promise<boolean>;
  getChannel(): Promise<{ close(): void }>;
}

/** A client with a connection of its own. */
export interface Connected {
  readonly client: EventStoreDBClient;
  /** Ends its calls and its connection. */
  close(): Promise<void>;
}

export function connect({ connectionString, credentials }: Connection): Connected {
  const client = EventStoreDBClient.connectionString(connectionString);
  const internals = client as unknown as Internals;
  // Signed in by a certificate alone there are no credentials to give: the shared stream is switched off.
  if (credentials === undefined) internals.supports = async () => false;
  return {
    client,
    async close() {
      await client.dispose();
      // `dispose` ends calls, and leaves the connection open.
      const channel = await internals.getChannel().catch(() => undefined);
      channel?.close();
    },
  };
}
