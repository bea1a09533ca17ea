import { reporting, type regulation, type Role } from '#domain';
import { expressionBuilder, sql, type Expression, type NotNull } from 'kysely';
import type { ReadModelsDb } from '../database.ts';
import { allOf, oneOf } from '../paging/conditions.ts';
import type { DutyCycleRow, DutyReport, DutyRow } from './table.ts';

/** Something that is due: what a ladder is climbed for. */
export interface OpenDuty {
  /** See `dutyIdOf`: the same for as long as the same thing is owed. */
  readonly dutyId: string;
  readonly kind: regulation.DutyKind;
  /** The report or registration it is owed for. */
  readonly subjectId: string;
  /** What people call it: the model's name; empty for a report. */
  readonly title: string;
  /** For a report: which one. */
  readonly report: {
    readonly kind: 'OWN' | 'CONSOLIDATED';
    readonly period: { readonly kind: 'H1' | 'ANNUAL'; readonly year: number };
  } | null;
  /** The unit that owes it. */
  readonly unitId: string;
  /** Who does the work there: the unit's officer, or the officer of its standing body. */
  readonly ownerRole: Extract<Role, 'UNIT_OFFICER' | 'STANDING_BODY_OFFICER'>;
  /** Who it is owed to; null where that is the unit above on the day. */
  readonly receiverId: string | null;
  /** The regulation whose ladder and calendar count. */
  readonly regulationId: string;
  readonly dueOn: string;
  readonly originalDueOn: string;
  /** The instant at which it began to be owed, or its due date was last moved: rungs before it never were due. */
  readonly since: string;
}

/** Duties that share everything a ladder depends on. */
export interface DutyGroup {
  readonly regulationId: string;
  readonly kind: regulation.DutyKind;
  readonly dueOn: string;
  readonly open: number;
}

type DutiesAsked = Omit<DutyGroup, 'open'> & { readonly after: string | undefined; readonly limit: number };

/**
 * Open duties with what their registration and its cycle say of them. What a cycle owes ends with the cycle; what begins
 * after the deadline, as a draft that an import makes late, was not owed by it.
 */
const openDuties = (db: ReadModelsDb) =>
  db
    .selectFrom('duties as d')
    .leftJoin('dutySubjects as s', (join) => join.on('d.regulationId', 'is', null).onRef('s.id', '=', 'd.subjectId'))
    .leftJoin('dutyCycles as c', 'c.id', 's.cycleId')
    .where(({ ref }) => ref('d.open'))
    .where(({ eb, or, and, ref }) =>
      or([
        eb('d.dueOn', 'is not', null),
        and([eb('c.open', '=', true), eb(dayOf(ref('d.since')), '<=', ofCycle('DueOn'))]),
      ]),
    )
    .select(['d.dutyId', 'd.kind', 'd.subjectId', 'd.report'])
    .select(({ fn, val }) => [
      fn.coalesce('s.title', val('')).as('title'),
      fn.coalesce('d.unitId', 's.unitId').as('unitId'),
      fn.coalesce('d.regulationId', 'c.regulationId').as('regulationId'),
      fn.coalesce('d.dueOn', ofCycle('DueOn')).as('dueOn'),
      fn.coalesce('d.originalDueOn', ofCycle('Original')).as('originalDueOn'),
      fn<string>('greatest', ['d.since', ofCycle('MovedAt')]).as('since'),
    ])
    .$narrowType<{ unitId: NotNull; regulationId: NotNull; dueOn: NotNull; originalDueOn: NotNull }>();

/** What the cycle says of the step that a duty is about. */
const ofCycle = (date: 'DueOn' | 'Original' | 'MovedAt') => {
  const { case: given, ref } = expressionBuilder<{ d: DutyRow; c: DutyCycleRow }, 'd' | 'c'>();
  return given('d.kind')
    .when('REGISTRATION_STEP')
    .then(ref(`c.registration${date}`))
    .when('DOSSIER_STEP')
    .then(ref(`c.dossier${date}`))
    .end();
};

