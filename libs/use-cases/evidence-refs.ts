import { evidence, type Actor, type EvidenceRef } from '#domain';
import type { Ports } from './ports.ts';
import { seesEvidence } from './registration/seen-registration.ts';
import type { Context } from './run-workflow.ts';

/** The stored files behind ids, as far as the actor may see them: an id that is left out is unknown to the decider. */
export const evidenceRefs = async (
  { ports, actor }: Pick<Context<unknown>, 'ports' | 'actor'>,
  ids: readonly (string | undefined)[],
  /** Only files that belong to this unit. */
  ofUnit?: string,
): Promise<readonly EvidenceRef[]> => {
  const named = [...new Set(ids.filter((id) => id !== undefined))];
  const refs = await Promise.all(named.map((id) => refSeen(ports, actor, { id, ofUnit })));
  return refs.filter((ref) => ref !== undefined);
};

const refSeen = async (
  ports: Ports,
  actor: Actor,
  { id, ofUnit }: { readonly id: string; readonly ofUnit: string | undefined },
): Promise<EvidenceRef | undefined> => {
  const { state } = await ports.engine.load(`evidence-${id}`, evidence.decider);
  if (state.status === 'NONE' || (ofUnit !== undefined && state.unitId !== ofUnit)) return undefined;
  const visible = actor.role === 'SYSTEM' || (await seesEvidence(ports, actor.personId, state));
  return visible ? evidence.refOf(state) : undefined;
};
