import { commendation } from '#domain';
import { authorize } from '#identity';
import type { Ask } from '../ask.ts';
import type { Ports } from '../ports.ts';
import { restsOnOwnModel } from './rests-on.ts';
import { MAKING_MS, reservedAt, reserveKey } from '../reserve-key.ts';

type Proposal = Omit<commendation.ProposeCommendation['data'], 'commendationId'>;

const GONE: readonly commendation.CommendationStatus[] = ['WITHDRAWN', 'NOT_AWARDED', 'CANCELLED'];

/** Takes the reward for the achievement before it is proposed; whether it was free is asked again when deciding. */
export const reserveReward = async (
  ports: Ports,
  ask: Ask<'ProposeCommendation', Proposal>,
  id: string,
  commandId: string,
): Promise<void> => {
  if (ask.caller.kind !== 'person') return;
  const { unitId, achievement, recipient } = ask.data;
  const directory = await ports.directory.current();
  const actor = authorize(directory, {
    personId: ask.caller.personId,
    roles: commendation.rights.ProposeCommendation,
    unitId,
    at: ports.clock.now(),
  });
  if (typeof actor === 'string') return;
  const at = ports.clock.now();
  const own = achievement.kind === 'OTHER' || (await restsOnOwnModel(ports, directory, achievement, unitId, at));
  if (!own) return;
  const key = commendation.rewardKey(achievement, recipient, ask.data);
  const isAlive = (holder: string): Promise<boolean> => holdsReward(ports, key, holder);
  await reserveKey(ports, { key, holder: id, commandId, actor, isAlive });
};

/** A proposal holds its reward until it is withdrawn, refused or cancelled; one never made, for a minute. */
const holdsReward = async (ports: Ports, key: string, holder: string): Promise<boolean> => {
  const { state } = await ports.engine.load(`commendation-${holder}`, commendation.decider);
  if (state.status !== 'NONE') return !GONE.includes(state.status);
  const since = await reservedAt(ports, key);
  return since !== undefined && Date.parse(ports.clock.now()) - Date.parse(since) < MAKING_MS;
};
