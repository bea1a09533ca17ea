import { decision } from '#domain';
import { sql, type Expression, type ExpressionBuilder } from 'kysely';
import type { ReadModelTables, ReadModelsDb } from '../database.ts';
import { allOf, byThen, oneOf, recordedWithin, type Condition } from '../paging/conditions.ts';
import { pageOf } from '../paging/keyset.ts';
import { encodeCursor, limitOf, type AsOf, type Page, type PageRequest } from '../paging/page.ts';
import { columnsOf } from '../tables/table.ts';
import { entriesOf, type Telling, type TimelineEntry } from './entries.ts';
import { typesOf, type AuditKind } from './kinds.ts';
import { timeline, type TimelineRow } from './table.ts';
import type { Found } from './told.ts';

/** An entry of the trail, for a condition on it. */
export type TrailRow = ExpressionBuilder<{ t: TimelineRow }, 't'>;

type Narrowing = (row: TrailRow) => Condition | undefined;

/** Where an entry stands and what it tells, for a condition on it. */
export interface TrailFields {
  readonly subject: Expression<string>;
  readonly type: Expression<string>;
  readonly data: Expression<unknown>;
}

export interface AcrossQuery extends PageRequest, AsOf {
  /** Who acted, or for whom somebody acted. */
  readonly personId?: string;
  /** The units for which people acted, or which it is about. */
  readonly units?: { readonly ids: readonly string[]; readonly about: (entry: TrailFields) => Condition };
  readonly kind?: AuditKind;
  /** A number as typed: what stands on the paper, and the whole path of the decision that bears it. */
  readonly document?: string;
  /** Local dates on which it was recorded; both ends belong to it. */
  readonly from?: string;
  readonly to?: string;
  /** The oldest first when absent. */
  readonly sort?: 'recordedAt' | '-recordedAt';
}

/** An entry, and whether it was found under its own stream. */
export type AcrossEntry = TimelineEntry & Pick<TimelineRow, 'own'>;

type FoundAcross = Found & Pick<TimelineRow, 'own'>;

interface Across {
  /** With one that leaves one row of each event: it may stand under its own stream and under another. */
  readonly narrowings: readonly Narrowing[];
  /** How much of the entries of a page the reader is told. */
  readonly tellingOf: (found: readonly Found[]) => Promise<(entry: Found) => Telling>;
}

/** The audit trail across everything that fits the narrowings. */
export const getAcross = async (
  db: ReadModelsDb,
  query: AcrossQuery,
  { narrowings, tellingOf }: Across,
): Promise<Page<AcrossEntry>> => {
  const descending = query.sort === '-recordedAt';
  const onPaper = await onDocument(db, query.document);
  const pageIn = (rows: ReturnType<typeof allRows>): Promise<Page<FoundAcross>> =>
    pageOf(
      db
        .selectFrom(rows.as('t'))
        .select(columnsOf(timeline, ['subject', 'documentKey']))
        .$castTo<FoundAcross>(),
      query,
      (row) => ({
        where: [
          ...narrowings.map((narrow) => narrow(row)),
          onPaper(row),
          query.kind === undefined ? undefined : oneOf(row.ref('type'), typesOf(query.kind)),
          recordedWithin(row.ref('recordedAt'), query),
          byThen(row.ref('effectiveOn'), row.ref('recordedAt'), query),
        ],
        order: [row.ref('recordedAt'), row.ref('position')].map((by) => ({ by, descending })),
      }),
    );
  const pages: Page<FoundAcross>[] = [];
  for (const rows of rowsBy(db, query)) pages.push(await pageIn(rows));
  const found = merged(pages, query);
  const entries = await entriesOf(db, found.items, { ...query, tellingOf: await tellingOf(found.items) });
  return { ...found, items: entries.map((entry, index) => ({ ...entry, own: found.items[index]?.own === true })) };
};

/** One page of several lists in the same order. */
const merged = (pages: readonly Page<FoundAcross>[], query: AcrossQuery): Page<FoundAcross> => {
  const [only] = pages;
  if (only !== undefined && pages.length === 1) return only;
  const sign = query.sort === '-recordedAt' ? -1 : 1;
  const all = pages
    .flatMap(({ items }) => items)
    .sort((one, other) => sign * (order(one.recordedAt, other.recordedAt) || one.position - other.position));
  const items = all.slice(0, limitOf(query));
  const last = items.at(-1);
  const isLast = items.length === all.length && pages.every(({ next }) => next === null);
  return { items, next: last === undefined || isLast ? null : encodeCursor([last.recordedAt, last.position]) };
};

const order = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

const unitOf = sql<string>`(actor ->> 'unitId')`;
const personOf = sql<string>`(actor ->> 'personId')`;
const principalOf = sql<string | null>`(actor ->> 'onBehalfOf')`;

const allRows = (db: ReadModelsDb) => db.selectFrom('timeline').selectAll();

/**
 * Where a page is looked for, each in the order of its index. By a person: what they did, and what was done for them. Of
 * units: what was done for them, and what others did that is about them.
 */
const rowsBy = (db: ReadModelsDb, { personId, units }: AcrossQuery) => {
  const all = allRows(db);
  const [forThem, about] = [units && oneOf(unitOf, units.ids), units?.about];
  const aboutThem = ({ ref }: ExpressionBuilder<ReadModelTables, 'timeline'>): Condition | undefined =>
    about?.({ subject: ref('subject'), type: ref('type'), data: ref('data') });
  if (personId === undefined) {
    if (forThem === undefined) return [all];
    return [all.where(forThem), all.where((row) => row.and([row.not(forThem), allOf(aboutThem(row))]))];
  }
  const theirs = all.where((row) => (forThem === undefined ? allOf() : row.or([forThem, allOf(aboutThem(row))])));
  return [
    theirs.where(personOf, '=', personId),
    theirs.where(principalOf, '=', personId).where(personOf, '!=', personId),
  ];
};

/** What stands on a number: each event that cites it, and the whole path of a decision that bears it. */
const onDocument = async (db: ReadModelsDb, document: string | undefined): Promise<Narrowing> => {
  if (document === undefined) return () => undefined;
  const key = decision.numberKey(document);
  const borne = await db
    .selectFrom('timeline')
    .select('subject')
    .where('documentKey', '=', key)
    .where('type', '=', 'DecisionIssued')
    .execute();
  const subjects = borne.map(({ subject }) => subject);
  return (row) => row.or([row('documentKey', '=', key), allOf(oneOf(row.ref('subject'), subjects))]);
};
