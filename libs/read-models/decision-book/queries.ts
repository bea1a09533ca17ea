import { decision, numberAsWritten, type EvidenceRef } from '#domain';
import { droppedName, givenUpName, inBoth } from '#words';
import { sql } from 'kysely';
import { namesOfRecipients, unitsOfCommendations } from '../commendation-book/queries.ts';
import type { ReadModelsDb } from '../database.ts';
import { allOf, equals, nameContains, oneOf, within, type Condition } from '../paging/conditions.ts';
import { alphabetical, ascending, pageOf, sortedBy } from '../paging/keyset.ts';
import { namesIn } from '../paging/names.ts';
import { isCutOff, type AsOf, type ListQuery, type Page, type PageRequest } from '../paging/page.ts';
import { columnsOf } from '../tables/table.ts';
import { namesAtRevisions, namesOfRegistrations, unitsOfRegistrations } from '../register/queries.ts';
import { positionsOf } from '../timeline/queries.ts';
import {
  decisionPapers,
  type DecisionItemRow,
  type DecisionRow,
  type DecisionStatus,
  type NumberRow,
} from './table.ts';
import { itemsOf, linesByThen, seenBy, type DecisionReader, type Line } from './seen.ts';
import { streamOf } from '../paging/streams.ts';

export type { DecisionRow } from './table.ts';
export { decisionsSeen, type DecisionReader, type SeenDecisions } from './seen.ts';

type OneQuery = { readonly id: string } & DecisionReader & AsOf;

interface DecisionQuery extends PageRequest, DecisionReader, AsOf {
  readonly cycleId?: string;
  readonly unitIds?: readonly string[];
  readonly status?: readonly DecisionStatus[];
  readonly act?: DecisionRow['act'];
  readonly signerId?: string;
  /** The number however typed, with its year or not, or a part of it or of the title. */
  readonly q?: string;
  /** Ascending, or descending with `-`; what is not issued stands where it last changed. `-issuedOn` when absent. */
  readonly sort?: 'issuedOn' | '-issuedOn' | 'title' | '-title';
}

type DecisionItem = Omit<DecisionItemRow, 'decisionId' | 'position'> & {
  /** Why an item dropped out, in words. */
  readonly outcomeSentence: ReturnType<typeof inBoth> | null;
  /** The model's or recipient's name: of a frozen list, as it was then. */
  readonly name: string | null;
  /** Whose it is. */
  readonly unitId: string | null;
  /** What it is called now, where that differs: after a correction. */
  readonly nameNow: string | null;
};

export type DecisionDetail = DecisionRow & {
  readonly items: readonly DecisionItem[];
  /** True where the reader is told the items of their own units only. */
  readonly partial: boolean;
  /** The signed papers, the first one first. */
  readonly papers: readonly EvidenceRef[];
};

interface NumberQuery extends ListQuery {
  readonly issuerId?: string;
  readonly docType?: string;
  readonly year?: number;
  readonly term?: string;
}

export type NumberEntry = Omit<NumberRow, 'status'> & {
  /** `ISSUED` once its decision bears it. */
  readonly status: NumberRow['status'] | 'ISSUED';
  /** Why it is void, in words. */
  readonly voidSentence: ReturnType<typeof inBoth> | null;
  /** The number its book gives out next. */
  readonly nextNumber: number;
  readonly decisionTitle: string | null;
  readonly decisionStatus: DecisionStatus | null;
};

/** The decision book, newest first. */
export const listDecisions = (db: ReadModelsDb, query: DecisionQuery): Promise<Page<DecisionRow>> =>
  pageOf(linesByThen(db, query), query, (line) => ({
    where: [
      seenBy(db, line, query),
      oneOf(line.ref('unitId'), query.unitIds),
      equals(line.ref('cycleId'), query.cycleId),
      oneOf(line.ref('status'), query.status),
      equals(line.ref('act'), query.act),
      equals(line.ref('signerId'), query.signerId),
      called(line, query.q),
    ],
    order: sortedBy(
      { issuedOn: line.fn.coalesce('issuedOn', 'effectiveOn'), title: alphabetical(line.ref('title')) },
      query.sort ?? '-issuedOn',
      line.ref('id'),
    ),
  }));

/** By title or number: of a number it matters neither how it is typed nor that it is typed whole. */
const called = (line: Line, q: string | undefined): Condition | undefined => {
  if (q === undefined || q.trim() === '') return undefined;
  const folded = line.ref('folded');
  return line.or([
    allOf(nameContains(folded, q)),
    allOf(nameContains(folded, numberAsWritten(q))),
    allOf(equals(line.ref('numberKey'), decision.numberKey(q))),
    allOf(
      nameContains(
        inWords(line),
        numberAsWritten(q)
          .replace(/[-/.&]/gu, ' ')
          .trim() || q,
      ),
    ),
  ]);
};

