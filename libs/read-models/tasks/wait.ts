import type { RecordedEvent } from '#event-store';
import type { AwaitedAct, TaskRow, TeamMember } from './table.ts';

interface Wait {
  readonly status: string;
  readonly acts: readonly AwaitedAct[];
  readonly dueOn?: string | null;
  readonly team?: readonly TeamMember[] | null;
}

/** The subject now waits for these acts of its own unit, from the day of the event on. */
export const waitFor = (row: TaskRow, event: RecordedEvent, wait: Wait): TaskRow => ({
  ...row,
  status: wait.status,
  since: event.meta.effectiveOn,
  dueOn: wait.dueOn ?? null,
  team: wait.team ?? null,
  actingUnitId: row.unitId,
  ...awaiting(wait.acts),
  position: event.position,
});

/** The acts with the roles and people they are found by. */
export const awaiting = (acts: readonly AwaitedAct[]) => ({
  acts,
  roles: [...new Set(acts.filter(({ personId }) => personId === undefined).map(({ role }) => role))],
  persons: [...new Set(acts.flatMap(({ personId }) => personId ?? []))],
});
