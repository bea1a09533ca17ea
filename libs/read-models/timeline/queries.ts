import { decision, type DataOf, type registration } from '#domain';
import { sql, type Expression } from 'kysely';
import type { ReadModelsDb } from '../database.ts';
import { allOf, byThen, oneOf, type Condition } from '../paging/conditions.ts';
import { ascending, pageOf } from '../paging/keyset.ts';
import type { AsOf, Page, PageRequest } from '../paging/page.ts';
import { columnsOf } from '../tables/table.ts';
import { entriesOf, type Telling, type TimelineEntry } from './entries.ts';
import { timeline } from './table.ts';
import type { Found, Told } from './told.ts';

export { getAcross, type AcrossQuery, type TrailFields, type TrailRow } from './across.ts';
export { AUDIT_KINDS, kindOf, typesOf, type AuditKind } from './kinds.ts';
export type { Telling, TimelineEntry } from './entries.ts';
export type { Found } from './told.ts';

/** An event of a registration as it was recorded, without what people read beside it. */
export type TrailEntry = registration.RegistrationEvent & Pick<TimelineEntry, 'recordedAt' | 'actor'>;

type Asked = { readonly subject: string } & AsOf;

/** True for entries but those that tell of another item of a decision. */
export const ofItems = (
  { type, data }: { readonly type: Expression<string>; readonly data: Expression<unknown> },
  items: readonly string[],
): Condition =>
  sql<boolean>`(${type} <> all(${decision.OF_ONE_ITEM}::text[]) or (${data} ->> 'id') = any(${items}::text[]))`;

/** Everything told of a subject by then. */
const toldOf = (db: ReadModelsDb, { subject, ...asOf }: Asked) =>
  db
    .selectFrom('timeline')
    .where('subject', '=', subject)
    .where(({ ref }) => byThen(ref('effectiveOn'), ref('recordedAt'), asOf));

/**
 * The audit trail of one stream, oldest first, each entry with its sentence and what it changed. Whether the reader may see
 * the subject, and how much of a registration, is settled before.
 */
export const getTimeline = async (
  db: ReadModelsDb,
  { sight, items, ...query }: Asked & PageRequest & Telling,
): Promise<Page<TimelineEntry>> => {
  const telling = { ...(sight && { sight }), ...(items && { items }) };
  const entries = toldOf(db, query)
    .select(columnsOf(timeline, ['subject', 'own', 'documentKey']))
    .$castTo<Found>();
  const found = await pageOf(entries, query, ({ ref }) => ({
    where: [items && ofItems({ type: ref('type'), data: ref('data') }, items)],
    order: ascending(ref('position')),
  }));
  return { ...found, items: await entriesOf(db, found.items, { ...query, tellingOf: () => telling }) };
};

/** The events of one registration, oldest first: all of them, as many as it has steps in its life. */
export const registrationTrail = (
  db: ReadModelsDb,
  { id, ...asOf }: { readonly id: string } & AsOf,
): Promise<readonly TrailEntry[]> =>
  toldOf(db, { subject: `registration-${id}`, ...asOf })
    .select(['type', 'data', 'recordedAt', 'actor'])
    .where('own', '=', true)
    .orderBy('position')
    .$castTo<TrailEntry>()
    .execute();

/** An event of one of some types, with who did it and when. */
export type TrailOf<Type extends Told['type']> = {
  [T in Type]: { readonly type: T; readonly data: DataOf<T> } & Pick<TimelineEntry, 'recordedAt' | 'actor'>;
}[Type];

/** The events of some types of several streams, oldest first. */
export const trailsOf = async <Type extends Told['type']>(
  db: ReadModelsDb,
  { streams, types, ...asOf }: { readonly streams: readonly string[]; readonly types: readonly Type[] } & AsOf,
): Promise<readonly TrailOf<Type>[]> => {
  const rows: readonly unknown[] = await db
    .selectFrom('timeline')
    .select(['type', 'data', 'recordedAt', 'actor'])
    .where('own', '=', true)
    .where(({ ref }) => allOf(oneOf(ref('subject'), streams), oneOf<string>(ref('type'), types)))
    .where(({ ref }) => byThen(ref('effectiveOn'), ref('recordedAt'), asOf))
    .orderBy('position')
    .execute();
  return rows as readonly TrailOf<Type>[];
};

/** The positions of everything told of a subject by then: one number for each step in its life. */
export const positionsOf = async (db: ReadModelsDb, asked: Asked): Promise<ReadonlySet<number>> => {
  const rows = await toldOf(db, asked).select('position').execute();
  return new Set(rows.map(({ position }) => position));
};
