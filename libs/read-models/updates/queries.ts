import { categoryOf, idOf, type Category, type DataOf } from '#domain';
import { sql } from 'kysely';
import type { ReadModelsDb } from '../database.ts';
import { allOf, oneOf } from '../paging/conditions.ts';

/** The collections whose rows an event changes. What is computed from them (tasks, figures, trails) changes with them. */
export const CHANGED_KINDS = [
  'units',
  'people',
  'regulations',
  'cycles',
  'registrations',
  'decisions',
  'commendations',
  'reports',
  'reminders',
  'inbox',
  'webhooks',
  'api-keys',
  'incidents',
] as const;

export type ChangedKind = (typeof CHANGED_KINDS)[number];

/** That something of a kind changed, and whose it is. */
export interface Change {
  readonly kind: ChangedKind;
  /** Whose it is; null where it is of no unit. */
  readonly unitId: string | null;
  /** The unit is only named by it: by an issued decision. */
  readonly named?: boolean;
  /** The one person it is for. */
  readonly personId?: string;
}

/** An event, as far as it tells what it changed; without its data where it cannot be read. */
interface Happened {
  readonly stream: string;
  readonly type: string;
  readonly data?: unknown;
}

/** What belongs to no unit. */
const GENERAL: Readonly<Partial<Record<Category, ChangedKind>>> = {
  unit: 'units',
  regulation: 'regulations',
  cycle: 'cycles',
  webhook: 'webhooks',
  apikey: 'api-keys',
  incident: 'incidents',
};

/** What events changed, each kind once for each unit: one question, however many events. */
export const changesBy = async (db: ReadModelsDb, events: readonly Happened[]): Promise<readonly Change[]> => {
  const general = new Set(events.flatMap(({ stream }) => GENERAL[categoryOf(stream) as Category] ?? []));
  const reminded = new Set(
    events.flatMap(({ type, data }) => (type === 'ReminderSent' ? (data as DataOf<'ReminderSent'>).personId : [])),
  );
  return [
    ...[...general].map((kind) => ({ kind, unitId: null })),
    ...[...reminded].map((personId) => ({ kind: 'inbox' as const, unitId: null, personId })),
    ...(await changesOfUnits(db, events)),
  ];
};

const changesOfUnits = async (db: ReadModelsDb, events: readonly Happened[]): Promise<readonly Change[]> => {
  const of = (category: Category): string[] => [
    ...new Set(events.filter(({ stream }) => categoryOf(stream) === category).map(({ stream }) => idOf(stream))),
  ];
  const reminded = events.flatMap(({ stream, data }) =>
    categoryOf(stream) === 'reminder' && data !== undefined ? (data as DataOf<'ReminderFailed'>).subjectId : [],
  );
  const owned = (
    table: 'registrations' | 'decisions' | 'commendations' | 'reports',
    ids: readonly string[],
    kind: ChangedKind = table,
  ) =>
    db
      .selectFrom(table)
      .where(({ ref }) => allOf(oneOf(ref('id'), ids)))
      .select([sql.lit(kind).as('kind'), 'unitId', sql.lit(false).as('named')]);
  return owned('registrations', of('registration'))
    .union(owned('decisions', of('decision')))
    .union(owned('commendations', of('commendation')))
    .union(owned('reports', of('report')))
    .union(owned('registrations', reminded, 'reminders'))
    .union(owned('reports', reminded, 'reminders'))
    .union(
      db
        .selectFrom('numbers')
        .where(({ ref }) => allOf(oneOf(ref('bookId'), of('numbering'))))
        .where('issuerId', 'is not', null)
        .select([
          sql.lit<ChangedKind>('decisions').as('kind'),
          sql<string>`issuer_id`.as('unitId'),
          sql.lit(false).as('named'),
        ]),
    )
    .union(
      db
        .selectFrom('appointments')
        .where(({ ref }) => allOf(oneOf(ref('personId'), of('person'))))
        .select([sql.lit<ChangedKind>('people').as('kind'), 'unitId', sql.lit(false).as('named')]),
    )
    .union(
      db
        .selectFrom(unitsNamedBy(db, of('decision')).as('n'))
        .select([sql.lit<ChangedKind>('decisions').as('kind'), 'n.unitId', sql.lit(true).as('named')]),
    )
    .execute();
};

/** The units whose things issued decisions name. */
const unitsNamedBy = (db: ReadModelsDb, decisionIds: readonly string[]) =>
  db
    .selectFrom('decisionItems as i')
    .innerJoin('decisions as d', 'd.id', 'i.decisionId')
    .leftJoin('registrations as r', 'r.id', 'i.itemId')
    .leftJoin('commendations as c', 'c.id', 'i.itemId')
    .where(({ ref }) => allOf(oneOf(ref('i.decisionId'), decisionIds)))
    .where('d.status', 'in', ['ISSUED', 'COMPLETED'])
    .select(sql<string>`coalesce(r.unit_id, c.unit_id)`.as('unitId'));
