import { commendation, decision, type DataOf } from '#domain';
import type { RecordedIn } from '#event-store';
import type { TaskRow } from './table.ts';
import { waitFor } from './wait.ts';

/** What a commendation waits for after one of its events. */
export const evolveCommendationTask = (
  row: TaskRow | undefined,
  event: RecordedIn<'commendation'>,
): TaskRow | undefined => {
  const subject = event.type === 'CommendationProposed' ? proposed(event.data) : row;
  const status = commendation.statusAfter[event.type];
  const acts = commendation.awaitedIn(status);
  return subject && waitFor(subject, event, { status, acts, dueOn: commendation.dueOnAfter(event) });
};

const proposed = ({ commendationId: id, unitId, cycleId, recipient }: DataOf<'CommendationProposed'>) =>
  ({ kind: 'commendation', id, unitId, cycleId, title: recipient.name }) as const;

/** What a decision waits for after one of its events. */
export const evolveDecisionTask = (row: TaskRow | undefined, event: RecordedIn<'decision'>): TaskRow | undefined => {
  const subject = event.type === 'DecisionDrafted' ? drafted(event.data) : row;
  const status = decision.statusAfter[event.type];
  if (subject === undefined || status === 'same') return row;
  return waitFor(subject, event, { status, acts: decision.awaitedIn(status) });
};

const drafted = ({ decisionId: id, unitId, cycleId, title }: DataOf<'DecisionDrafted'>) =>
  ({ kind: 'decision', id, unitId, cycleId: cycleId ?? null, title }) as const;
