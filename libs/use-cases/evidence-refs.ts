import { evidence, type EvidenceRef } from '#domain';
import { sees } from '#identity';
import type { Context } from './run-workflow.ts';

/** The stored files behind ids, as far as the actor may see them: an id that is left out is unknown to the decider. */
export const evidenceRefs = async (
  { ports, actor, directory, at }: Pick<Context<unknown>, 'ports' | 'actor' | 'directory' | 'at'>,
  ids: readonly (string | undefined)[],
): Promise<readonly EvidenceRef[]> => {
  const named = [...new Set(ids.filter((id) => id !== undefined))];
  const states = await Promise.all(named.map((id) => ports.engine.load(`evidence-${id}`, evidence.decider)));
  return states.flatMap(({ state }) => {
    const ref = evidence.refOf(state);
    if (ref === undefined || state.status === 'NONE') return [];
    const visible = actor.role === 'SYSTEM' || sees(directory, actor.personId, state.unitId, at);
    return visible ? [ref] : [];
  });
};
