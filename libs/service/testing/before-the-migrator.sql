-- A database as the program before the common migrator made it (commit d0987b2), with a few rows in each schema.
-- The roles are there; everything else is missing.
set role kheo_owner;
create schema kheo_log;
create table kheo_log.migrations (
  number integer primary key, name text not null, applied_at timestamptz not null default now());

CREATE TABLE kheo_log.events (
  position    bigint PRIMARY KEY CHECK (position > 0),
  stream      text COLLATE "C" NOT NULL,
  category    text COLLATE "C" NOT NULL CHECK (category = split_part(stream, '-', 1)),
  revision    integer NOT NULL CHECK (revision >= 0),
  id          uuid NOT NULL UNIQUE,
  type        text COLLATE "C" NOT NULL,
  version     integer NOT NULL CHECK (version > 0),
  data        json NOT NULL,
  meta        json NOT NULL,
  recorded_at timestamptz NOT NULL,
  UNIQUE (stream, revision)
);
CREATE INDEX events_by_category ON kheo_log.events (category, position);

CREATE FUNCTION kheo_log.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'kheo_log.events only grows: % is refused', TG_OP USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER events_only_grow BEFORE UPDATE OR DELETE OR TRUNCATE ON kheo_log.events
  FOR EACH STATEMENT EXECUTE FUNCTION kheo_log.refuse_change();
ALTER TABLE kheo_log.events ENABLE ALWAYS TRIGGER events_only_grow;

GRANT USAGE ON SCHEMA kheo_log TO kheo_app;
GRANT SELECT, INSERT ON kheo_log.events TO kheo_app;

insert into kheo_log.migrations (number, name) values (1, 'log');

CREATE FUNCTION kheo_log.append(
  streams text, expectations text,
  owners text, offsets text, ids text, types text, versions text, datas text, metas text, instants text
) RETURNS TABLE (verdict "char", last_revision integer, last_position bigint, actual_revision integer)
LANGUAGE plpgsql SECURITY INVOKER
SET search_path = pg_catalog, pg_temp
SET enable_seqscan = off
SET enable_bitmapscan = off
SET plan_cache_mode = force_generic_plan
AS $$
DECLARE
  lf CONSTANT text := chr(10);
BEGIN
  IF current_setting('fsync') <> 'on' OR current_setting('full_page_writes') <> 'on'
     OR current_setting('synchronous_commit') = 'off' THEN
    RAISE EXCEPTION 'not durable: fsync, full_page_writes and synchronous_commit must be on'
      USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'kheo_log.append must run in READ COMMITTED: it has to see what the writer before it committed'
      USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  PERFORM pg_advisory_xact_lock(5272183640193001);

  RETURN QUERY
  WITH appends AS MATERIALIZED (
    SELECT a.place, a.stream COLLATE "C" AS stream, a.expected::integer AS expected,
           coalesce((SELECT e.revision FROM kheo_log.events e WHERE e.stream = a.stream COLLATE "C"
                     ORDER BY e.revision DESC LIMIT 1), -1) AS actual
    FROM ROWS FROM (unnest(string_to_array(streams, lf)), unnest(string_to_array(expectations, lf)))
         WITH ORDINALITY AS a (stream, expected, place)
  ), incoming AS MATERIALIZED (
    SELECT i.place, i.owner::bigint AS owner, i.nth::integer AS nth, i.id::uuid AS id, i.type, i.version::integer AS version,
           i.data, i.meta, i.instant,
           known.stream AS known_stream, known.revision AS known_revision, known.position AS known_position
    FROM ROWS FROM (
           unnest(string_to_array(owners, lf)), unnest(string_to_array(offsets, lf)), unnest(string_to_array(ids, lf)),
           unnest(string_to_array(types, lf)), unnest(string_to_array(versions, lf)), unnest(string_to_array(datas, lf)),
           unnest(string_to_array(metas, lf)), unnest(string_to_array(instants, lf)))
         WITH ORDINALITY AS i (owner, nth, id, type, version, data, meta, instant, place)
    LEFT JOIN LATERAL (SELECT e.stream, e.revision, e.position FROM kheo_log.events e WHERE e.id = i.id::uuid LIMIT 1) known
      ON true
  ), judged AS MATERIALIZED (
    SELECT a.place, a.stream, a.expected, a.actual, max(i.nth) AS size, max(i.known_position) AS known_position,
           CASE WHEN count(i.known_position) = 0 THEN CASE WHEN a.actual = a.expected THEN 'n' ELSE 'c' END
                WHEN count(i.known_position) = count(*)
                 AND bool_and(i.known_stream = a.stream AND i.known_revision = a.expected + i.nth) THEN 'a'
                ELSE 'u' END AS verdict
    FROM appends a JOIN incoming i ON i.owner = a.place
    GROUP BY a.place, a.stream, a.expected, a.actual
  ), placed AS MATERIALIZED (
    SELECT j.*, coalesce(j.known_position, head.position + sum(j.size) FILTER (WHERE j.verdict = 'n') OVER (ORDER BY j.place))
             ::bigint AS last_position
    FROM judged j, (SELECT coalesce(max(e.position), 0) AS position FROM kheo_log.events e) head
  ), stored AS (
    INSERT INTO kheo_log.events (position, stream, category, revision, id, type, version, data, meta, recorded_at)
    SELECT p.last_position - p.size + i.nth, p.stream, split_part(p.stream, '-', 1), p.expected + i.nth,
           i.id, i.type, i.version, i.data::json, i.meta::json, i.instant::timestamptz
    FROM placed p JOIN incoming i ON i.owner = p.place
    WHERE p.verdict = 'n'
  ), told AS (
    SELECT pg_notify('kheo_log', max(p.last_position)::text) FROM placed p WHERE p.verdict = 'n' HAVING count(*) > 0
  )
  SELECT p.verdict::"char", p.expected + p.size, p.last_position, p.actual
  FROM placed p LEFT JOIN told ON true
  ORDER BY p.place;
