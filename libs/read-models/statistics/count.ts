import type { commendation, registration } from '#domain';
import type { StoredEvent } from '#event-store';
import { asEventOf, idOf } from '../tables/event.ts';
import type { FactKind, FactRow, FactSubjectRow } from './table.ts';

type CountedEvent = registration.RegistrationEvent | commendation.CommendationEvent;

/** What an act counts as; events that count as nothing are absent. */
const KINDS: { readonly [Type in CountedEvent['type']]?: FactKind } = {
  ModelRegistered: 'REGISTERED',
  ModelRecognized: 'RECOGNIZED',
  RecognitionRefused: 'REFUSED',
  RecognitionRevoked: 'REVOKED',
  ModelMarkedTypical: 'TYPICAL',
  ModelReplicated: 'REPLICATED',
  CommendationProposed: 'PROPOSED',
  ModelCommended: 'COMMENDED',
  AchievementCommended: 'COMMENDED',
  CommendationRefused: 'COMMENDATION_REFUSED',
  CommendationCancelled: 'COMMENDATION_CANCELLED',
};

/** The countable act of an event, with everything it can be grouped by. */
export const factOf = (stored: StoredEvent, subject: FactSubjectRow | undefined): FactRow | undefined => {
  const kind = KINDS[stored.type as CountedEvent['type']];
  if (kind === undefined || subject === undefined) return undefined;
  const { id, ...groups } = subject;
  const { decisionId } = stored.data as { readonly decisionId?: string };
  return {
    position: stored.position,
    kind,
    subjectId: id,
    ...groups,
    decisionId: decisionId ?? null,
    effectiveOn: stored.meta.effectiveOn,
    recordedAt: stored.meta.recordedAt,
  };
};

/** What later facts about the event's subject must know, when the event changes it. */
export const subjectOf = (
  stored: StoredEvent,
  known: ReadonlyMap<string, FactSubjectRow>,
): FactSubjectRow | undefined => {
  const event = asEventOf<CountedEvent>(stored);
  switch (event.type) {
    case 'ModelRegistered': {
      const { modelId, unitId, cycleId, subjectType, field, programmeTags } = event.data;
      const groups = { modelId, unitId, cycleId, subjectType, field, programmeTags };
      return { id: idOf(stored), ...groups, recipientType: null, scope: null, form: null };
    }
    case 'CommendationProposed':
      return proposed(idOf(stored), event.data, known);
    case 'CommendationRevised':
    case 'ModelCommended':
    case 'AchievementCommended': {
      const subject = known.get(idOf(stored));
      const { recipient, scope, form } = event.data;
      return subject && { ...subject, recipientType: recipient.type, scope, form };
    }
    default:
      return undefined;
  }
};

type Proposal = Extract<commendation.CommendationEvent, { readonly type: 'CommendationProposed' }>['data'];

/** A commendation counts in the field of the model it rests on, if it does. */
const proposed = (id: string, data: Proposal, known: ReadonlyMap<string, FactSubjectRow>): FactSubjectRow => {
  const { achievement } = data;
  const model = achievement.kind === 'RECOGNIZED_MODEL' ? known.get(achievement.registrationId) : undefined;
  return {
    id,
    modelId: model?.modelId ?? null,
    unitId: data.unitId,
    cycleId: data.cycleId,
    subjectType: model?.subjectType ?? null,
    field: model?.field ?? null,
    programmeTags: model?.programmeTags ?? [],
    recipientType: data.recipient.type,
    scope: data.scope,
    form: data.form,
  };
};
