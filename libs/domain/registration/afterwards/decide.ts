import { accept, reject, textMissing } from '../../kernel/index.ts';
import { prose, type Result } from '../checks.ts';
import type { CarryForward, MarkTypical, ReplicateModel } from '../commands.ts';
import type { StateFor } from '../state.ts';

export const markTypical = ({ data }: MarkTypical, { core, typical }: StateFor<'MarkTypical'>): Result =>
  (typical ? reject('already-typical') : undefined) ??
  textMissing(data.reason, '/reason') ??
  accept({
    type: 'ModelMarkedTypical',
    data: { registrationId: core.registrationId, reason: prose(data.reason) },
  });

export const replicate = (
  { data, facts }: ReplicateModel,
  { core, replications }: StateFor<'ReplicateModel'>,
): Result => {
  const { adoptingUnitId, adoptingRegistrationId, cycleId } = data;
  const pointer = '/adoptingUnitId';
  const repeated = replications.some((earlier) => earlier.unitId === adoptingUnitId && earlier.cycleId === cycleId);
  return (
    (facts.actorCoversAdoptingUnit ? undefined : reject('not-the-adopting-unit', { pointer })) ??
    (adoptingUnitId === core.unitId ? reject('adopting-unit-is-source', { pointer }) : undefined) ??
    (facts.adoptingUnitActive ? undefined : reject('adopting-unit-not-active', { pointer })) ??
    (facts.cycleOpen ? undefined : reject('cycle-not-open', { pointer: '/cycleId' })) ??
    (repeated ? reject('already-replicated', { pointer }) : undefined) ??
    accept({
      type: 'ModelReplicated',
      data: { registrationId: core.registrationId, adoptingUnitId, adoptingRegistrationId, cycleId },
    })
  );
};

export const carryForward = ({ data, facts }: CarryForward, { core }: StateFor<'CarryForward'>): Result => {
  const { cycleId, nextRegistrationId } = data;
  const later = facts.laterCycle && cycleId !== core.cycleId;
  return (
    (facts.unitActive ? undefined : reject('unit-not-active')) ??
    (facts.cycleOpen ? undefined : reject('cycle-not-open', { pointer: '/cycleId' })) ??
    (later ? undefined : reject('cycle-not-later', { pointer: '/cycleId' })) ??
    (core.carriedTo.includes(cycleId) ? reject('already-carried-forward', { pointer: '/cycleId' }) : undefined) ??
    accept({
      type: 'ModelCarriedForward',
      data: { registrationId: core.registrationId, cycleId, nextRegistrationId },
    })
  );
};
