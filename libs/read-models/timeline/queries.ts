import { sql } from 'kysely';
import { allOf, byThen } from '../paging/conditions.ts';
import { keyset } from '../paging/keyset.ts';
import type { CursorValue } from '../paging/page.ts';
import type { GetTimeline, TimelineEntry } from './queries.port.ts';
import { changesOf, REPLACEABLE } from './changes.ts';
import type { Told } from './changes.ts';
import { sentenceOf } from './sentences/index.ts';

type Found = Omit<TimelineEntry, 'document' | 'changes' | 'sentence'>;
type Earlier = Told & { readonly position: number };

const ENTRY = sql`t.position, t.event_id, t.stream, t.revision, t.type, t.data, t.actor, t.recorded_at, t.effective_on,
  t.command_id, t.correlation_id`;

/** The unit's name on the day of the act. */
const UNIT_NAME = sql`(select v.name from read_models.unit_names v
  where v.unit_id = t.actor ->> 'unitId' and v.from_on <= t.effective_on
  order by v.from_on desc, v.position desc limit 1)`;

/** The audit trail of one stream, each entry with its sentence and what it changed. */
export const getTimeline: GetTimeline = async (db, { subject, ...query }) => {
  const page = keyset(query, [{ by: sql`t.position` }]);
  const asked = allOf(sql<boolean>`t.subject = ${subject}`, byThen(query, 't.effective_on', 't.recorded_at'));
  const { rows } = await sql<Found & { cursor: readonly CursorValue[] }>`
    select ${ENTRY}, p.name as actor_name, ${UNIT_NAME} as unit_name, ${page.cursor} as cursor
    from read_models.timeline t left join read_models.people p on p.id = t.actor ->> 'personId'
    where ${asked} and ${page.behind} order by ${page.order} limit ${page.fetch}`.execute(db);
  const found = page.page<Found>(rows);
  const last = found.items.at(-1)?.position ?? 0;
  const earlier = await sql<Earlier>`select t.position, t.type, t.data from read_models.timeline t
    where ${asked} and t.position <= ${last}::double precision and t.type = any(${REPLACEABLE}::text[])
    order by t.position`.execute(db);
  return { ...found, items: found.items.map((entry) => render(entry, earlier.rows)) };
};

const render = (entry: Found, earlier: readonly Earlier[]): TimelineEntry => ({
  ...entry,
  document: documentOf(entry.data),
  changes: changesOf(
    entry,
    earlier.filter(({ position }) => position < entry.position),
  ),
  sentence: sentenceOf(entry.type, entry.data),
});

/** The number of the paper an event stands on, however the event holds it. */
const documentOf = (data: unknown): string | null => {
  const { documentNumber, document, petition } = data as {
    readonly documentNumber?: string | { readonly text: string };
    readonly document?: { readonly number: string };
    readonly petition?: { readonly number: string };
  };
  if (typeof documentNumber === 'string') return documentNumber;
  return documentNumber?.text ?? document?.number ?? petition?.number ?? null;
};
