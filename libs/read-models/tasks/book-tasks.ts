import { commendation, decision } from '#domain';
import type { RecordedEvent, RecordedIn } from '#event-store';
import { COMMENDATION_WAITS, DECISION_WAITS, type CommendationStatus, type DecisionStatus } from './awaited.ts';
import type { TaskRow } from './table.ts';
import { awaiting, waitFor } from './wait.ts';

/** What a commendation waits for after one of its events. */
export const evolveCommendationTask = (
  row: TaskRow | undefined,
  event: RecordedIn<'commendation'>,
): TaskRow | undefined => {
  if (event.type === 'CommendationProposed') {
    const { commendationId: id, unitId, cycleId, recipient } = event.data;
    return created(event, { kind: 'commendation', id, unitId, cycleId, title: recipient.name, status: 'PROPOSED' });
  }
  const status = commendation.statusAfter[event.type];
  const dueOn = event.type === 'CommendationReturned' ? event.data.dueOn : null;
  return row && waitFor(row, event, { status, acts: COMMENDATION_WAITS[status], dueOn });
};

/** What a decision waits for after one of its events. */
export const evolveDecisionTask = (row: TaskRow | undefined, event: RecordedIn<'decision'>): TaskRow | undefined => {
  if (event.type === 'DecisionDrafted') {
    const { decisionId: id, unitId, cycleId = null, title } = event.data;
    return created(event, { kind: 'decision', id, unitId, cycleId, title, status: 'DRAFT' });
  }
  const status = decision.statusAfter[event.type];
  return row && status !== 'same' ? waitFor(row, event, { status, acts: DECISION_WAITS[status] }) : row;
};

type Created = Pick<TaskRow, 'id' | 'unitId' | 'cycleId' | 'title'> &
  (
    | { readonly kind: 'commendation'; readonly status: CommendationStatus }
    | { readonly kind: 'decision'; readonly status: DecisionStatus }
  );

const created = (event: RecordedEvent, subject: Created): TaskRow => ({
  ...subject,
  actingUnitId: subject.unitId,
  since: event.meta.effectiveOn,
  dueOn: null,
  ...awaiting(subject.kind === 'decision' ? DECISION_WAITS[subject.status] : COMMENDATION_WAITS[subject.status]),
  team: null,
  report: null,
  position: event.position,
});
