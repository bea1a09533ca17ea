import { regulation, registration, reporting, type LocalDate, type reminding } from '#domain';
import type { Engine } from '#engine';

/** What tells one duty from another of the same report or registration. */
export type AskedDuty = Pick<reminding.Duty, 'kind' | 'subjectId' | 'dueOn'>;

type Loader = Pick<Engine, 'load'>;

/**
 * Whether exactly this duty is owed at this moment, due on this day: read from the log, not from a read model, so that
 * no reminder leaves once the duty is done or its due date was moved. Throws when the log is out of reach.
 */
export const stillOwed = async (engine: Loader, { kind, subjectId, dueOn }: AskedDuty): Promise<boolean> => {
  if (kind === 'REPORT') {
    const { state } = await engine.load(`report-${subjectId}`, reporting.decider);
    return (state.status === 'OPEN' || state.status === 'REVISION_REQUESTED') && state.dueOn === dueOn;
  }
  const { state } = await engine.load(`registration-${subjectId}`, registration.decider);
  return (await dueDateOf(engine, kind, state)) === dueOn;
};

/** The day by which a registration owes something of the kind; undefined when it owes nothing of it. */
const dueDateOf = async (
  engine: Loader,
  kind: Exclude<regulation.DutyKind, 'REPORT'>,
  state: registration.RegistrationState,
): Promise<LocalDate | undefined> => {
  switch (kind) {
    case 'RETURNED_REGISTRATION':
      return state.status === 'RETURNED' ? state.dueOn : undefined;
    case 'SUPPLEMENT':
      return state.status === 'SUPPLEMENT_REQUIRED' ? state.dueOn : undefined;
    case 'REMEDY':
      return state.status === 'REGISTERED' || state.status === 'IN_PROGRESS' ? state.remedyDueOn : undefined;
    case 'APPRAISAL':
      return state.status === 'UNDER_APPRAISAL' ? state.appraisal.dueOn : undefined;
    case 'REGISTRATION_STEP':
      return state.status === 'DRAFT' ? deadline(engine, state.core.cycleId, 'REGISTRATION') : undefined;
    case 'DOSSIER_STEP':
      return state.status === 'IN_PROGRESS' ? deadline(engine, state.core.cycleId, 'DOSSIER') : undefined;
  }
};

/** What a cycle owes ends with the cycle. */
const deadline = async (
  engine: Loader,
  cycleId: string,
  step: regulation.CycleStep,
): Promise<LocalDate | undefined> => {
  const { state } = await engine.load(`cycle-${cycleId}`, regulation.cycle.decider);
  return state.status === 'OPEN' ? regulation.deadlineOf(state, step) : undefined;
};
