import { sql } from 'kysely';
import type { ReadModelsDb } from '../database.ts';
import { allOf, byThen } from '../paging/conditions.ts';
import { keyset } from '../paging/keyset.ts';
import type { AsOf, CursorValue } from '../paging/page.ts';
import type { GetTimeline, TimelineEntry, TrailEntry } from './queries.port.ts';
import { changesOf, REPLACEABLE } from './changes.ts';
import type { Told } from './changes.ts';
import { sentenceOf } from './sentences/index.ts';
import { namesOfPeople, namesOfUnits } from '../units/queries.ts';

type Found = Omit<TimelineEntry, 'actorName' | 'unitName' | 'document' | 'changes' | 'sentence'>;
type Earlier = Told & { readonly position: number };

const ENTRY = sql`t.position, t.event_id, t.stream, t.revision, t.type, t.data, t.actor, t.recorded_at, t.effective_on,
  t.command_id, t.correlation_id`;

/** The audit trail of one stream, each entry with its sentence and what it changed. */
export const getTimeline: GetTimeline = async (db, { subject, ...query }) => {
  const page = keyset(query, [{ by: sql`t.position` }]);
  const asked = allOf(sql<boolean>`t.subject = ${subject}`, byThen(query, 't.effective_on', 't.recorded_at'));
  const { rows } = await sql<Found & { cursor: readonly CursorValue[] }>`
    select ${ENTRY}, ${page.cursor} as cursor from read_models.timeline t
    where ${asked} and ${page.behind} order by ${page.order} limit ${page.fetch}`.execute(db);
  const found = page.page<Found>(rows);
  const last = found.items.at(-1)?.position ?? 0;
  const earlier = await sql<Earlier>`select t.position, t.type, t.data from read_models.timeline t
    where ${asked} and t.position <= ${last}::double precision and t.type = any(${REPLACEABLE}::text[])
    order by t.position`.execute(db);
  const actors = found.items.map(({ actor }) => actor);
  const persons = await namesOfPeople(db, [...new Set(actors.map(({ personId }) => personId))]);
  const units = await namesOfUnits(db, [...new Set(actors.map(({ unitId }) => unitId))]);
  const items = found.items.map((entry) => ({
    ...render(entry, earlier.rows),
    actorName: persons.get(entry.actor.personId) ?? null,
    unitName: units(entry.actor.unitId, entry.effectiveOn) ?? null,
  }));
  return { ...found, items };
};

const render = (entry: Found, earlier: readonly Earlier[]): Omit<TimelineEntry, 'actorName' | 'unitName'> => ({
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

/** The bare entries of one stream, oldest first. */
export const entriesOf = async (
  db: ReadModelsDb,
  { stream, ...asOf }: { readonly stream: string } & AsOf,
): Promise<readonly TrailEntry[]> => {
  const { rows } = await sql<TrailEntry>`
    select position, type, data, recorded_at, actor from read_models.timeline
    where subject = ${stream} and stream = subject and ${byThen(asOf)} order by position`.execute(db);
  return rows;
};

/** The positions of everything told of a subject by then. */
export const positionsOf = async (
  db: ReadModelsDb,
  { subject, ...asOf }: { readonly subject: string } & AsOf,
): Promise<ReadonlySet<number>> => {
  const { rows } = await sql<{ position: number }>`
    select position from read_models.timeline where subject = ${subject} and ${byThen(asOf)}`.execute(db);
  return new Set(rows.map(({ position }) => position));
};
