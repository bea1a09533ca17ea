import { localDateOf, organization, registration, type commendation } from '#domain';
import type { DirectoryState } from '#identity';
import type { Ports } from '../ports.ts';

/**
 * Whether an award may rest on what was achieved: in the unit that proposes it, or one below. Nobody takes the reward
 * of another unit's model away.
 */
export const restsOnOwnModel = async (
  ports: Ports,
  { tree }: DirectoryState,
  achievement: commendation.Achievement,
  unitId: string,
  at: string,
): Promise<boolean> => {
  if (achievement.kind === 'OTHER') return false;
  const { state } = await ports.engine.load(`registration-${achievement.registrationId}`, registration.decider);
  return state.status === 'RECOGNIZED' && organization.isWithin(tree, state.core.unitId, unitId, localDateOf(at));
};
