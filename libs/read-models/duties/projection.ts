import type { registration, regulation } from '#domain';
import type { StoredEvent } from '#event-store';
import type { Projection } from '../projection.port.ts';
import { asEventOf, categoryOf, idOf } from '../tables/event.ts';
import type { RowKey, RowState } from '../tables/row-state.ts';
import { applyRowState } from '../tables/row-state.ts';
import { evolveRegistrationDuty, registrationDutyKeys } from './registration-duties.ts';
import { evolveReportDuty } from './report-duties.ts';
import { duties, dutyCycles, dutySubjects } from './table.ts';
import type { DutyCycleRow, DutyRow, DutySubjectRow } from './table.ts';

const dutyKeys = (event: StoredEvent): readonly RowKey[] => {
  switch (categoryOf(event)) {
    case 'report':
      return [[idOf(event), 'REPORT']];
    case 'registration':
      return registrationDutyKeys(event);
    default:
      return [];
  }
};

/** What is owed, and since when. */
export const dutyState: RowState<DutyRow> = {
  table: duties,
  keysOf: dutyKeys,
  evolve: (row, event, [, kind]) =>
    kind === 'REPORT'
      ? evolveReportDuty(row, event)
      : evolveRegistrationDuty(row, event, kind as Exclude<regulation.DutyKind, 'REPORT'>),
};

const SUBJECT_EVENTS: ReadonlySet<string> = new Set<registration.RegistrationEvent['type']>([
  'RegistrationDrafted',
  'RegistrationRevised',
]);

/** Whose registration it is, and what people call it. */
export const dutySubjectState: RowState<DutySubjectRow> = {
  table: dutySubjects,
  keysOf: (event) => (SUBJECT_EVENTS.has(event.type) ? [[idOf(event)]] : []),
  evolve: (row, stored) => {
    const event = asEventOf<registration.RegistrationEvent>(stored);
    switch (event.type) {
      case 'RegistrationDrafted': {
        const { registrationId, unitId, cycleId, form } = event.data;
        return { id: registrationId, unitId, cycleId, title: form.name };
      }
      case 'RegistrationRevised':
        return row && { ...row, title: event.data.form.name };
      default:
        return row;
    }
  },
};

/** A cycle's deadlines after one of its events. */
export const dutyCycleState: RowState<DutyCycleRow> = {
  table: dutyCycles,
  keysOf: (event) => (categoryOf(event) === 'cycle' ? [[idOf(event)]] : []),
  evolve: (row, stored) => {
    const event = asEventOf<regulation.CycleEvent>(stored);
    switch (event.type) {
      case 'CycleOpened':
        return opened(event.data);
      case 'DeadlineExtended':
        return row && extended(row, event.data, stored.meta.recordedAt);
      case 'CycleClosed':
        return row && { ...row, open: false };
    }
  },
};

type CycleData<Type extends regulation.CycleEvent['type']> = Extract<
  regulation.CycleEvent,
  { readonly type: Type }
>['data'];

const opened = (data: CycleData<'CycleOpened'>): DutyCycleRow => ({
  id: data.cycleId,
  regulationId: data.regulationId,
  open: true,
  registrationDueOn: data.registrationDeadline,
  registrationOriginal: data.registrationDeadline,
  registrationMovedAt: null,
  dossierDueOn: data.dossierDeadline,
  dossierOriginal: data.dossierDeadline,
  dossierMovedAt: null,
});

const extended = (row: DutyCycleRow, { step, dueOn }: CycleData<'DeadlineExtended'>, at: string): DutyCycleRow => {
  switch (step) {
    case 'REGISTRATION':
      return { ...row, registrationDueOn: dueOn, registrationMovedAt: at };
    case 'DOSSIER':
      return { ...row, dossierDueOn: dueOn, dossierMovedAt: at };
    case 'APPRAISAL':
      return row;
  }
};

/** What is due: everything a ladder is climbed for, by when, and whose it is. */
export const dutiesProjection: Projection = {
  name: 'duties',
  version: 1,
  categories: ['report', 'registration', 'cycle'],
  tables: [duties, dutySubjects, dutyCycles],
  apply: async (events, tx) => {
    await applyRowState(dutyState, events, tx);
    await applyRowState(dutySubjectState, events, tx);
    await applyRowState(dutyCycleState, events, tx);
  },
};
