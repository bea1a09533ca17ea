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
    return reporting.dueBy(state) === dueOn;
  }
  const { state } = await engine.load(`registration-${subjectId}`, registration.decider);
  const due = registration.dueBy(state, kind);
  if (due === undefined || state.status === 'NONE') return false;
  return ('on' in due ? due.on : await deadline(engine, state.core.cycleId, due.deadline)) === dueOn;
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
