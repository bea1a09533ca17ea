import type { EvidenceRef } from '#domain';
import type { ReadModelsDb } from '../database.ts';
import { rowsByThen } from '../paging/by-then.ts';
import { allOf, equals, ofUnits, oneOf, within, wordsMatch } from '../paging/conditions.ts';
import { alphabetical, ascending, pageOf, sortedBy } from '../paging/keyset.ts';
import { namesIn } from '../paging/names.ts';
import type { AsOf, ListQuery, Page, PageRequest, Scope } from '../paging/page.ts';
import { columnsOf } from '../tables/table.ts';
import { trailsOf, type TrailOf } from '../timeline/queries.ts';
import { commendations, type CommendationRow, type CommendationStatus } from './table.ts';
import { streamOf } from '../paging/streams.ts';

export type { CommendationRow } from './table.ts';

interface CommendationQuery extends ListQuery {
  readonly q?: string;
  readonly cycleId?: string;
  readonly unitIds?: readonly string[];
  readonly status?: readonly CommendationStatus[];
  readonly recipientType?: CommendationRow['recipientType'];
  readonly commendationScope?: CommendationRow['scope'];
  readonly form?: CommendationRow['form'];
  readonly registrationId?: string;
  /** Ascending, or descending with `-`. `-statusSince` when absent. */
  readonly sort?: `${'' | '-'}${'statusSince' | 'recipientName' | 'proposedOn'}`;
}

const SHOWN = columnsOf(commendations, ['folded', 'words']);

/** The commendation book, the latest change first. */
export const listCommendations = (db: ReadModelsDb, query: CommendationQuery): Promise<Page<CommendationRow>> =>
  pageOf(db.selectFrom('commendations').select(SHOWN), query, (line) => ({
    where: [
      ofUnits(line.ref('unitId'), query),
      equals(line.ref('cycleId'), query.cycleId),
      oneOf(line.ref('status'), query.status),
      equals(line.ref('recipientType'), query.recipientType),
      equals(line.ref('scope'), query.commendationScope),
      equals(line.ref('form'), query.form),
      equals(line.ref('registrationId'), query.registrationId),
      wordsMatch(line.ref('words'), query.q),
    ],
    order: sortedBy(
      {
        statusSince: line.ref('statusSince'),
        recipientName: alphabetical(line.ref('recipientName')),
        proposedOn: line.ref('proposedOn'),
      },
      query.sort ?? '-statusSince',
      line.ref('id'),
    ),
  }));

/** What rests on one of these registrations, whatever became of it, in the order of its ids. */
export const commendationsOn = (
  db: ReadModelsDb,
  { registrationIds, ...request }: PageRequest & { readonly registrationIds: readonly string[] },
): Promise<Page<{ readonly id: string; readonly registrationId: string | null }>> =>
  pageOf(db.selectFrom('commendations').select(['id', 'registrationId']), request, (line) => ({
    where: [oneOf(line.ref('registrationId'), registrationIds)],
    order: ascending(line.ref('id')),
  }));

/** The commendations for these registrations, the oldest first: one achievement earns one reward. */
export const commendationsFor = (
  db: ReadModelsDb,
  { registrationIds, scope, ...asOf }: { readonly registrationIds: readonly string[]; readonly scope: Scope } & AsOf,
): Promise<CommendationRow[]> =>
  db
    .selectFrom(rowsByThen(db, 'commendations', asOf).as('commendation'))
    .select(SHOWN)
    .where(({ ref }) => allOf(oneOf(ref('registrationId'), registrationIds), within(ref('unitId'), scope)))
    .orderBy('position')
    .execute();

export type CommendationDetail = CommendationRow & {
  /** The files it rests on, as it was proposed last. */
  readonly files: readonly EvidenceRef[];
  /** What was found when it was verified; null until it was. */
  readonly verification: Verification | null;
  /** What the council said, with its minutes; null until it did. */
  readonly review: CouncilReview | null;
};

interface Found {
  /** Who recorded it, and when. */
  readonly personId: string;
  readonly recordedAt: string;
}

interface Verification extends Found {
  readonly note: string;
}

interface CouncilReview extends Found {
  readonly favourable: boolean;
  readonly opinion: string;
  readonly minutes: EvidenceRef;
}

/** One commendation with its files, what was found when it was verified, and what the council said. */
export const getCommendation = async (
  db: ReadModelsDb,
  { id, scope }: { readonly id: string; readonly scope: Scope },
): Promise<CommendationDetail | undefined> => {
  const row = await db
    .selectFrom('commendations')
    .select(SHOWN)
    .where((line) => allOf(line('id', '=', id), within(line.ref('unitId'), scope)))
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const streams = [`commendation-${id}`];
  const trail = await trailsOf(db, { streams, types: STEPS });
  return { ...row, ...trail.reduce(fileAfter, { files: [], verification: null, review: null }) };
};

const STEPS = ['CommendationProposed', 'CommendationRevised', 'CommendationVerified', 'CouncilReviewRecorded'] as const;

type CommendationFile = Pick<CommendationDetail, 'files' | 'verification' | 'review'>;

/** What is put right and proposed again is verified again, and goes before the council again. */
const fileAfter = (file: CommendationFile, step: TrailOf<(typeof STEPS)[number]>): CommendationFile => {
  const found: Found = { personId: step.actor.personId, recordedAt: step.recordedAt };
  switch (step.type) {
    case 'CommendationProposed':
    case 'CommendationRevised':
      return { files: step.data.evidence, verification: null, review: null };
    case 'CommendationVerified':
      return { ...file, verification: { note: step.data.note, ...found } };
    case 'CouncilReviewRecorded': {
      const { favourable, opinion, minutes } = step.data;
      return { ...file, review: { favourable, opinion, minutes, ...found } };
    }
  }
};

/** Whom commendations are for, by id. */
export const namesOfRecipients = (db: ReadModelsDb, ids: readonly string[]) =>
  namesIn(
    db
      .selectFrom('commendations')
      .where(({ ref }) => allOf(oneOf(ref('id'), ids)))
      .select(['id', 'recipientName as name']),
  );

/** Whose commendations are, by id. */
export const unitsOfCommendations = (db: ReadModelsDb, ids: readonly string[]) =>
  namesIn(
    db
      .selectFrom('commendations')
      .where(({ ref }) => allOf(oneOf(ref('id'), ids)))
      .select(['id', 'unitId as name']),
  );

/** The ids of the commendations of units, for a question about what names them. */
export const commendationsOfUnits = (db: ReadModelsDb, unitIds: readonly string[]) =>
  db
    .selectFrom('commendations')
    .where(({ ref }) => allOf(oneOf(ref('unitId'), unitIds)))
    .select('id');

/** The streams of the commendations of units. */
export const commendationStreams = (db: ReadModelsDb, unitIds?: readonly string[]) =>
  db
    .selectFrom('commendations')
    .where(({ ref }) => allOf(oneOf(ref('unitId'), unitIds)))
    .select(({ ref }) => streamOf('commendation', ref('id')));
