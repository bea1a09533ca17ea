import { commendation, fold, type DataOf } from '#domain';
import type { RecordedIn } from '#event-store';
import type { Projection } from '../projection.port.ts';
import { applyRowState, stampOf, type RowState, type Stamp } from '../tables/row-state.ts';
import { searchVector } from '../tables/search.ts';
import { insertRows } from '../tables/write.ts';
import { commendationHistory, commendations, type CommendationTableRow } from './table.ts';

type Row = CommendationTableRow;
type Event = RecordedIn<'commendation'>;
type Proposed = Extract<Event, { type: 'CommendationProposed' }>;

/** The line of the book after an event of its commendation. */
const evolveCommendation = (row: Row | undefined, event: RecordedIn<'commendation'>): Row | undefined => {
  const line = event.type === 'CommendationProposed' ? propose(event) : row && move(row, event);
  return line && { ...line, ...stampOf(event) };
};

const propose = ({ data, meta }: Proposed): Omit<Row, keyof Stamp> => ({
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
  achievementRevoked: null,
  statusSince: meta.effectiveOn,
});

const named = (recipient: commendation.Recipient) => ({
  recipientType: recipient.type,
  recipientName: recipient.name,
  folded: fold(recipient.name),
  words: searchVector(recipient.name),
});

type Marking = Extract<Event, { type: 'AchievementRevoked' | 'RevokedAchievementSettled' }>;
type Moving = Exclude<Event, Proposed | Marking>;

const to = (row: Row, event: Moving): Row => ({
  ...row,
  status: commendation.statusAfter[event.type],
  achievementRevoked:
    row.achievementRevoked &&
    (commendation.mayStillFall(commendation.statusAfter[event.type]) ? row.achievementRevoked : 'SETTLED'),
  statusSince: event.meta.effectiveOn,
  dueOn: commendation.dueOnAfter(event) ?? null,
  reason: null,
});

const move = (row: Row, event: Exclude<Event, Proposed>): Row => {
  switch (event.type) {
    case 'CommendationRevised':
      return { ...to(row, event), ...named(event.data.recipient), form: event.data.form, scope: event.data.scope };
    case 'CommendationReturned':
    case 'CommendationWithdrawn':
      return { ...to(row, event), reason: event.data.reason };
    case 'CommendationVerified':
      return to(row, event);
    case 'CouncilReviewRecorded':
      return { ...to(row, event), councilFavourable: event.data.favourable };
    case 'CommendationSubmitted':
      return { ...to(row, event), submittedTo: event.data.toUnitId };
    case 'ModelCommended':
    case 'AchievementCommended':
      return { ...to(row, event), ...decided(event.data) };
    case 'CommendationRefused':
      return { ...to(row, event), ...decided(event.data), reason: event.data.reason };
    case 'AchievementRevoked':
      return { ...row, achievementRevoked: 'PENDING' };
    case 'RevokedAchievementSettled':
      return { ...row, achievementRevoked: 'SETTLED' };
    case 'CommendationCancelled':
      return { ...to(row, event), ...decided(event.data), reason: event.data.ground };
  }
};

type Decided = Pick<DataOf<'ModelCommended'>, 'decisionId' | 'documentNumber' | 'decidedOn'>;

const decided = ({ decisionId, documentNumber, decidedOn }: Decided) => ({
  ...{ decisionId, documentNumber, decidedOn },
});

export const commendationState: RowState<Row, 'commendation'> = {
  table: commendations,
  categories: ['commendation'],
  evolve: evolveCommendation,
};

/** The commendation book: who was proposed for what, and what became of it. */
export const commendationBookProjection: Projection<'commendation'> = {
  name: 'commendation-book',
  version: 6,
  categories: ['commendation'],
  tables: [commendations, commendationHistory],
  apply: async (events, tx) => {
    const moves = await applyRowState(commendationState, events, tx);
    const stood = moves.map(({ after }) => after);
    await insertRows(commendationHistory, stood, tx);
  },
};