END $$;

REVOKE ALL ON FUNCTION kheo_log.append FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kheo_log.append TO kheo_app;

insert into kheo_log.migrations (number, name) values (2, 'append');

set role kheo_app;
select * from kheo_log.append('thing-1', '-1', E'1\n1', E'1\n2',
  E'11111111-1111-4111-8111-111111111111\n22222222-2222-4222-8222-222222222222', E'Made\nMade', E'1\n1', E'{}\n{}', E'{}\n{}',
  E'2026-02-02T02:00:00.000Z\n2026-02-02T02:00:00.000Z');

create schema if not exists engine;
create table if not exists engine.reaction_checkpoints (
    reaction    text primary key,
    position    bigint not null default 0,
    token       bigint not null default 0,
    owner       text,
    lease_until timestamptz not null default '-infinity'
);

insert into engine.reaction_checkpoints (reaction, position, token, owner, lease_until)
values ('carry-on-issuing', 2, 7, 'host-1', now() + interval '1 hour'), ('webhook-1', 1, 3, null, '-infinity');

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

insert into identity.accounts (id, person_id, username, password_hash, created_at, activated_at, disabled_at)
values
  ('33333333-3333-4333-8333-333333333333', '44444444-4444-4444-8444-444444444444', 'an', 'hash', now(), now(), null),
  ('33333333-3333-4333-8333-333333333334', '44444444-4444-4444-8444-444444444445', 'ba', 'hash', now(), now(), now()),
  ('33333333-3333-4333-8333-333333333335', '44444444-4444-4444-8444-444444444446', 'ca', 'hash', now(), null, null);
insert into identity.epoch values (true, '55555555-5555-4555-8555-555555555555');

CREATE SCHEMA IF NOT EXISTS kheo_reminders;

CREATE TABLE IF NOT EXISTS kheo_reminders.messages (
  id               uuid PRIMARY KEY,
  person_id        text NOT NULL,
  channel          text NOT NULL,
  status           text NOT NULL DEFAULT 'queued' CHECK (status IN ('queued', 'sending', 'sent', 'parked', 'cancelled')),
  attempts         integer NOT NULL DEFAULT 0,
  round            integer NOT NULL DEFAULT 0,
  retried_by       text,
  next_attempt_at  timestamptz NOT NULL DEFAULT now(),
  offered_until    timestamptz NOT NULL DEFAULT '-infinity',
  claimed_until    timestamptz,
  cause            text,
  last_error       text,
  created_at       timestamptz NOT NULL,
  sent_at          timestamptz,
  checked_position bigint,
  recorded         boolean NOT NULL DEFAULT false
);
CREATE INDEX IF NOT EXISTS messages_open ON kheo_reminders.messages (next_attempt_at) WHERE status IN ('queued', 'sending');
CREATE INDEX IF NOT EXISTS messages_unrecorded ON kheo_reminders.messages (id) WHERE NOT recorded AND status IN ('sent', 'parked');
CREATE INDEX IF NOT EXISTS messages_listed ON kheo_reminders.messages (status, created_at DESC, id DESC);

