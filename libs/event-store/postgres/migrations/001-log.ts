/** The log itself: one table that only grows. `json` keeps the text as it came, so hashes over it stay true. */
export const log = `
CREATE SCHEMA IF NOT EXISTS kheo_log;
CREATE TABLE IF NOT EXISTS kheo_log.events (
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
CREATE INDEX IF NOT EXISTS events_by_category ON kheo_log.events (category, position);

CREATE OR REPLACE FUNCTION kheo_log.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'kheo_log.events only grows: % is refused', TG_OP USING ERRCODE = 'restrict_violation';
END $$;

CREATE OR REPLACE TRIGGER events_only_grow BEFORE UPDATE OR DELETE OR TRUNCATE ON kheo_log.events
  FOR EACH STATEMENT EXECUTE FUNCTION kheo_log.refuse_change();
ALTER TABLE kheo_log.events ENABLE ALWAYS TRIGGER events_only_grow;

GRANT USAGE ON SCHEMA kheo_log TO kheo_app;
GRANT SELECT, INSERT ON kheo_log.events TO kheo_app;
`;
