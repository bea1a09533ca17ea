import type { SchemaMigrations } from '#postgres';

/**
 * What was planned, the messages it became, and what people were told in the inbox. Ids only: addresses, names and
 * texts are looked up when they are needed, so nothing here has to be erased with a person. Due dates are local dates
 * as text; `planned_at` and `received_at` are told by the domain's clock, everything else by the database's.
 */
const TABLES = `
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
`;

/** The schema `kheo_reminders`. */
export const remindersMigrations: SchemaMigrations = {
  schema: 'reminders',
  migrations: [{ name: 'tables', sql: TABLES }],
};
