import { decision, registration, type Actor } from '#domain';
import { sql } from 'kysely';
import type { ReadModelsDb } from '../database.ts';
import { byThen } from '../paging/conditions.ts';
import type { AsOf } from '../paging/page.ts';
import { namesOfPeople, namesOfUnits } from '../units/queries.ts';
import { changesOf, replacedTypes, type Change } from './changes.ts';
import { documentOf } from './document.ts';
import { handInsOf } from './hand-ins.ts';
import { namesOfItems } from './item-names.ts';
import { namedChanges } from './name-changes.ts';
import { sentenceOf } from './sentences/index.ts';
import type { Found, Told } from './told.ts';

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

/** How much the reader is told. */
export interface Telling {
  /** Of a registration; all of it when absent. */
  readonly sight?: registration.Sight;
  /** Of a decision: these items only; all of them when absent. */
  readonly items?: readonly string[];
}

/** What was found as people read it: with names, sentences and what was changed, as far as each is told. */
export const entriesOf = async (
  db: ReadModelsDb,
  found: readonly Found[],
  { tellingOf, ...asOf }: AsOf & { readonly tellingOf: (entry: Found) => Telling },
): Promise<TimelineEntry[]> => {
  const replaced = await replacedBy(db, found, asOf);
  const persons = await namesOfPeople(db, [...new Set(found.map(({ actor }) => actor.personId))]);
  const units = await namesOfUnits(db, [...new Set(found.map(({ actor }) => actor.unitId))]);
  const told = found.map((entry) =>
    Object.assign({}, entry, {
      data: registration.toldData(tellingOf(entry).sight ?? 'WHOLE', entry.type, entry.data),
    }),
  );
  const changes = await namedChanges(
    db,
    told.map((entry) => ({ on: entry.effectiveOn, changes: changesOf(entry, replaced.get(entry.position)) })),
  );
  const besides = new Map([...(await namesOfItems(db, found)), ...(await handInsOf(db, found))]);
  return told.map((entry, index) => ({
    ...entry,
    ...ofItems(entry, tellingOf(entry).items),
    actorName: persons.get(entry.actor.personId) ?? null,
    unitName: units(entry.actor.unitId, entry.effectiveOn) ?? null,
    document: documentOf(entry),
    changes: changes[index] ?? [],
    sentence: sentenceOf(entry.type, entry.data, besides.get(entry.position)),
  }));
};

const ofItems = ({ data }: Found, items: readonly string[] | undefined): Pick<Partial<Found>, 'data'> =>
  items === undefined ? {} : { data: decision.toldOfItems(data, items) };

type Replaced = Told & { readonly by: number };

/** What stood before each entry that replaces something, by the entry's position; known and in force as the entry is. */
const replacedBy = async (
  db: ReadModelsDb,
  found: readonly Found[],
  asOf: AsOf,
): Promise<ReadonlyMap<number, Replaced>> => {
  const asked = found.flatMap(({ type, stream, position }) => {
    const before = replacedTypes(type);
    return before === undefined ? [] : [{ stream, position, before }];
  });
  if (asked.length === 0) return new Map();
  const entries = sql<{ stream: string; position: number; before: readonly string[] }>`
    json_to_recordset(${JSON.stringify(asked)}::json)`;
  const rows = await db
    .selectFrom(entries.as<'e'>(sql`e(stream text, position double precision, before text[])`))
    .innerJoinLateral(
      ({ selectFrom, ref }) =>
        selectFrom('timeline')
          .select(['type', 'data'])
          .where('subject', '=', ref('e.stream'))
          .where('timeline.position', '<', ref('e.position'))
          .where(({ fn }) => sql<boolean>`${sql.ref('type')} = ${fn.any(ref('e.before'))}`)
          .where((row) => byThen(row.ref('effectiveOn'), row.ref('recordedAt'), asOf))
          .orderBy('timeline.position', 'desc')
          .limit(1)
          .as('previous'),
      (join) => join.onTrue(),
    )
    .select(['e.position as by', 'previous.type', 'previous.data'])
    .$castTo<Replaced>()
    .execute();
  return new Map(rows.map((row) => [row.by, row]));
};
