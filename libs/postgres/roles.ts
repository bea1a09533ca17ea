import type { ClientBase } from 'pg';

/** Owns the schema of the log; nobody signs in with it. */
export const OWNER_ROLE = 'kheo_owner';

/** The application acts as this role: on the log it may only insert and select. It may create schemas of its own. */
export const APP_ROLE = 'kheo_app';

const CREATE_ROLES = [OWNER_ROLE, APP_ROLE].map(
  (role) => `DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${role}') THEN CREATE ROLE ${role} NOLOGIN; END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; -- created by another database's migration meanwhile
END $$`,
);

/** The signed-in user must be able to act as both, unless it is a superuser. */
const JOIN_ROLES = [OWNER_ROLE, APP_ROLE].map(
  (role) => `DO $$ BEGIN
  IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) AND NOT pg_has_role(current_user, '${role}', 'USAGE')
  THEN GRANT ${role} TO CURRENT_USER; END IF;
END $$`,
);

const GRANT_ON_DATABASE = [OWNER_ROLE, APP_ROLE].map(
  (role) => `DO $$ BEGIN
  IF NOT has_database_privilege('${role}', current_database(), 'CREATE')
  THEN EXECUTE format('GRANT CREATE ON DATABASE %I TO ${role}', current_database()); END IF;
END $$`,
);

/** Makes the two roles once per server and lets them into this database. */
export async function prepareRoles(admin: ClientBase): Promise<void> {
  for (const sql of [...CREATE_ROLES, ...JOIN_ROLES, ...GRANT_ON_DATABASE]) await admin.query(sql);
}

/** The same URL, signed in to act as {@link APP_ROLE}; a URL that already names a role is left alone. */
export function asAppRole(url: string): string {
  const parsed = new URL(url);
  const options = parsed.searchParams.get('options') ?? '';
  if (/\brole=/.test(options)) return url;
  parsed.searchParams.set('options', `${options} -c role=${APP_ROLE}`.trim());
  parsed.search = parsed.search.replaceAll('+', '%20'); // libpq takes a plus for a plus
  return parsed.href;
}

/** Acts on the queue's schema and on nothing else: not on the log, the read models, or who may sign in. */
export const QUEUE_ROLE = 'kheo_queue';

/** BullMQ looks for its tables here when it is given a pool. */
export const QUEUE_SCHEMA = 'bullmq';

/** `SET ROLE` applies no settings of a role, so each session brings its own. */
const SETTINGS = {
  role: QUEUE_ROLE,
  search_path: QUEUE_SCHEMA,
  // What a crash takes from the queue the outbox still knows.
  synchronous_commit: 'off',
  statement_timeout: '30000',
  idle_in_transaction_session_timeout: '30000',
};

/** The same URL, signed in to act as {@link QUEUE_ROLE}, whatever role it named before. */
export function asQueueRole(url: string): string {
  const parsed = new URL(url);
  const ours = new RegExp(`-c\\s*(${Object.keys(SETTINGS).join('|')})=\\S+`, 'g');
  const others = (parsed.searchParams.get('options') ?? '').replaceAll(ours, '').trim();
  const options = Object.entries(SETTINGS).map(([name, value]) => `-c ${name}=${value}`);
  parsed.searchParams.set('options', [others, ...options].join(' ').trim());
  parsed.searchParams.set('application_name', QUEUE_ROLE);
  parsed.search = parsed.search.replaceAll('+', '%20'); // libpq takes a plus for a plus
  return parsed.href;
}
