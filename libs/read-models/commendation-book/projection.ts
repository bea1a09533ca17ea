import { fold, idOf, commendation } from '#domain';
import type { RecordedIn } from '#event-store';
import type { Projection } from '../projection.port.ts';
import type { RowState } from '../tables/row-state.ts';
import { applyRowState } from '../tables/row-state.ts';
import { searchVector } from '../tables/search.ts';
import { commendations } from './table.ts';
import type { CommendationTableRow } from './table.ts';

type Row = CommendationTableRow;
type Event = RecordedIn<'commendation'>;
type Proposed = Extract<Event, { type: 'CommendationProposed' }>;

/** The line of the book after an event of its commendation. */
const evolveCommendation = (row: Row | undefined, event: RecordedIn<'commendation'>): Row | undefined => {
  const line = event.type === 'CommendationProposed' ? propose(event) : row && move(row, event);
  return (
    line && {
      ...line,
      revision: event.revision,
      position: event.position,
      effectiveOn: event.meta.effectiveOn,
      recordedAt: event.meta.recordedAt,
    }
  );
};

const propose = ({ data, meta, revision, position }: Proposed): Row => ({
  id: data.commendationId,
  unitId: data.unitId,
  cycleId: data.cycleId,
  regulationId: data.regulationId,
  ...named(data.recipient),
  achievementKind: data.achievement.kind,
  registrationId: data.achievement.kind === 'RECOGNIZED_MODEL' ? data.achievement.registrationId : null,
  description: data.achievement.kind === 'OTHER' ? data.achievement.description : null,
  form: data.form,
  scope: data.scope,
  status: commendation.statusAfter.CommendationProposed,
  proposedOn: meta.effectiveOn,
  councilFavourable: null,
  submittedTo: null,
  dueOn: null,
  decisionId: null,
  documentNumber: null,
  decidedOn: null,
  reason: null,
  statusSince: meta.effectiveOn,
  revision,
  position,
  effectiveOn: meta.effectiveOn,
  recordedAt: meta.recordedAt,
});

const named = (recipient: commendation.Recipient) => ({
  recipientType: recipient.type,
  recipientName: recipient.name,
  folded: fold(recipient.name),
  words: searchVector(recipient.name),
});

const to = (row: Row, event: Exclude<Event, Proposed>): Row => ({
  ...row,
  status: commendation.statusAfter[event.type],
  statusSince: event.meta.effectiveOn,
  dueOn: commendation.dueOnAfter(event) ?? null,
  reason: null,
});

const move = (row: Row, event: Exclude<Event, Proposed>): Row => {
  switch (event.type) {
    case 'CommendationRevised':
      return {
        ...to(row, event),
        ...named(event.data.recipient),
        form: event.data.form,
        scope: event.data.scope,
      };
    case 'CommendationReturned':
      return { ...to(row, event), reason: event.data.reason };
    case 'CommendationVerified':
      return to(row, event);
    case 'CouncilReviewRecorded':
      return { ...to(row, event), councilFavourable: event.data.favourable };
    case 'CommendationSubmitted':
      return { ...to(row, event), submittedTo: event.data.toUnitId };
    case 'CommendationWithdrawn':
      return { ...to(row, event), reason: event.data.reason };
    case 'ModelCommended':
    case 'AchievementCommended':
      return { ...to(row, event), ...decided(event.data) };
    case 'CommendationRefused':
      return { ...to(row, event), ...decided(event.data), reason: event.data.reason };
    case 'CommendationCancelled':
      return { ...to(row, event), ...decided(event.data), reason: event.data.ground };
  }
};

const decided = (data: {
  readonly decisionId: string;
  readonly documentNumber: string;
  readonly decidedOn: string;
}) => ({
  decisionId: data.decisionId,
  documentNumber: data.documentNumber,
  decidedOn: data.decidedOn,
});

export const commendationState: RowState<Row, 'commendation'> = {
  table: commendations,
  categories: ['commendation'],
  keysOf: (event) => [[idOf(event.stream)]],
  evolve: (row, event) => evolveCommendation(row, event),
};

/** The commendation book: who was proposed for what, and what became of it. */
export const commendationBookProjection: Projection<'commendation'> = {
  name: 'commendation-book',
  version: 1,
  categories: ['commendation'],
  tables: [commendations],
  apply: async (events, tx) => {
    await applyRowState(commendationState, events, tx);
  },
};
