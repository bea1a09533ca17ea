import { accept, notDueDate, reject, textMissing, type LocalDate } from '../../kernel/index.ts';
import type { RegulationContent } from '../../regulation/events.ts';
import { dayOf, ownRegistration, prose, type Refusal, type Result } from '../checks.ts';
import type {
  AcceptRegistration,
  DeclineRegistration,
  DraftRegistration,
  ReturnRegistration,
  ReviseRegistration,
  SubmitRegistration,
  WithdrawRegistration,
} from '../commands.ts';
import { cycleRefusal, lateReasonRequired } from '../by-cycle.ts';
import { formWrong, itemsMissing, storedForm } from './form.ts';
import type { Circumstances } from '../facts.ts';
import type { Core, StateFor } from '../state.ts';
import { transitions } from '../transitions.ts';

export const draft = ({ data, facts }: DraftRegistration): Result =>
  placeRefused(data, facts) ??
  sourceWrong(data, facts) ??
  formWrong(data.form, facts.regulation.content) ??
  accept({ type: 'RegistrationDrafted', data: { ...data, form: storedForm(data.form) } });

/** Why nobody can register for a unit in a cycle; nothing when they can. */
export const placeRefused = (
  { unitId, cycleId }: Pick<DraftRegistration['data'], 'unitId' | 'cycleId'>,
  { unitActive, cycleOpen }: Pick<DraftRegistration['facts'], 'unitActive' | 'cycleOpen'>,
): Refusal =>
  (unitActive ? undefined : reject('unit-not-active', { pointer: '/unitId', params: { unit: unitId } })) ??
  (cycleOpen ? undefined : reject('cycle-not-open', { pointer: '/cycleId', params: { cycle: cycleId } }));

/** A continuation keeps the model and its unit in another cycle; a replication makes a new model elsewhere. */
const sourceWrong = (data: DraftRegistration['data'], { source }: DraftRegistration['facts']): Refusal => {
  const { kind } = data.origin;
  if (kind === 'NEW') return undefined;
  if (source === undefined) return reject('source-not-found', { pointer: '/origin/registrationId' });
  const usable: readonly string[] =
    kind === 'CONTINUES' ? transitions.CarryForward.from : transitions.ReplicateModel.from;
  if (!usable.includes(source.status)) return reject('source-not-usable', { params: { sourceStatus: source.status } });
  if ((kind === 'CONTINUES') !== (source.modelId === data.modelId)) return reject('model-differs-from-source');
  if (kind === 'REPLICATES') return source.unitId === data.unitId ? reject('adopting-unit-is-source') : undefined;
  if (source.unitId !== data.unitId) return reject('source-of-another-unit', { pointer: '/unitId' });
  return source.cycleId === data.cycleId ? reject('source-in-same-cycle', { pointer: '/cycleId' }) : undefined;
};

export const revise = (
  { data, facts }: ReviseRegistration,
  { core: { registrationId } }: StateFor<'ReviseRegistration'>,
): Result =>
  formWrong(data.form, facts.regulation.content) ??
  accept({ type: 'RegistrationRevised', data: { registrationId, form: storedForm(data.form) } });

/** A returned registration may come back until the day set by whoever returned it, also after the deadline. */
export const submit = (command: SubmitRegistration, state: StateFor<'SubmitRegistration'>): Result => {
  const { data, facts, meta } = command;
  const { registrationId } = state.core;
  const circumstances = { ...facts, today: dayOf(meta) };
  const late = lateToSubmit(state, circumstances);
  const lateReason = prose(data.lateReason ?? '');
  return (
    notToSubmit(state, circumstances) ??
    (lateReason === '' ? late : undefined) ??
    accept({
      type: 'RegistrationSubmitted',
      data: { registrationId, ...(late === undefined ? {} : { lateReason }) },
    })
  );
};

/** What whoever submits it says besides. */
export const lateToSubmit = (state: StateFor<'SubmitRegistration'>, circumstances: Circumstances) =>
  lateReasonRequired(circumstances, returnedUntil(state));

const returnedUntil = (state: StateFor<'SubmitRegistration'>): LocalDate | undefined =>
  state.status === 'RETURNED' ? state.dueOn : undefined;

/** Why nobody can submit it, whatever they say. */
export const notToSubmit = (state: StateFor<'SubmitRegistration'>, circumstances: Circumstances): Refusal =>
  ofCycle(state.core, cycleRefusal('SubmitRegistration', circumstances, returnedUntil(state))) ??
  itemsMissing(state.core.form, circumstances.regulation.content);

const ofCycle = ({ cycleId }: Core, refusal: Refusal): Refusal =>
  refusal?.reason === 'cycle-not-open' ? { ...refusal, params: { cycle: cycleId } } : refusal;

export const returnToUnit = (
  { data, facts, meta }: ReturnRegistration,
  { core }: StateFor<'ReturnRegistration'>,
): Result => {
  const { registrationId, returns } = core;
  return (
    ownRegistration(core, meta.actor) ??
    notToReturn(core, facts.regulation.content) ??
    textMissing(data.reason, '/reason') ??
    notDueDate(data.dueOn, meta, '/dueOn') ??
    accept({
      type: 'RegistrationReturned',
      data: { registrationId, reason: prose(data.reason), dueOn: data.dueOn, count: returns + 1 },
    })
  );
};

/** Why nobody can return it. */
export const notToReturn = ({ returns }: Core, { registration: { maxReturns } }: RegulationContent): Refusal =>
  returns < maxReturns ? undefined : reject('too-many-returns', { params: { maxReturns } });

export const acceptOnRegister = (
  { facts, meta }: AcceptRegistration,
  { core }: StateFor<'AcceptRegistration'>,
): Result => {
  const { registrationId, modelId, cycleId, unitId, form } = core;
  const { name, subjectType, field, programmeTags } = form;
  const { regulationId } = facts.regulation;
  return (
    ownRegistration(core, meta.actor) ??
    (facts.nameTaken ? reject('name-taken', { params: { unit: unitId, name } }) : undefined) ??
    accept({
      type: 'ModelRegistered',
      data: { registrationId, modelId, cycleId, unitId, name, subjectType, field, programmeTags, regulationId },
    })
  );
};

export const decline = ({ data, meta }: DeclineRegistration, { core }: StateFor<'DeclineRegistration'>): Result =>
  ownRegistration(core, meta.actor) ??
  textMissing(data.reason, '/reason') ??
  accept({
    type: 'RegistrationDeclined',
    data: { registrationId: core.registrationId, reason: prose(data.reason) },
  });

export const withdraw = (
  { data }: WithdrawRegistration,
  { core: { registrationId } }: StateFor<'WithdrawRegistration'>,
): Result =>
  textMissing(data.reason, '/reason') ??
  accept({ type: 'RegistrationWithdrawn', data: { registrationId, reason: prose(data.reason) } });
