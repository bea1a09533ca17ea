import {
  accept,
  citation,
  isAllowed,
  notBefore,
  personsOf,
  reject,
  textMissing,
  tidy,
  type Actor,
} from '../../kernel/index.ts';
import { codeAndName } from '../../regulation/code-and-name.ts';
import type { RegulationContent } from '../../regulation/events.ts';
import { citationWrong, prose, type Refusal, type Result } from '../checks.ts';
import type { ApproveCorrection, DeclineCorrection, RequestCorrection } from '../commands.ts';
import { rights } from '../rights.ts';
import type { Core, CorrectionRequest, RegistrationState, StateFor } from '../state.ts';
import { transitions, wrongStatus } from '../transitions.ts';
import { CORRECTABLE, isCorrectable, MAX_NAME, type CorrectableField } from './correctable.ts';

/** Until somebody else approves it, nothing changes. The request bears the id of its command. */
export const requestCorrection = (
  { data, facts, meta }: RequestCorrection,
  { core }: StateFor<'RequestCorrection'>,
): Result => {
  const { field } = data;
  if (!facts.othersMayApprove) return reject('no-other-approver');
  if (!isCorrectable(field))
    return reject('field-not-correctable', { pointer: '/field', params: { items: CORRECTABLE } });
  const oldValue = core.form[field] ?? '';
  const newValue = field === 'name' ? tidy(data.newValue) : prose(data.newValue);
  return (
    pendingRefusal(core, field) ??
    (oldValue === newValue ? reject('nothing-corrected', { pointer: '/newValue' }) : undefined) ??
    valueWrong(field, newValue, facts.regulation.content) ??
    (facts.nameTaken ? nameTaken(core, newValue, '/newValue') : undefined) ??
    textMissing(data.reason, '/reason') ??
    citationWrong(data.document, meta, '/document') ??
    notBefore(data.document.issuedOn, core.draftedOn, '/document/issuedOn', 'DRAFTED') ??
    accept({
      type: 'CorrectionRequested',
      data: {
        registrationId: core.registrationId,
        correctionId: meta.commandId,
        entryRevision: core.formRevision,
        ...{ field, oldValue, newValue },
        reason: prose(data.reason),
        document: citation(data.document),
      },
    })
  );
};

/** Each field waits for one correction at a time. */
const pendingRefusal = ({ requests }: Core, field: string): Refusal =>
  requests.some((request) => request.field === field)
    ? reject('correction-pending', { pointer: '/field', params: { items: [field] } })
    : undefined;

/** Why no correction of the field can be asked for, whatever it would say. */
export const notToCorrect = (state: RegistrationState & { readonly core: Core }, field: string): Refusal =>
  isAllowed(transitions, 'RequestCorrection', state.status)
    ? pendingRefusal(state.core, field)
    : wrongStatus(state, { type: 'RequestCorrection' });

const nameTaken = ({ unitId: unit }: Core, name: string, pointer?: string): Refusal =>
  reject('name-taken', { ...(pointer === undefined ? {} : { pointer }), params: { unit, name } });

const valueWrong = (field: CorrectableField, value: string, { fields, registration }: RegulationContent): Refusal => {
  const pointer = '/newValue';
  if (field === 'name')
    return value.length > MAX_NAME
      ? reject('name-too-long', { pointer, params: { max: MAX_NAME } })
      : textMissing(value, pointer);
  if (field === 'field')
    return fields.some(({ code }) => code === value)
      ? undefined
      : reject('field-unknown', { pointer, params: { field: value, fields: fields.map(codeAndName) } });
  return registration.requiredItems.includes(field) ? textMissing(value, pointer) : undefined;
};

/** The corrected value counts from here on; the correction has the date of its document. */
export const approveCorrection = (
  { data, facts, meta }: ApproveCorrection,
  { core }: StateFor<'ApproveCorrection'>,
): Result => {
  const request = requestOf(core, data.correctionId);
  if (request === undefined) return reject('correction-unknown', { pointer: '/correctionId' });
  const { requestedBy, ...correction } = request;
  return (
    ownRequest(request, meta.actor) ??
    (facts.nameTaken ? nameTaken(core, request.newValue) : undefined) ??
    accept({
      type: 'EntryCorrected',
      data: {
        registrationId: core.registrationId,
        ...correction,
        requestedBy,
        approvedBy: meta.actor.personId,
      },
      effectiveOn: request.document.issuedOn,
    })
  );
};

export const declineCorrection = ({ data }: DeclineCorrection, { core }: StateFor<'DeclineCorrection'>): Result => {
  const { registrationId } = core;
  const request = requestOf(core, data.correctionId);
  if (request === undefined) return reject('correction-unknown', { pointer: '/correctionId' });
  const { correctionId, field } = request;
  return (
    textMissing(data.reason, '/reason') ??
    accept({ type: 'CorrectionDeclined', data: { registrationId, correctionId, field, reason: prose(data.reason) } })
  );
};

/** What a person may not approve, of all that waits: nothing waits, or all of it is their own. */
export const approverRefusal = ({ requests }: Core, actor: Actor): Refusal => {
  if (requests.length === 0) return reject('correction-unknown');
  return requests.every((request) => ownRequest(request, actor) !== undefined)
    ? reject('approver-is-corrector')
    : undefined;
};

/** Four eyes: nobody approves what they asked for, nor anybody in their name. */
export const ownRequest = ({ requestedBy }: Pick<CorrectionRequest, 'requestedBy'>, actor: Actor): Refusal =>
  personsOf(actor).some((person) => requestedBy.includes(person)) ? reject('approver-is-corrector') : undefined;

/** Whether somebody of all who act for the registration may approve what a person asks for. */
export const othersMayApprove = (everybody: readonly Actor[], asker: Actor): boolean =>
  everybody.some(
    (other) =>
      rights.ApproveCorrection.includes(other.role) &&
      ownRequest({ requestedBy: personsOf(asker) }, other) === undefined,
  );

const requestOf = ({ requests }: Core, id: string): CorrectionRequest | undefined =>
  requests.find(({ correctionId }) => correctionId === id);