CREATE TABLE IF NOT EXISTS kheo_reminders.rungs (
  duty_id       text NOT NULL,
  due_on        text NOT NULL,
  rung          text NOT NULL,
  person_id     text NOT NULL,
  channel       text NOT NULL,
  recipient     text NOT NULL,
  kind          text NOT NULL,
  subject_id    text NOT NULL,
  unit_id       text NOT NULL,
  regulation_id text NOT NULL,
  state         text NOT NULL CHECK (state IN ('planned', 'gathered', 'collapsed', 'unreachable', 'dropped')),
  rungs         text[] NOT NULL,
  into_rung     text,
  moved_up      boolean NOT NULL DEFAULT false,
  message_id    uuid REFERENCES kheo_reminders.messages (id),
  planned_at    timestamptz NOT NULL,
  PRIMARY KEY (duty_id, due_on, rung, person_id, channel)
);
CREATE INDEX IF NOT EXISTS rungs_planned ON kheo_reminders.rungs (person_id, channel) WHERE state = 'planned';
CREATE INDEX IF NOT EXISTS rungs_of_message ON kheo_reminders.rungs (message_id);

CREATE TABLE IF NOT EXISTS kheo_reminders.notes (
  duty_id     text NOT NULL,
  due_on      text NOT NULL,
  note        text NOT NULL CHECK (note IN ('overdue', 'escalated', 'unreachable')),
  rung        text NOT NULL,
  kind        text NOT NULL,
  subject_id  text NOT NULL,
  unit_id     text NOT NULL,
  recipient   text,
  rungs       text[],
  receiver_id text,
  moved_to    text,
  recorded    boolean NOT NULL DEFAULT false,
  PRIMARY KEY (duty_id, due_on, note, rung)
);
CREATE INDEX IF NOT EXISTS notes_unrecorded ON kheo_reminders.notes (duty_id) WHERE NOT recorded;

CREATE TABLE IF NOT EXISTS kheo_reminders.inbox (
  message_id  uuid PRIMARY KEY REFERENCES kheo_reminders.messages (id),
  person_id   text NOT NULL,
  received_at timestamptz NOT NULL,
  read_at     timestamptz
);
CREATE INDEX IF NOT EXISTS inbox_of_person ON kheo_reminders.inbox (person_id, received_at DESC, message_id DESC);
CREATE INDEX IF NOT EXISTS inbox_unread ON kheo_reminders.inbox (person_id) WHERE read_at IS NULL;

insert into kheo_reminders.messages (id, person_id, channel, created_at)
values ('66666666-6666-4666-8666-666666666666', 'person', 'mail', now());

create schema if not exists webhooks;
create table if not exists webhooks.secrets (
    command_id uuid primary key,
    webhook_id uuid not null,
    secret     text not null,
    made_at    timestamptz not null,
    made       bigint generated always as identity,
    expires_at timestamptz not null default 'infinity'
);
create index if not exists secrets_of_webhook on webhooks.secrets (webhook_id, made desc);
create table if not exists webhooks.standings (
    webhook_id      uuid primary key,
    last_success_at timestamptz,
    last_failure_at timestamptz,
    last_failure    text
);

insert into webhooks.secrets (command_id, webhook_id, secret, made_at)
values ('77777777-7777-4777-8777-777777777777', '88888888-8888-4888-8888-888888888888', 'whsec', now());

create schema if not exists kheo_event_ids;
create table if not exists kheo_event_ids.event_ids (
id       uuid primary key,
stream   text not null,
revision bigint not null
);

insert into kheo_event_ids.event_ids values ('99999999-9999-4999-8999-999999999999', 'thing-1', 0);
create schema read_models;
set search_path = read_models;
create table if not exists projections (
  name text primary key,
  version integer not null,
  tables text[] not null,
  position double precision not null default 0,
  status text not null default 'running' check (status in ('running', 'stopped')),
  error text,
  error_position double precision,
  holder text,
  fence double precision not null default 0,
  lease_until timestamptz,
  updated_at timestamptz not null default now()
);
create table one (id text primary key);
insert into one values ('row');
insert into projections (name, version, tables, position, holder, fence) values ('former', 1, '{one}', 2, 'host-1', 5);
reset role;
