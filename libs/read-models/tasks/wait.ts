import type { RecordedEvent } from '#event-store';
import type { AwaitedAct, TaskRow } from './table.ts';

type Subject = Pick<TaskRow, 'id' | 'kind' | 'unitId' | 'cycleId' | 'title'> & Partial<Pick<TaskRow, 'report'>>;

interface Wait extends Partial<Pick<TaskRow, 'actingUnitId' | 'team'>> {
  readonly status: string;
  readonly acts: readonly AwaitedAct[];
  readonly dueOn?: string | null | undefined;
}

/** The subject now waits for these acts, of its own unit where no other is named, from the day of the event on. */
export const waitFor = (
  { id, kind, unitId, cycleId, title, report = null }: Subject,
  event: RecordedEvent,
  { status, acts, dueOn, actingUnitId = unitId, team = null }: Wait,
): TaskRow => ({
  ...{ id, kind, unitId, actingUnitId, cycleId, title, status },
  since: event.meta.effectiveOn,
  dueOn: dueOn ?? null,
  ...awaiting(acts),
  team,
  report,
  position: event.position,
});

/** The acts with the roles and people they are found by. */
export const awaiting = (acts: readonly AwaitedAct[]) => ({
  acts,
  roles: [...new Set(acts.filter(({ personId }) => personId === undefined).map(({ role }) => role))],
  persons: [...new Set(acts.flatMap(({ personId }) => personId ?? []))],
});
