import type { SchemaMigrations } from '#postgres';

/** Accounts, sessions, failed attempts, api keys, and the name of the log's history. No secret is kept, only what recognises one. */
const TABLES = `
CREATE SCHEMA IF NOT EXISTS identity;

CREATE TABLE IF NOT EXISTS identity.accounts (
  id            uuid PRIMARY KEY,
  person_id     uuid NOT NULL,
  username      text NOT NULL UNIQUE,
  password_hash text NOT NULL,
  created_at    timestamptz NOT NULL,
  activated_at  timestamptz,
  disabled_at   timestamptz
);
CREATE INDEX IF NOT EXISTS accounts_of_person ON identity.accounts (person_id);

CREATE TABLE IF NOT EXISTS identity.sessions (
  id_hash      bytea PRIMARY KEY,
  account_id   uuid NOT NULL REFERENCES identity.accounts (id),
  created_at   timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL
);
CREATE INDEX IF NOT EXISTS sessions_of_account ON identity.sessions (account_id);

CREATE TABLE IF NOT EXISTS identity.attempts (
  username_hash bytea PRIMARY KEY,
  failed        integer NOT NULL,
  locked_until  timestamptz NOT NULL
);

CREATE TABLE IF NOT EXISTS identity.api_keys (
  id         uuid PRIMARY KEY,
  key_hash   bytea NOT NULL UNIQUE,
  consumer   text NOT NULL,
  scopes     text[] NOT NULL,
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL,
  revoked_at timestamptz,
  revoked_by uuid
);

CREATE TABLE IF NOT EXISTS identity.epoch (
  one   boolean PRIMARY KEY CHECK (one),
  epoch uuid NOT NULL
);
`;

/**
 * Whom a password admits stands in the log since then: what was opened and not disabled goes on under the id of its
 * account. Whoever was signed in signs in once more.
 */
const PASSWORDS = `
CREATE TABLE identity.passwords (
  id     uuid PRIMARY KEY,
  hash   text NOT NULL,
  set_at timestamptz NOT NULL
);
INSERT INTO identity.passwords (id, hash, set_at)
SELECT id, password_hash, created_at FROM identity.accounts WHERE activated_at IS NOT NULL AND disabled_at IS NULL;

DROP TABLE identity.sessions;
DROP TABLE identity.accounts;

CREATE TABLE identity.sessions (
  id_hash       bytea PRIMARY KEY,
  person_id     uuid NOT NULL,
  account_id    uuid NOT NULL,
  credential_id uuid NOT NULL,
  proven_by     text NOT NULL,
  created_at    timestamptz NOT NULL,
  last_seen_at  timestamptz NOT NULL
);

CREATE TABLE identity.invitations (
  id        uuid PRIMARY KEY,
  person_id uuid NOT NULL,
  code_hash bytea NOT NULL UNIQUE,
  issued_at timestamptz NOT NULL
);
`;

const SECOND_FACTORS = `
CREATE TABLE identity.second_factors (
  id        uuid PRIMARY KEY,
  person_id uuid NOT NULL,
  secret    text NOT NULL,
  made_at   timestamptz NOT NULL,
  last_step bigint NOT NULL DEFAULT 0
);
ALTER TABLE identity.sessions ADD COLUMN second_factor_id uuid;
`;

/** The schema `identity`. */
export const identityMigrations: SchemaMigrations = {
  schema: 'identity',
  migrations: [
    { name: 'tables', sql: TABLES },
    { name: 'passwords', sql: PASSWORDS },
    { name: 'second-factors', sql: SECOND_FACTORS },
  ],
};