/** The day in Vietnam of an instant. */
const dayOf = (instant: Expression<string>) =>
  sql<string>`(${instant}::timestamptz at time zone 'Asia/Ho_Chi_Minh')::date::text`;

/** The open duties counted by everything a ladder depends on: few groups, however many duties there are. */
export const listDutyGroups = (db: ReadModelsDb): Promise<readonly DutyGroup[]> =>
  db
    .selectFrom(openDuties(db).as('d'))
    .select(['regulationId', 'kind', 'dueOn'])
    .select(({ cast, fn }) => cast<number>(fn.countAll(), 'integer').as('open'))
    .groupBy(['regulationId', 'kind', 'dueOn'])
    .orderBy('dueOn')
    .orderBy('kind')
    .orderBy('regulationId')
    .execute();

/** Kinds whose due date is the cycle's. */
const STEPS: { readonly [Kind in regulation.DutyKind]?: 'c.registrationDueOn' | 'c.dossierDueOn' } = {
  REGISTRATION_STEP: 'c.registrationDueOn',
  DOSSIER_STEP: 'c.dossierDueOn',
};

/** The open duties of a group by their id, at most `limit` behind `after`. */
export const listOpenDuties = async (
  db: ReadModelsDb,
  { regulationId, kind, dueOn, after, limit }: DutiesAsked,
): Promise<readonly OpenDuty[]> => {
  const ofCycle = STEPS[kind];
  const rows = await openDuties(db)
    .where('d.kind', '=', kind)
    .where(({ eb }) =>
      ofCycle ? allOf(eb('d.dueOn', 'is', null), eb(ofCycle, '=', dueOn)) : eb('d.dueOn', '=', dueOn),
    )
    // The planner sees how many these are: a page is then read by the index, not sorted out of all.
    .where(({ eb, or, and }) =>
      or([
        eb('d.regulationId', '=', regulationId),
        and([eb('d.regulationId', 'is', null), eb('c.regulationId', '=', regulationId)]),
      ]),
    )
    .where('d.dutyId', '>', after ?? '')
    .orderBy('d.dutyId')
    .limit(limit)
    .execute();
  return rows.map(dutyOf);
};

/** An open duty that somebody had reminded of at once. */
export interface OrderedDuty extends OpenDuty {
  /** The instant of the last order. */
  readonly orderedAt: string;
}

/** Open duties with an order, by their id, at most `limit` behind `after`. */
export const listOrderedDuties = async (
  db: ReadModelsDb,
  { after, limit }: Pick<DutiesAsked, 'after' | 'limit'>,
): Promise<readonly OrderedDuty[]> => {
  const rows = await openDuties(db)
    .select('d.orderedAt')
    .where('d.orderedAt', 'is not', null)
    .$narrowType<{ orderedAt: NotNull }>()
    .where('d.dutyId', '>', after ?? '')
    .orderBy('d.dutyId')
    .limit(limit)
    .execute();
  return rows.map(({ orderedAt, ...duty }) => ({ ...dutyOf(duty), orderedAt }));
};

/** Those of the duties that are still open: no more than were asked for. */
export const findOpenDuties = async (db: ReadModelsDb, dutyIds: readonly string[]): Promise<readonly OpenDuty[]> => {
  const rows = await openDuties(db)
    .where(({ ref }) => allOf(oneOf(ref('d.dutyId'), dutyIds)))
    .orderBy('d.dutyId')
    .execute();
  return rows.map(dutyOf);
};

type Found = Omit<OpenDuty, 'ownerRole' | 'receiverId' | 'report'> & { readonly report: DutyReport | null };

const dutyOf = ({ report, ...duty }: Found): OpenDuty => ({
  ...duty,
  report: report && { kind: report.kind, period: report.period },
  receiverId: report?.receiverId ?? null,
  ownerRole: reporting.ownerRole(duty.kind, report?.kind),
});
