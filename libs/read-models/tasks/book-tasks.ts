import type { RecordedEvent, RecordedIn } from '#event-store';
import type { CommendationStatus } from '../commendation-book/table.ts';
import type { DecisionStatus } from '../decision-book/table.ts';
import { COMMENDATION_WAITS, DECISION_WAITS } from './awaited.ts';
import type { TaskRow } from './table.ts';
import { awaiting, waitFor } from './wait.ts';

/** What a commendation waits for after one of its events. */
export const evolveCommendationTask = (
  row: TaskRow | undefined,
  event: RecordedIn<'commendation'>,
): TaskRow | undefined => {
  const enter = (status: CommendationStatus, dueOn: string | null = null) =>
    row && waitFor(row, event, { status, acts: COMMENDATION_WAITS[status], dueOn });
  switch (event.type) {
    case 'CommendationProposed': {
      const { commendationId, unitId, cycleId, recipient } = event.data;
      return created(event, {
        kind: 'commendation',
        id: commendationId,
        unitId,
        cycleId,
        title: recipient.name,
        status: 'PROPOSED',
      });
    }
    case 'CommendationRevised':
      return enter('PROPOSED');
    case 'CommendationReturned':
      return enter('RETURNED', event.data.dueOn);
    case 'CommendationVerified':
      return enter('VERIFIED');
    case 'CouncilReviewRecorded':
      return enter('COUNCIL_REVIEWED');
    case 'CommendationSubmitted':
      return enter('SUBMITTED');
    case 'CommendationWithdrawn':
      return enter('WITHDRAWN');
    case 'ModelCommended':
    case 'AchievementCommended':
      return enter('AWARDED');
    case 'CommendationRefused':
      return enter('NOT_AWARDED');
    case 'CommendationCancelled':
      return enter('CANCELLED');
  }
};

/** What a decision waits for after one of its events. */
export const evolveDecisionTask = (row: TaskRow | undefined, event: RecordedIn<'decision'>): TaskRow | undefined => {
  const enter = (status: DecisionStatus) => row && waitFor(row, event, { status, acts: DECISION_WAITS[status] });
  switch (event.type) {
    case 'DecisionDrafted': {
      const { decisionId, unitId, cycleId, title } = event.data;
      return created(event, {
        kind: 'decision',
        id: decisionId,
        unitId,
        cycleId: cycleId ?? null,
        title,
        status: 'DRAFT',
      });
    }
    case 'DecisionFrozen':
      return enter('FROZEN');
    case 'DecisionIssued':
      return enter('ISSUED');
    case 'DecisionCompleted':
      return enter('COMPLETED');
    case 'DecisionDraftCancelled':
      return enter('CANCELLED');
    case 'DecisionItemApplied':
    case 'DecisionItemRejected':
    case 'DecisionNumberRefused':
      return row;
  }
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
