import { sql, type Expression } from 'kysely';
import { commendationsFor, commendationStreams } from '../commendation-book/queries.ts';
import type { ReadModelsDb } from '../database.ts';
import { aboutOf, belongingsOf, type About } from './about.ts';
import { decisionsOn, decisionStreams } from '../decision-book/queries.ts';
import { allOf, oneOf, type Condition } from '../paging/conditions.ts';
import type { Page, Scope } from '../paging/page.ts';
import { registrationsOfModel, registrationStreams } from '../register/queries.ts';
import { reminderStreams } from '../reminder-history/queries.ts';
import { reportStreams } from '../report-board/queries.ts';
import { ruleStreams } from '../rules/queries.ts';
import {
  AUDIT_KINDS,
  getAcross,
  ofItems,
  typesOf,
  type AcrossQuery,
  type AuditKind,
  type TimelineEntry,
  type TrailFields,
  type TrailRow,
} from '../timeline/queries.ts';
import { peopleStreams, unitStreams } from '../units/queries.ts';
import { readBy, type Read, type Reading } from './reading.ts';

/** Who asks for the trail across everything. */
export interface Auditing {
  /** What they see under roles that are told the whole of what belongs to a unit. */
  readonly whole: Scope;
  /** What they see of it as auditors, who are told of people too. */
  readonly audited: Scope;
  /** Where they hold none of those roles: what they see of each thing. */
  readonly reading?: Reading;
}

export interface AuditQuery extends Omit<AcrossQuery, 'units'>, Auditing {
  /** The units for which people acted, or which it is about. */
  readonly unitIds?: readonly string[];
  /** One model's registrations with the decisions and commendations on them. */
  readonly modelId?: string;
}

/** An entry of the trail, with what it is about. */
export type AuditEntry = TimelineEntry & About;

/** The audit trail across everything that its reader may see. */
export const getAudit = async (
  db: ReadModelsDb,
  { whole, audited, reading, modelId, unitIds, ...query }: AuditQuery,
): Promise<Page<AuditEntry>> => {
  const ofThis = modelId === undefined ? () => undefined : await ofModel(db, modelId);
  const read = reading === undefined ? ofWhole(db, { whole, audited }) : await readBy(db, reading);
  const page = await getAcross(
    db,
    { ...query, ...(unitIds && { units: { ids: unitIds, about: aboutUnits(db, unitIds) } }) },
    { narrowings: [read.narrow, ofThis], tellingOf: read.tellingOf },
  );
  const belongings = await belongingsOf(db, [...new Set(page.items.map(({ stream }) => stream))]);
  return {
    ...page,
    items: page.items.map(({ own, ...entry }) => ({
      ...entry,
      ...aboutOf(entry, belongings.get(entry.stream)),
      // Found under what it tells about: the decision itself is none of the reader's.
      ...(own ? {} : { decisionId: null }),
    })),
  };
};

/** Kinds that no thing tells of which has a timeline. */
const OF_NOTHING: readonly AuditKind[] = ['EXPORTS', 'INCIDENTS', 'EVIDENCE'];

/** Kinds of which auditors of everything alone are told: they belong to no unit. Of accounts, everybody of their own. */
const OF_NO_UNIT: readonly AuditKind[] = ['ACCOUNTS', ...OF_NOTHING];

const GRANTS = typesOf('GRANTS');
const OF_UNITS = AUDIT_KINDS.filter((kind) => kind !== 'GRANTS' && !OF_NO_UNIT.includes(kind)).flatMap(typesOf);

/** Whether a reader may ask for the entries of a kind at all, however many there are. */
export const isTold = (kind: AuditKind, { audited, reading }: Auditing): boolean =>
  reading
    ? !OF_NOTHING.includes(kind)
    : audited === 'all' || (kind === 'GRANTS' ? audited.unitIds.length > 0 : !OF_NO_UNIT.includes(kind));

/** Each event under its own stream, told whole. */
const ofWhole = (db: ReadModelsDb, auditing: Overseeing): Read => ({
  narrow: (row) => allOf(row('own', '=', true), seenBy(db, row, auditing)),
  tellingOf: () => Promise.resolve(() => ({})),
});

type Overseeing = Omit<Auditing, 'reading'>;

/** Never more than the timelines, books and lists of people tell the same reader. */
const seenBy = (
  db: ReadModelsDb,
  row: TrailRow,
  { whole, audited }: Omit<Auditing, 'reading'>,
): Condition | undefined => {
  if (audited === 'all') return undefined;
  const type = row.ref('type');
  const people = peopleStreams(db, audited.unitIds);
  return whole === 'all'
    ? row.or([allOf(oneOf(type, OF_UNITS)), allOf(oneOf(type, GRANTS), isOneOf(row, people))])
    : allOf(oneOf(type, [...OF_UNITS, ...GRANTS]), isOneOf(row, streamsOfUnits(db, whole.unitIds).unionAll(people)));
};

const isOneOf = (row: Pick<TrailRow, 'ref'>, streams: Expression<unknown>): Condition =>
  isIn(row.ref('subject'), streams);

const isIn = (subject: Expression<string>, streams: Expression<unknown>): Condition =>
  sql<boolean>`${subject} in ${streams}`;

/** What is about units: what became of what belongs to them, and who was appointed in them. */
const aboutUnits =
  (db: ReadModelsDb, unitIds: readonly string[]) =>
  ({ subject, type, data }: TrailFields): Condition => {
    const there = db
      .selectFrom('appointments')
      .where(({ ref }) => allOf(oneOf(ref('unitId'), unitIds)))
      .select('id');
    return allOf(
      isIn(subject, streamsOfUnits(db, unitIds).unionAll(peopleStreams(db, unitIds))),
      sql<boolean>`(${subject} not like 'person-%' or ${allOf(oneOf(type, GRANTS))} and ${data} ->> 'appointmentId' in ${there})`,
    );
  };

/** The streams of what belongs to the units. */
const streamsOfUnits = (db: ReadModelsDb, unitIds: readonly string[]) =>
  registrationStreams(db, unitIds)
    .unionAll(decisionStreams(db, unitIds))
    .unionAll(commendationStreams(db, unitIds))
    .unionAll(reportStreams(db, unitIds))
    .unionAll(reminderStreams(db, unitIds))
    .unionAll(ruleStreams(db, unitIds))
    .unionAll(unitStreams(db, unitIds));

const ofModel = async (db: ReadModelsDb, modelId: string): Promise<(row: TrailRow) => Condition> => {
  const registrations = await registrationsOfModel(db, modelId);
  const commendations = await commendationsFor(db, { registrationIds: registrations, scope: 'all' });
  const items = [...registrations, ...commendations.map(({ id }) => id)];
  const decisions = await decisionsOn(db, { itemIds: items, scope: 'all' });
  const subjects = [
    ...registrations.map((id) => `registration-${id}`),
    ...commendations.map(({ id }) => `commendation-${id}`),
    ...decisions.map(({ id }) => `decision-${id}`),
  ];
  return (row) =>
    // What became of other items of a decision is no part of a model's file.
    allOf(oneOf(row.ref('subject'), subjects), ofItems({ type: row.ref('type'), data: row.ref('data') }, items));
};
