import { idOf, registration, type DataOf } from '#domain';
import { isIn } from '#event-store';
import type { Projection } from '../projection.port.ts';
import { applyRowState, type RowState } from '../tables/row-state.ts';
import { evolveRegistrationDuty, evolveReportDuty, registrationDutyKeys } from './duty.ts';
import { duties, dutyCycles, dutySubjects, type DutyCycleRow, type DutyRow, type DutySubjectRow } from './table.ts';

/** What is owed, and since when. */
export const dutyState: RowState<DutyRow, 'report' | 'registration'> = {
  table: duties,
  categories: ['report', 'registration'],
  keysOf: (event) => (isIn(event, 'report') ? [[idOf(event.stream), 'REPORT']] : registrationDutyKeys(event)),
  evolve: (row, event, [, kind]) =>
    isIn(event, 'report')
      ? evolveReportDuty(row, event)
      : evolveRegistrationDuty(row, event, kind as registration.RegistrationDuty),
};

/** Whose registration it is, and what people call it. */
export const dutySubjectState: RowState<DutySubjectRow, 'registration'> = {
  table: dutySubjects,
  categories: ['registration'],
  keysOf: (event) => (registration.nameGivenBy(event) === undefined ? [] : [[idOf(event.stream)]]),
  evolve: (row, event) => {
    if (event.type === 'RegistrationDrafted') {
      const { registrationId, unitId, cycleId, form } = event.data;
      return { id: registrationId, unitId, cycleId, title: form.name };
    }
    const title = registration.nameGivenBy(event);
    return row && title !== undefined ? { ...row, title } : row;
  },
};

/** A cycle's deadlines after one of its events. */
export const dutyCycleState: RowState<DutyCycleRow, 'cycle'> = {
  table: dutyCycles,
  categories: ['cycle'],
  evolve: (row, event) => {
    switch (event.type) {
      case 'CycleOpened':
        return opened(event.data);
      case 'DeadlineExtended':
        return row && extended(row, event.data, event.meta.recordedAt);
      case 'CycleClosed':
        return row && { ...row, open: false };
    }
  },
};

const opened = (data: DataOf<'CycleOpened'>): DutyCycleRow => ({
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

const extended = (row: DutyCycleRow, { step, dueOn }: DataOf<'DeadlineExtended'>, at: string): DutyCycleRow => {
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
  version: 3,
  categories: ['report', 'registration', 'cycle'],
  tables: [duties, dutySubjects, dutyCycles],
  apply: async (events, tx) => {
    await applyRowState(dutyState, events, tx);
    await applyRowState(dutySubjectState, events, tx);
    await applyRowState(dutyCycleState, events, tx);
  },
};
