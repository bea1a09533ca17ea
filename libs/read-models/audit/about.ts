import { categoryOf, idOf } from '#domain';
import { sql } from 'kysely';
import type { ReadModelsDb } from '../database.ts';
import { allOf, oneOf } from '../paging/conditions.ts';
import { streamOf } from '../paging/streams.ts';
import type { TimelineEntry } from '../timeline/queries.ts';

/** What an entry of the trail is about, each thing by its id; null where it is about none of the kind. */
export interface About {
  readonly registrationId: string | null;
  readonly decisionId: string | null;
  /** Whose appointment, account or other rights. */
  readonly personId: string | null;
  /** The report or the commendation. */
  readonly subjectId: string | null;
  /** The unit itself, or the one of the appointment, registration, decision, report or commendation. */
  readonly ofUnitId: string | null;
  readonly regulationId: string | null;
  readonly cycleId: string | null;
}

/** What has a name of its own, and none of the fields above. */
const SUBJECTS = ['report', 'commendation'];

/** Whose a thing is, and the model it rests on. */
interface Belonging {
  readonly stream: string;
  readonly unitId: string;
  readonly registrationId: string | null;
}

/** Whose the things of streams are: most events name the thing alone. */
export const belongingsOf = async (
  db: ReadModelsDb,
  streams: readonly string[],
): Promise<ReadonlyMap<string, Belonging>> => {
  const ids = (category: string) => streams.filter((stream) => categoryOf(stream) === category).map(idOf);
  const none = sql<string | null>`null::text`.as('registrationId');
  const rows = await db
    .selectFrom('commendations')
    .where(({ ref }) => allOf(oneOf(ref('id'), ids('commendation'))))
    .select(({ ref }) => [streamOf('commendation', ref('id')), 'unitId', 'registrationId'])
    .unionAll(
      db
        .selectFrom('reports')
        .where(({ ref }) => allOf(oneOf(ref('id'), ids('report'))))
        .select(({ ref }) => [streamOf('report', ref('id')), 'unitId', none]),
    )
    .unionAll(
      db
        .selectFrom('registrations')
        .where(({ ref }) => allOf(oneOf(ref('id'), ids('registration'))))
        .select(({ ref }) => [streamOf('registration', ref('id')), 'unitId', none]),
    )
    .unionAll(
      db
        .selectFrom('decisions')
        .where(({ ref }) => allOf(oneOf(ref('id'), ids('decision'))))
        .select(({ ref }) => [streamOf('decision', ref('id')), 'unitId', none]),
    )
    .execute();
  return new Map(rows.map((row) => [row.stream, row]));
};

/** An event is about the thing of its stream, and about what it names besides. */
export const aboutOf = (
  { stream, data }: Pick<TimelineEntry, 'stream' | 'data'>,
  belonging: Belonging | undefined,
): About => {
  const named = data as Readonly<Record<string, unknown>>;
  const of = (category: string, field: string): string | null => {
    if (categoryOf(stream) === category) return idOf(stream);
    const id = named[field];
    return typeof id === 'string' ? id : null;
  };
  const item = named['kind'] === 'registration' ? named['id'] : undefined;
  return {
    registrationId:
      typeof item === 'string' ? item : (of('registration', 'registrationId') ?? belonging?.registrationId ?? null),
    decisionId: of('decision', 'decisionId'),
    personId: of('person', 'personId'),
    subjectId: SUBJECTS.includes(categoryOf(stream)) ? idOf(stream) : null,
    ofUnitId: of('unit', 'unitId') ?? belonging?.unitId ?? null,
    regulationId: of('regulation', 'regulationId'),
    cycleId: of('cycle', 'cycleId'),
  };
};
