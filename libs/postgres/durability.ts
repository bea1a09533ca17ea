import type { ClientBase } from 'pg';

/** The server or the session may lose what it acknowledged: the store refuses to work on it. */
export class NotDurableError extends Error {
  override readonly name = 'NotDurableError';
}

const SETTINGS = `SELECT name, setting FROM pg_catalog.pg_settings
  WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit') AND setting = 'off'`;

/**
 * Refuses a connection on which an acknowledged event could be lost: `fsync`, `full_page_writes` or `synchronous_commit`
 * off, be it for the server, the database, the role or the session. Changes nothing by itself.
 */
export async function assertDurable(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string }>(SETTINGS);
  const off = rows.map((row) => row.name).join(', ');
  if (off !== '') throw new NotDurableError(`PostgreSQL could lose acknowledged events: ${off} is off. Switch it on.`);
}
