import { registration, type Actor } from '#domain';
import type { ReadModelsDb } from '../database.ts';
import { allOf, byThen, oneOf } from '../paging/conditions.ts';
import { ascending, pageOf } from '../paging/keyset.ts';
import type { AsOf, Page, PageRequest } from '../paging/page.ts';
import { columnsOf } from '../tables/table.ts';
import { changesOf, REPLACEABLE, type Change, type Told } from './changes.ts';
import { sentenceOf } from './sentences/index.ts';
import { timeline, type TimelineRow } from './table.ts';
import { namesOfPeople, namesOfUnits } from '../units/queries.ts';

export interface TimelineEntry {
  readonly position: number;
  readonly eventId: string;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly actor: Actor;
  /** Names as they were on the day, null when the log does not know them. */
  readonly actorName: string | null;
  readonly unitName: string | null;
  readonly recordedAt: string;
  readonly effectiveOn: string;
  readonly commandId: string;
  readonly correlationId: string;
  /** The paper it stands on, as typed. */
  readonly document: string | null;
  readonly changes: readonly Change[];
  readonly sentence: { readonly vi: string; readonly en: string };
  readonly data: unknown;
}

/** An event of a registration as it was recorded, without what people read beside it. */
export type TrailEntry = registration.RegistrationEvent & Pick<TimelineEntry, 'recordedAt' | 'actor'>;

type Found = Told & Omit<TimelineRow, 'subject' | 'type' | 'data'>;
type Earlier = Told & { readonly position: number };
type Asked = { readonly subject: string } & AsOf;

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
  { sight = 'WHOLE', ...query }: Asked & PageRequest & { readonly sight?: registration.Sight },
): Promise<Page<TimelineEntry>> => {
  const entries = toldOf(db, query)
    .select(columnsOf(timeline, ['subject']))
    .$castTo<Found>();
  const found = await pageOf(entries, query, ({ ref }) => ({ where: [], order: ascending(ref('position')) }));
  const earlier = [...(await replacedBefore(db, query, found.items)), ...found.items];
  const actors = found.items.map(({ actor }) => actor);
  const persons = await namesOfPeople(db, [...new Set(actors.map(({ personId }) => personId))]);
  const units = await namesOfUnits(db, [...new Set(actors.map(({ unitId }) => unitId))]);
  const told = found.items.map((entry): Found => {
    const data = registration.toldData(sight, entry.type, entry.data);
    return Object.assign({}, entry, { data });
  });
  const items = told.map((entry) => ({
    ...entry,
    actorName: persons.get(entry.actor.personId) ?? null,
    unitName: units(entry.actor.unitId, entry.effectiveOn) ?? null,
    ...explained(entry, earlier),
  }));
  return { ...found, items };
};

/** What stood before the page and may be replaced on it, oldest first: the last entry of each type, and no more. */
const replacedBefore = async (db: ReadModelsDb, asked: Asked, [first]: readonly Found[]): Promise<Earlier[]> => {
  if (first === undefined) return [];
  const rows = await toldOf(db, asked)
    .select(['position', 'type', 'data'])
    .distinctOn('type')
    .where('position', '<', first.position)
    .where(({ ref }) => allOf(oneOf(ref('type'), REPLACEABLE)))
    .orderBy('type')
    .orderBy('position', 'desc')
    .$castTo<Earlier>()
    .execute();
  return rows.sort((one, other) => one.position - other.position);
};

const explained = (
  entry: Found,
  earlier: readonly Earlier[],
): Pick<TimelineEntry, 'document' | 'changes' | 'sentence'> => ({
  document: documentOf(entry),
  changes: changesOf(
    entry,
    earlier.filter(({ position }) => position < entry.position),
  ),
  sentence: sentenceOf(entry.type, entry.data),
});

/** The number of the paper an event stands on, however the event holds it. */
const documentOf = ({ data }: Told): string | null => {
  if ('documentNumber' in data)
    return typeof data.documentNumber === 'string' ? data.documentNumber : data.documentNumber.text;
  if ('document' in data && data.document !== undefined) return data.document.number;
  return 'petition' in data && data.petition !== undefined ? data.petition.number : null;
};

/** The events of one registration, oldest first: all of them, as many as it has steps in its life. */
export const registrationTrail = (
  db: ReadModelsDb,
  { id, ...asOf }: { readonly id: string } & AsOf,
): Promise<readonly TrailEntry[]> =>
  toldOf(db, { subject: `registration-${id}`, ...asOf })
    .select(['type', 'data', 'recordedAt', 'actor'])
    .whereRef('stream', '=', 'subject')
    .orderBy('position')
    .$castTo<TrailEntry>()
    .execute();

/** The positions of everything told of a subject by then: one number for each step in its life. */
export const positionsOf = async (db: ReadModelsDb, asked: Asked): Promise<ReadonlySet<number>> => {
  const rows = await toldOf(db, asked).select('position').execute();
  return new Set(rows.map(({ position }) => position));
};
