import { regulation, registration, type LocalDate, type Rejected } from '#domain';
import { cycleOf, regulationOf, type RulesState } from '../regulation/rules.ts';

interface Awaited {
  readonly command: string;
  readonly cycleId: string | null;
  readonly status: string;
  readonly dueOn: LocalDate | null;
}

/**
 * Why what a registration waits for cannot be done today, as far as its cycle tells: it is closed, or its deadline for
 * the step has passed. Until somebody moves the deadline the task stays, with this beside it.
 */
export const cycleObstacle = (
  rules: RulesState,
  { command, cycleId, status, dueOn }: Awaited,
  today: LocalDate,
): Rejected<registration.RegistrationRejection> | undefined => {
  const cycle = cycleId === null ? undefined : cycleOf(rules, cycleId);
  const version = cycle && regulationOf(rules, cycle.regulationId);
  if (cycle === undefined || version === undefined || !isBound(command)) return undefined;
  const { regulationId, content } = version;
  const circumstances = {
    today,
    cycleOpen: cycle.status === 'OPEN',
    deadline: regulation.deadlineOf(cycle, registration.CYCLE_STEP_OF[command]),
    regulation: { regulationId, content },
  };
  return registration.cycleRefusal(command, circumstances, status === 'RETURNED' ? (dueOn ?? undefined) : undefined);
};

const isBound = (command: string): command is registration.CycleBound => command in registration.CYCLE_STEP_OF;
