import { regulation } from '#domain';
import { companyOver } from '#identity';
import type { CorePorts, Ports } from '../ports.ts';
import { cycleOf, regulationOf } from './rules.ts';
import { kindsUnder } from './staffing.ts';

type Needed = Pick<CorePorts, 'directory' | 'clock'> & Pick<Ports, 'rules'>;

/** What a person may do with a regulation today; undefined when there is none. */
export const regulationActions = async (
  { rules, directory: directories, clock }: Needed,
  personId: string,
  regulationId: string,
): Promise<ReturnType<typeof regulation.availableActions> | undefined> => {
  const [known, directory, at] = [await rules.current(), await directories.current(), clock.now()];
  const state = regulationOf(known, regulationId);
  if (state === undefined) return undefined;
  const { unitId } = state;
  const hasSuccessor = [...known.regulations.values()].some(
    (other) => other.status === 'PUBLISHED' && other.unitId === unitId && other.regulationId !== regulationId,
  );
  const today = { unitKinds: state.status === 'DRAFT' ? kindsUnder(directory, unitId, at) : [], hasSuccessor };
  return regulation.availableActions(state, companyOver(directory, { personId, unitId, at }), today);
};

/** What a person may do with a cycle; undefined when there is none. */
export const cycleActions = async (
  { rules, directory: directories, clock }: Needed,
  personId: string,
  cycleId: string,
): Promise<ReturnType<typeof regulation.cycle.availableActions> | undefined> => {
  const cycle = cycleOf(await rules.current(), cycleId);
  if (cycle === undefined) return undefined;
  const asked = { personId, unitId: cycle.unitId, at: clock.now() };
  return regulation.cycle.availableActions(cycle, companyOver(await directories.current(), asked));
};
