import { runMigrations } from 'bullmq';
import { APP_ROLE, lockSession, QUEUE_ROLE, QUEUE_SCHEMA, withClient } from '#postgres';

const CREATE_ROLE = `DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${QUEUE_ROLE}') THEN CREATE ROLE ${QUEUE_ROLE} NOLOGIN; END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; -- created by another database's migration meanwhile
END $$`;

/** Whoever signs in for the application may act for the queue too, and so may we; the application's role may not. */
const LET_LOGINS_ACT = `DO $$ DECLARE login name; BEGIN
  FOR login IN
    SELECT rolname FROM pg_roles
    WHERE NOT rolsuper AND NOT pg_has_role(oid, '${QUEUE_ROLE}', 'USAGE')
      AND (rolname = current_user
        OR oid IN (SELECT member FROM pg_auth_members WHERE roleid = to_regrole('${APP_ROLE}')::oid AND rolcanlogin))
  LOOP EXECUTE format('GRANT ${QUEUE_ROLE} TO %I', login); END LOOP;
EXCEPTION WHEN unique_violation THEN NULL; -- granted by another database's migration meanwhile
END $$`;

const LET_ROLE_IN = ['TABLES', 'SEQUENCES', 'ROUTINES'].map(
  (kind) => `GRANT ALL ON ALL ${kind} IN SCHEMA ${QUEUE_SCHEMA} TO ${QUEUE_ROLE}`,
);

/**
 * Makes the queue's role and schema and brings the schema to the version of this program. Run it after the log's
 * migration, which makes the application's role. Safe to run at each start and by several processes at once.
 *
 * @param adminUrl signs in as a superuser, or as an owner of the database with CREATEROLE
 * @throws when the schema was made by a newer BullMQ than this program can work with
 */
export const migrateQueue = (adminUrl: string): Promise<void> =>
  withClient(adminUrl, async (admin) => {
    await lockSession(admin, 'queueMigration');
    await admin.query(CREATE_ROLE);
    await admin.query(LET_LOGINS_ACT);
    await admin.query(`CREATE SCHEMA IF NOT EXISTS ${QUEUE_SCHEMA} AUTHORIZATION ${QUEUE_ROLE}`);
    await runMigrations(admin, QUEUE_SCHEMA);
    for (const grant of LET_ROLE_IN) await admin.query(grant);
  });
