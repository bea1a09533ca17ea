import type { Awaited, commendation, decision, organization, registration, regulation, reporting } from '#domain';
import type { TableSpec } from '../tables/table.ts';

/** What somebody may have to act on. */
export type TaskKind = 'registration' | 'commendation' | 'decision' | 'report' | 'appointment' | 'regulation';

/** One act that is awaited, of a role in the acting unit or above it, or of one person alone. */
export type AwaitedAct = Awaited<
  | registration.AwaitedCommand
  | commendation.AwaitedCommand
  | decision.AwaitedCommand
  | reporting.AwaitedCommand
  | organization.AwaitedCommand
  | regulation.AwaitedCommand,
  regulation.Act
>;

/** A subject and what it waits for; done subjects wait for nothing. */
export interface TaskRow {
  readonly id: string;
  readonly kind: TaskKind;
  readonly unitId: string;
  /** The unit the acts are done for: the subject's own, but the one that receives a report, or decides on a commendation. */
  readonly actingUnitId: string;
  readonly cycleId: string | null;
  readonly title: string;
  readonly status: string;
  /** The day on which it began to wait. */
  readonly since: string;
  readonly dueOn: string | null;
  readonly acts: readonly AwaitedAct[];
  /** Roles that may act by their unit, until that turns. */
  readonly roles: readonly string[];
  /** The day after which other roles are waited for. */
  readonly turnsAfter: string | null;
  /** What must be in being for other roles to be waited for: see `holds`. */
  readonly turnsWith: string | null;
  /** The roles that are waited for then. */
  readonly laterRoles: readonly string[];
  /** What is in being by this subject: a decision on these items is under way, an approved report of these was received. */
  readonly holds: readonly string[];
  /** People who alone may act. */
  readonly persons: readonly string[];
  /** People who may do nothing of what their role is asked for, each as {@link barredFrom} writes it. */
  readonly besides: readonly string[];
  /** Of an appointment: whose it is. */
  readonly personId: string | null;
  /** What is remembered for the next event. */
  readonly waiting: TaskWaiting | null;
  readonly position: number;
}

type TaskWaiting = registration.Waiting | commendation.Waiting | decision.Waiting | ReportWaiting | RegulationWaiting;

export interface ReportWaiting extends reporting.Waiting {
  readonly kind: reporting.ReportKind;
  readonly receiverId: string;
  readonly period: reporting.ReportingPeriod;
}

export interface RegulationWaiting {
  readonly authors: readonly string[];
}

/** A person whose role does not help: four eyes. */
export const barredFrom = (role: string, personId: string): string => `${role} ${personId}`;

export const tasks: TableSpec<TaskRow> = {
  name: 'tasks',
  columns: {
    id: 'text',
    kind: 'text',
    unitId: 'text',
    actingUnitId: 'text',
    cycleId: 'text',
    title: 'text',
    status: 'text',
    since: 'text',
    dueOn: 'text',
    acts: 'json',
    roles: 'text[]',
    turnsAfter: 'text',
    turnsWith: 'text',
    laterRoles: 'text[]',
    holds: 'text[]',
    persons: 'text[]',
    besides: 'text[]',
    personId: 'text',
    waiting: 'json',
    position: 'double precision',
  },
  key: ['id'],
  indexes: [
    `(acting_unit_id, since) where roles <> '{}' or later_roles <> '{}'`,
    `(since, id) where roles <> '{}' or later_roles <> '{}'`,
    `using gin (persons) where persons <> '{}'`,
    `(id) where holds <> '{}'`,
  ],
};
