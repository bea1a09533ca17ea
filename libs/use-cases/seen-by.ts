import type { Evolution } from '#domain';
import type { Loaded } from '#engine';
import { sees } from '#identity';
import type { CorePorts } from './ports.ts';
import type { Context } from './run-workflow.ts';

/** Whether who gives a command may see what belongs to a unit: what they name and may not see does not exist for them. */
export const actorSees = (
  { directory, actor, at }: Pick<Context<unknown>, 'directory' | 'actor' | 'at'>,
  unitId: string,
): boolean => actor.role === 'SYSTEM' || sees(directory, actor.personId, unitId, at);

type There<State> = Exclude<State, { readonly status: 'NONE' }>;

/** What belongs to a unit, as the log has it now; undefined when there is none that the person may see. */
export const seenBy = async <State extends { readonly status: string }>(
  { engine, directory, clock }: CorePorts,
  personId: string,
  stream: string,
  decider: Evolution<State, never>,
  unitOf: (state: There<State>) => string,
): Promise<Loaded<There<State>> | undefined> => {
  const { state, revision } = await engine.load(stream, decider);
  if (state.status === 'NONE') return undefined;
  const there = state as There<State>;
  return sees(await directory.current(), personId, unitOf(there), clock.now()) ? { state: there, revision } : undefined;
};
