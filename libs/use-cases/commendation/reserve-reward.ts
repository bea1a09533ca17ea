import { commendation } from '#domain';
import type { Ports } from '../ports.ts';
import { isInTheMaking, takenBy, reserveKey } from '../reserve-key.ts';
import type { Context } from '../run-workflow.ts';

/**
 * Takes the reward for an achievement, unless the proposal is refused anyway; whether it was free is asked again
 * afterwards. A lost race takes it again, which changes nothing.
 */
export const withReward = async (
  command: commendation.ProposeCommendation,
  { ports, actor, loaded: { state } }: Context<commendation.CommendationState>,
): Promise<commendation.ProposeCommendation> => {
  const tried = commendation.decide(command, state);
  if (actor.role === 'SYSTEM' || (tried.kind === 'rejected' && tried.reason !== 'reward-taken')) return command;
  const { commendationId: holder, achievement, recipient } = command.data;
  const { commandId } = command.meta;
  const keys = commendation.rewardKeys(achievement, recipient, command.data);
  for (const key of keys)
    await reserveKey(ports, { key, holder, commandId, actor, isAlive: (other) => isAlive(ports, key, other) });
  return { ...command, facts: { ...command.facts, rewardTakenBy: await takenBy(ports, keys, holder) } };
};

/** A proposal that is not made yet holds its reward for a minute. */
const isAlive = async (ports: Ports, key: string, holder: string): Promise<boolean> => {
  const { state } = await ports.engine.load(`commendation-${holder}`, commendation.decider);
  return state.status === 'NONE' ? isInTheMaking(ports, key) : commendation.holdsReward(state.status);
};
