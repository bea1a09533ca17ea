import { accept, reject, textMissing } from '../../kernel/index.ts';
import { prose, type Refusal, type Result } from '../checks.ts';
import type { CarryForward, MarkTypical, ReplicateModel } from '../commands.ts';
import type { StateFor } from '../state.ts';

export const markTypical = ({ data }: MarkTypical, { core, typical }: StateFor<'MarkTypical'>): Result =>
  (typical ? reject('already-typical') : undefined) ??
  textMissing(data.reason, '/reason') ??
  accept({
    type: 'ModelMarkedTypical',
    data: { registrationId: core.registrationId, reason: prose(data.reason) },
  });

export const replicate = ({ data, facts }: ReplicateModel, state: StateFor<'ReplicateModel'>): Result => {
  const { adoptingUnitId, adoptingRegistrationId, cycleId } = data;
  return (
    adoptionRefusal(data, facts, state) ??
    accept({
      type: 'ModelReplicated',
      data: { registrationId: state.core.registrationId, adoptingUnitId, adoptingRegistrationId, cycleId },
    })
  );
};

/** Why a unit may not take up a model in a cycle. */
export const adoptionRefusal = (
  { adoptingUnitId, cycleId }: Pick<ReplicateModel['data'], 'adoptingUnitId' | 'cycleId'>,
  facts: ReplicateModel['facts'],
  { core, replications }: StateFor<'ReplicateModel'>,
): Refusal => {
  const pointer = '/adoptingUnitId';
  const repeated = replications.some((earlier) => earlier.unitId === adoptingUnitId && earlier.cycleId === cycleId);
  return (
    (facts.actorCoversAdoptingUnit
      ? undefined
      : reject('not-the-adopting-unit', { pointer, params: { unit: adoptingUnitId } })) ??
    (adoptingUnitId === core.unitId ? reject('adopting-unit-is-source', { pointer }) : undefined) ??
    (facts.adoptingUnitActive
      ? undefined
      : reject('adopting-unit-not-active', { pointer, params: { unit: adoptingUnitId } })) ??
    (facts.cycleOpen ? undefined : reject('cycle-not-open', { pointer: '/cycleId', params: { cycle: cycleId } })) ??
    (repeated ? reject('already-replicated', { pointer, params: { unit: adoptingUnitId, cycle: cycleId } }) : undefined)
  );
};

export const carryForward = ({ data, facts }: CarryForward, { core }: StateFor<'CarryForward'>): Result => {
  const { cycleId, nextRegistrationId } = data;
  const later = facts.laterCycle && cycleId !== core.cycleId;
  return (
    (facts.unitActive ? undefined : reject('unit-not-active', { params: { unit: core.unitId } })) ??
    (facts.cycleOpen ? undefined : reject('cycle-not-open', { pointer: '/cycleId', params: { cycle: cycleId } })) ??
    (later ? undefined : reject('cycle-not-later', { pointer: '/cycleId', params: { cycle: cycleId } })) ??
    (core.carriedTo.includes(cycleId)
      ? reject('already-carried-forward', { pointer: '/cycleId', params: { cycle: cycleId } })
      : undefined) ??
    accept({
      type: 'ModelCarriedForward',
      data: { registrationId: core.registrationId, cycleId, nextRegistrationId },
    })
  );
};