/** The title, the number without its marks, and the year it was issued in: `… 01 qd tu 2026`. */
const inWords = (line: Line) =>
  sql<string>`translate(${line.ref('folded')}, '-/.&', '    ') || ' ' || coalesce(left(${line.ref('issuedOn')}, 4), '')`;

/** The decisions on any of these things, the oldest first. */
export const decisionsOn = (
  db: ReadModelsDb,
  { itemIds, scope, concerned = [], ...asOf }: DecisionReader & AsOf & { readonly itemIds: readonly string[] },
): Promise<DecisionRow[]> =>
  linesByThen(db, asOf)
    .where((line) =>
      allOf(
        seenBy(db, line, { scope, concerned }),
        line.exists(
          line
            .selectFrom('decisionItems as i')
            .select('i.itemId')
            .whereRef('i.decisionId', '=', 'd.id')
            .where(({ ref }) => allOf(oneOf(ref('i.itemId'), itemIds))),
        ),
      ),
    )
    .orderBy('d.position')
    .execute();

/** A decision that an item waits for, and how it stands. */
export interface DecisionUnderWay extends Pick<DecisionRow, 'id' | 'unitId' | 'title' | 'status'> {
  readonly itemId: string;
}

/** The decisions under way on these things, the one that came furthest last. */
export const decisionsUnderWayOn = (db: ReadModelsDb, itemIds: readonly string[]): Promise<DecisionUnderWay[]> =>
  db
    .selectFrom('decisionItems as i')
    .innerJoin('decisions as d', 'd.id', 'i.decisionId')
    .select(['i.itemId', 'd.id', 'd.unitId', 'd.title', 'd.status'])
    .where(({ ref }) => allOf(oneOf(ref('i.itemId'), itemIds)))
    .where('d.status', 'in', decision.DECISION_STATUSES.filter(decision.holdsItems))
    .orderBy(sql`d.status <> 'DRAFT'`)
    .orderBy('d.position')
    .execute();

/** One decision with its items and their outcome: at most `decision.MAX_ITEMS`. */
export const getDecision = async (
  db: ReadModelsDb,
  { id, scope, concerned = [], ...asOf }: OneQuery,
): Promise<DecisionDetail | undefined> => {
  const row = await linesByThen(db, asOf)
    .where((line) => allOf(line('id', '=', id), seenBy(db, line, { scope, concerned })))
    .executeTakeFirst();
  if (!row) return undefined;
  const partial = scope !== 'all' && !scope.unitIds.includes(row.unitId);
  const rows = await (partial ? itemsOf(db, concerned) : db.selectFrom('decisionItems as i'))
    .select(['kind', 'itemId', 'ordinal', 'reason', 'frozenRevision', 'outcome', 'outcomeReason', 'position'])
    .where('decisionId', '=', id)
    .orderBy('ordinal')
    .execute();
  const names = await namesOf(db, rows, isCutOff(asOf));
  const units = await unitsOf(db, rows);
  const told = await toldByThen(db, id, asOf);
  const items = rows.map(({ position, ...row }) => {
    const item = told(position) ? row : { ...row, outcome: 'PENDING' as const, outcomeReason: null };
    return {
      ...item,
      outcomeSentence: item.outcomeReason === null ? null : inBoth(droppedName(item.outcomeReason)),
      ...names(item.itemId),
      unitId: units.get(item.itemId) ?? null,
    };
  });
  const papers = await db
    .selectFrom('decisionPapers')
    .select(columnsOf(decisionPapers, ['decisionId']))
    .where('decisionId', '=', id)
    .orderBy('position')
    .execute();
  return {
    ...row,
    items,
    partial,
    papers: papers.flatMap(({ position, ...paper }) => (told(position) ? [paper] : [])),
  };
};

/** Whether a file is the signed paper of a decision that the reader sees. */
export const isPaperShownTo = async (
  db: ReadModelsDb,
  { evidenceId, ...reader }: DecisionReader & { readonly evidenceId: string },
): Promise<boolean> => {
  const papers = db.selectFrom('decisionPapers').select('decisionId').where('evidenceId', '=', evidenceId);
  const seen = await linesByThen(db, {})
    .where((line) => allOf(line('id', 'in', papers), seenBy(db, line, reader)))
    .limit(1)
    .execute();
  return seen.length > 0;
};

type Listed = Pick<DecisionItem, 'kind' | 'itemId' | 'frozenRevision'>;

/** What the items were called when the list was frozen, and what they are called now where that differs; asked of an earlier day, nothing of now. */
const namesOf = async (
  db: ReadModelsDb,
  items: readonly Listed[],
  ofEarlier: boolean,
): Promise<(itemId: string) => Pick<DecisionItem, 'name' | 'nameNow'>> => {
  const ids = (wanted: Listed['kind']) => items.filter(({ kind }) => kind === wanted).map(({ itemId }) => itemId);
  const now = new Map([
    ...(await namesOfRegistrations(db, ids('registration'))),
    ...(await namesOfRecipients(db, ids('commendation'))),
  ]);
  const frozen = items.flatMap(({ kind, itemId: id, frozenRevision: revision }) =>
    kind === 'registration' && revision !== null ? [{ id, revision }] : [],
  );
  const then = await namesAtRevisions(db, frozen);
  return (itemId) => {
    const [current = null, name = current] = [now.get(itemId), then.get(itemId)];
    return { name, nameNow: ofEarlier || current === name ? null : current };
  };
};

