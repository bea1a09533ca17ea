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
