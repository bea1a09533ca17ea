import type { Awaited, commendation, decision, organization, registration, reporting } from '#domain';
import type { TableSpec } from '../tables/table.ts';

/** What somebody may have to act on. */
export type TaskKind = 'registration' | 'commendation' | 'decision' | 'report' | 'appointment';

/** One act that is awaited, of a role in the acting unit or above it, or of one person alone. */
export type AwaitedAct = Awaited<
  | registration.AwaitedCommand
  | commendation.AwaitedCommand
  | decision.AwaitedCommand
  | reporting.AwaitedCommand
  | organization.AwaitedCommand
>;

/** A subject and what it waits for; done subjects wait for nothing. */
export interface TaskRow {
  readonly id: string;
  readonly kind: TaskKind;
  readonly unitId: string;
  /** The unit the acts are done for: the subject's own, but the receiver's for what it does with a report. */
  readonly actingUnitId: string;
  readonly cycleId: string | null;
  readonly title: string;
  readonly status: string;
  /** The day on which it began to wait. */
  readonly since: string;
  readonly dueOn: string | null;
  readonly acts: readonly AwaitedAct[];
  /** Roles that may act by their unit, until the end of the day on which that turns, if one is set. */
  readonly roles: readonly string[];
  /** The day after which other roles are waited for, and those. */
  readonly turnsAfter: string | null;
  readonly laterRoles: readonly string[];
  /** People who alone may act. */
  readonly persons: readonly string[];
  /** People who may not act, whatever their role. */
  readonly besides: readonly string[];
  /** Of an appointment: whose it is. */
  readonly personId: string | null;
  /** Of a registration, for its next event; null where nothing is to be remembered. */
  readonly waiting: registration.Waiting | null;
  /** What a commendation rests on was revoked and nobody has looked at it yet, for its next event. */
  readonly revoked: boolean;
  /** Of a report, for its next event. */
  readonly report: TaskReport | null;
  readonly position: number;
}

interface TaskReport {
  readonly kind: reporting.ReportKind;
  readonly receiverId: string;
}

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
    laterRoles: 'text[]',
    persons: 'text[]',
    besides: 'text[]',
    personId: 'text',
    waiting: 'json',
    revoked: 'boolean',
    report: 'json',
    position: 'double precision',
  },
  key: ['id'],
  indexes: [
    `(acting_unit_id, since) where roles <> '{}'`,
    `(since, id) where roles <> '{}'`,
    `using gin (persons) where persons <> '{}'`,
  ],
};