/** Whose the items are. */
const unitsOf = async (db: ReadModelsDb, items: readonly Listed[]): Promise<ReadonlyMap<string, string>> => {
  const ids = items.map(({ itemId }) => itemId);
  return new Map([...(await unitsOfRegistrations(db, ids)), ...(await unitsOfCommendations(db, ids))]);
};

/** Outcomes are read from the decision's own trail when the question is about an earlier day. */
const toldByThen = async (db: ReadModelsDb, id: string, asOf: AsOf): Promise<(position: number) => boolean> => {
  if (!isCutOff(asOf)) return () => true;
  const positions = await positionsOf(db, { subject: `decision-${id}`, ...asOf });
  return (position) => positions.has(position);
};

/**
 * The number books by issuer, type and number: every number, voided ones with the reason. Those that were never taken
 * have their book's issuer, type, year and term.
 */
export const listNumbers = async (db: ReadModelsDb, query: NumberQuery): Promise<Page<NumberEntry>> => {
  const found = db
    .selectFrom('numbers as n')
    .innerJoin(booksOf(db), 'b.bookId', 'n.bookId')
    .leftJoin('decisions as d', 'd.id', 'n.decisionId')
    .selectAll('n')
    .select(['b.issuerId', 'b.docType', 'b.term', 'b.nextNumber'])
    .select(['d.title as decisionTitle', 'd.status as decisionStatus', 'd.numberText as decisionNumber']);
  const { items, next } = await pageOf(found, query, (number) => ({
    where: [
      within(ISSUER, query.scope),
      equals(ISSUER, query.issuerId),
      equals(DOC_TYPE, query.docType),
      equals(number.ref('b.term'), query.term),
      query.year === undefined ? undefined : sql<boolean>`coalesce(n.issued_on, b.issued_on) like ${`${query.year}-%`}`,
    ],
    order: ascending(ISSUER, DOC_TYPE, number.ref('n.bookId'), number.ref('n.number'), number.ref('n.lastNumber')),
  }));
  return {
    items: items.map(({ decisionNumber, ...entry }) => ({
      ...entry,
      voidSentence: entry.voidReason === null ? null : inBoth(givenUpName(entry.voidReason)),
      ...(entry.status === 'RESERVED' && decisionNumber === entry.text ? { status: 'ISSUED' } : {}),
    })),
    next,
  };
};

/** Of a book from which nothing was taken yet neither is known. */
const ISSUER = sql<string>`coalesce(b.issuer_id, '')`;
const DOC_TYPE = sql<string>`coalesce(b.doc_type, '')`;

/** Whether a number was taken for a decision that it does not bear. */
export const holdsUnusedNumber = async (db: ReadModelsDb, decisionId: string): Promise<boolean> => {
  const found = await db
    .selectFrom('numbers as n')
    .leftJoin('decisions as d', 'd.id', 'n.decisionId')
    .select('n.number')
    .where('n.decisionId', '=', decisionId)
    .where('n.status', '=', 'RESERVED')
    .where(({ ref }) => allOf(sql`${ref('n.text')} is distinct from ${ref('d.numberText')}`))
    .limit(1)
    .execute();
  return found.length > 0;
};

/** What each book is of, as the numbers that were taken from it say, and which it gives out next. */
const booksOf = (db: ReadModelsDb) =>
  db
    .selectFrom('numbers')
    .select(['bookId', 'issuerId', 'docType', 'issuedOn', 'term'])
    .select(sql<number>`max(last_number) over (partition by book_id) + 1`.as('nextNumber'))
    .distinctOn('bookId')
    .orderBy('bookId')
    .orderBy('issuedOn', (order) => order.desc().nullsLast())
    .as('b');

/** The titles of decisions, by id. */
export const titlesOfDecisions = (db: ReadModelsDb, ids: readonly string[]) =>
  namesIn(
    db
      .selectFrom('decisions')
      .where(({ ref }) => allOf(oneOf(ref('id'), ids)))
      .select(['id', 'title as name']),
  );

/** The streams of the decisions of units and of their number books. */
export const decisionStreams = (db: ReadModelsDb, unitIds: readonly string[]) =>
  db
    .selectFrom('decisions')
    .where(({ ref }) => allOf(oneOf(ref('unitId'), unitIds)))
    .select(({ ref }) => streamOf('decision', ref('id')))
    .unionAll(
      db
        .selectFrom('numbers')
        .where(({ ref }) => allOf(oneOf(ref('issuerId'), unitIds)))
        .select(({ ref }) => streamOf('numbering', ref('bookId'))),
    );
