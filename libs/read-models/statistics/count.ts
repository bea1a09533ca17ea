import { idOf, type DataOf } from '#domain';
import type { RecordedIn } from '#event-store';
import type { FactKind, FactRow, FactSubjectRow, FieldCorrectionRow } from './table.ts';

export type CountedCategory = 'registration' | 'commendation';

/** What an act counts as; events that count as nothing are absent. */
const KINDS: { readonly [Type in RecordedIn<CountedCategory>['type']]?: FactKind } = {
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

/** True for events that count as something, or change what others count as. */
export const isCounted = ({ type }: Pick<RecordedIn<CountedCategory>, 'type'>): boolean =>
  KINDS[type] !== undefined || type === 'CommendationRevised' || type === 'EntryCorrected';

/** The countable act of an event, with everything it can be grouped by. */
export const factOf = (
  event: RecordedIn<CountedCategory>,
  subject: FactSubjectRow | undefined,
): FactRow | undefined => {
  const kind = KINDS[event.type];
  if (kind === undefined || subject === undefined) return undefined;
  const { id, ...groups } = subject;
  return {
    position: event.position,
    kind,
    subjectId: id,
    ...groups,
    decisionId: 'decisionId' in event.data ? event.data.decisionId : null,
    effectiveOn: event.meta.effectiveOn,
    recordedAt: event.meta.recordedAt,
  };
};

/** That a correction changed the field in which a model is counted. */
export const fieldCorrectionOf = (event: RecordedIn<CountedCategory>): FieldCorrectionRow | undefined => {
  if (event.type !== 'EntryCorrected' || !correctsField(event.data)) return undefined;
  const { effectiveOn, recordedAt } = event.meta;
  const { position, data } = event;
  return { position, subjectId: data.registrationId, field: data.newValue, effectiveOn, recordedAt };
};

const correctsField = ({ correctionId, field }: DataOf<'EntryCorrected'>): boolean =>
  correctionId !== undefined && field === 'field';

/** What later facts about the event's subject must know, when the event changes it. */
export const subjectOf = (
  event: RecordedIn<CountedCategory>,
  known: ReadonlyMap<string, FactSubjectRow>,
): FactSubjectRow | undefined => {
  switch (event.type) {
    case 'ModelRegistered': {
      const { modelId, unitId, cycleId, subjectType, field, programmeTags } = event.data;
      const groups = { modelId, unitId, cycleId, subjectType, field, programmeTags };
      return { id: idOf(event.stream), ...groups, recipientType: null, scope: null, form: null };
    }
    case 'EntryCorrected': {
      const subject = known.get(idOf(event.stream));
      return subject && correctsField(event.data) ? { ...subject, field: event.data.newValue } : undefined;
    }
    case 'CommendationProposed':
      return proposed(idOf(event.stream), event.data, known);
    case 'CommendationRevised':
    case 'ModelCommended':
    case 'AchievementCommended': {
      const subject = known.get(idOf(event.stream));
      const { recipient, scope, form } = event.data;
      return subject && { ...subject, recipientType: recipient.type, scope, form };
    }
    default:
      return undefined;
  }
};

/** A commendation counts in the field of the model it rests on, if it does. */
const proposed = (
  id: string,
  data: DataOf<'CommendationProposed'>,
  known: ReadonlyMap<string, FactSubjectRow>,
): FactSubjectRow => {
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
