import { Client } from 'pg';

type Change = readonly [from: string | RegExp, to: string];

const NO_TURNS: Change = [/PERFORM pg_advisory_xact_lock\(\d+\);/, 'PERFORM pg_sleep(0.002);'];

const variants = {
  /** Believes what it read before others committed, and no index stops it; lingers before it commits, so that others do meet it. */
  'no-turns': {
    changes: [NO_TURNS],
    sql: `ALTER TABLE kheo_log.events DROP CONSTRAINT events_pkey, DROP CONSTRAINT events_stream_revision_key;
      CREATE INDEX ON kheo_log.events (position); CREATE INDEX ON kheo_log.events (stream, revision);
      CREATE FUNCTION kheo_log.linger() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(0.1); RETURN NULL; END';
      CREATE TRIGGER linger AFTER INSERT ON kheo_log.events EXECUTE FUNCTION kheo_log.linger()`,
  },
  /** Takes positions from a sequence: they become visible in another order than they were given out. */
  sequence: {
    changes: [NO_TURNS, ['p.last_position - p.size + i.nth,', `nextval('kheo_log.positions'),`]] as readonly Change[],
    sql: `CREATE SEQUENCE kheo_log.positions; GRANT USAGE ON SEQUENCE kheo_log.positions TO kheo_app`,
  },
} as const;

/** Replaces `kheo_log.append` of one database by a variant that breaks a promise: what fails there is a true test. */
export async function breakAppend(adminUrl: string, variant: keyof typeof variants): Promise<void> {
  const { changes, sql } = variants[variant];
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    await admin.query(sql);
    const { rows } = await admin.query(`SELECT pg_get_functiondef('kheo_log.append'::regproc) AS source`);
    await admin.query(changes.reduce(replace, String(rows[0].source)));
  } finally {
    await admin.end();
  }
}

function replace(source: string, [from, to]: Change): string {
  const changed = source.replace(from, to);
  if (changed === source) throw new Error(`kheo_log.append holds no ${from.toString()} to break any more`);
  return changed;
}
