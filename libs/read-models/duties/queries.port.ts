import type { regulation, Role } from '#domain';
import type { ReadModelsDb } from '../database.ts';

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

/** Few, however many duties there are: a ladder is computed once for each. */
export type ListDutyGroups = (db: ReadModelsDb) => Promise<readonly DutyGroup[]>;

/** The open duties of a group by their id, at most `limit` behind `after`. */
export type ListOpenDuties = (
  db: ReadModelsDb,
  query: Omit<DutyGroup, 'open'> & { readonly after: string | undefined; readonly limit: number },
) => Promise<readonly OpenDuty[]>;

/** Open duties by their ids. */
export type FindOpenDuties = (db: ReadModelsDb, dutyIds: readonly string[]) => Promise<readonly OpenDuty[]>;
