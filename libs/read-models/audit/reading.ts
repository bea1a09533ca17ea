import { categoryOf, decision, idOf, type Category, type registration } from '#domain';
import { sql } from 'kysely';
import { commendationStreams } from '../commendation-book/queries.ts';
import type { ReadModelsDb } from '../database.ts';
import { decisionsSeen, type DecisionReader, type SeenDecisions } from '../decision-book/queries.ts';
import { allOf, oneOf, type Condition } from '../paging/conditions.ts';
import { streamOf } from '../paging/streams.ts';
import { registrationStreams, sightedLines, type SightedLine } from '../register/queries.ts';
import { reportStreams } from '../report-board/queries.ts';
import { ruleStreams } from '../rules/queries.ts';
import { nameOnly, type Appraiser } from '../sight/queries.ts';
import type { Found, Telling, TrailRow } from '../timeline/queries.ts';
import { unitStreams } from '../units/queries.ts';

/** Who is told of each thing what its own timeline tells them, and of nothing that has none. */
export interface Reading extends DecisionReader {
  readonly personId: string;
  /** Where they are one: registrations of which they are told the name alone have no timeline for them. */
  readonly appraiser?: Appraiser;
  /** Whose appointments and account they may see; they themselves among them. */
  readonly people: readonly string[];
  /** How much they are told of a registration. */
  readonly sightOf: (line: SightedLine) => registration.Sight;
}

/** What somebody reads of the trail across everything. */
export interface Read {
  /** What stands in the timelines of a reader: each event once, though those of a decision and of its item both tell it. */
  readonly narrow: (row: TrailRow) => Condition;
  /** How much of each entry of a page they are told. */
  readonly tellingOf: (found: readonly Found[]) => Promise<(entry: Found) => Telling>;
}

export const readBy = async (db: ReadModelsDb, reading: Reading): Promise<Read> => {
  const { scope, concerned, appraiser } = reading;
  const decisions = scope === 'all' ? 'all' : await decisionsSeen(db, { ...scope, ...(concerned && { concerned }) });
  const seesAll = decisions === 'all' && appraiser === undefined;
  return {
    narrow: (row) => (seesAll ? ofAll(row, reading) : ofSome(db, row, { ...reading, decisions })),
    tellingOf: (found) => tellingFor(db, found, { ...reading, decisions }),
  };
};

/** The categories of all that has a timeline but people, and the reminders that stand in the timelines of duties. */
const WITH_TIMELINE = [
  ...['registration', 'decision', 'commendation', 'report', 'reminder'],
  ...['unit', 'regulation', 'cycle'],
] as const;

const ofAll = (row: TrailRow, { people }: Reading): Condition =>
  row.and([
    row('own', '=', true),
    row.or([
      allOf(oneOf(sql<string>`split_part(${row.ref('subject')}, '-', 1)`, WITH_TIMELINE)),
      allOf(oneOf(row.ref('subject'), people.map(streamIn('person')))),
    ]),
  ]);

interface Seeing extends Reading {
  readonly decisions: SeenDecisions | 'all';
}

const ofSome = (db: ReadModelsDb, row: TrailRow, seeing: Seeing): Condition => {
  const own = row('own', '=', true);
  return row.and([
    sql<boolean>`${row.ref('subject')} in ${streamsFor(db, seeing)}`,
    row.or([
      row.and([own, row.not(ofOtherItem(row, seeing))]),
      row.and([row.not(own), row.not(underDecision(row, seeing))]),
    ]),
  ]);
};

/** It tells of an item of which the reader of the decision is not told. */
const ofOtherItem = (row: TrailRow, { decisions }: Seeing): Condition =>
  decisions === 'all'
    ? sql<boolean>`false`
    : row.and([
        allOf(oneOf<string>(row.ref('type'), decision.OF_ONE_ITEM)),
        row.not(allOf(oneOf(row.ref('stream'), decisions.whole.map(streamIn('decision'))))),
        row.not(allOf(oneOf(sql<string>`${row.ref('data')} ->> 'id'`, [...decisions.inPart.values()].flat()))),
      ]);

/** The timeline of the decision tells it to the reader as well. */
const underDecision = (row: TrailRow, seeing: Seeing): Condition => {
  const { decisions } = seeing;
  if (decisions === 'all') return allOf(oneOf<string>(row.ref('type'), decision.OF_ONE_ITEM));
  const seen = [...decisions.whole, ...decisions.inPart.keys()].map(streamIn('decision'));
  return row.and([allOf(oneOf(row.ref('stream'), seen)), row.not(ofOtherItem(row, seeing))]);
};

const streamIn =
  (category: Category) =>
  (id: string): string =>
    `${category}-${id}`;

const streamsFor = (db: ReadModelsDb, { scope, decisions, appraiser, people }: Seeing) => {
  const unitIds = scope === 'all' ? undefined : scope.unitIds;
  const registrations = registrationStreams(db, unitIds).where(({ ref, not }) =>
    appraiser === undefined
      ? allOf()
      : not(nameOnly(db, appraiser, { id: ref('registrations.id'), unitId: ref('unitId') })),
  );
  const streams = (category: Category, ids: readonly string[]) =>
    db.selectNoFrom(sql<string>`unnest(${ids.map(streamIn(category))}::text[])`.as('stream'));
  return registrations
    .unionAll(
      decisions === 'all'
        ? db.selectFrom('decisions').select(({ ref }) => streamOf('decision', ref('id')))
        : streams('decision', [...decisions.whole, ...decisions.inPart.keys()]),
    )
    .unionAll(commendationStreams(db, unitIds))
    .unionAll(reportStreams(db, unitIds))
    .unionAll(unitStreams(db))
    .unionAll(ruleStreams(db))
    .unionAll(streams('person', people));
};

const tellingFor = async (
  db: ReadModelsDb,
  found: readonly Found[],
  { personId, sightOf, decisions }: Seeing,
): Promise<(entry: Found) => Telling> => {
  const registrations = found.flatMap(({ stream }) => (categoryOf(stream) === 'registration' ? [idOf(stream)] : []));
  const lines = await sightedLines(db, { ids: [...new Set(registrations)], personId });
  return ({ stream }) => {
    const line = lines.get(idOf(stream));
    const items = decisions === 'all' ? undefined : decisions.inPart.get(idOf(stream));
    return { ...(line && { sight: sightOf(line) }), ...(items && { items }) };
  };
};
