import { accept, isLocalDate, localDateOf, personsOf, reject, tidy } from '../kernel/index.ts';
import type { Decider, Outcome, Rejected } from '../kernel/index.ts';
import type { CancelDraft, DecisionCommand, IssueDecision, ItemPart, RefuseNumber } from './commands.ts';
import { isSameNumber } from './document-number.ts';
import { draft } from './draft.ts';
import type { DecisionEvent, DocumentNumber } from './events.ts';
import { freeze } from './freeze.ts';
import type { DecisionRejection } from './rejections.ts';
import { recordItemResults } from './results.ts';
import { rights } from './rights.ts';
import { evolve, initial } from './state.ts';
import type { DecisionState, DecisionStatus } from './state.ts';
import { isSha256 } from './text-checks.ts';
import { transitions } from './transitions.ts';

type Result = Outcome<DecisionEvent, DecisionRejection>;
type From<Type extends DecisionCommand['type']> = Extract<
  (typeof transitions)[number],
  { readonly command: Type }
>['from'];
type In<Status extends DecisionStatus> = Extract<DecisionState, { readonly status: Status }>;

/** Decides a command on a decision; refuses by role first, then by status, then by the command's own rules. */
export const decide = (command: DecisionCommand, state: DecisionState): Result => {
  if (!rights[command.type].includes(command.meta.actor.role)) return reject('role-not-allowed');
  switch (command.type) {
    case 'DraftDecision':
      return allows(command.type, state) ? draft(command) : wrongStatus(state);
    case 'CancelDraft':
      return allows(command.type, state) ? cancelDraft(command, state) : wrongStatus(state);
    case 'FreezeDecision':
      return allows(command.type, state) ? freeze(command, state) : wrongStatus(state);
    case 'IssueDecision':
      return allows(command.type, state) ? issue(command, state) : wrongStatus(state);
    case 'RefuseNumber':
      return allows(command.type, state) ? refuseNumber(command, state) : wrongStatus(state);
    case 'RecordItemResults':
      return allows(command.type, state) || state.status === 'COMPLETED'
        ? recordItemResults(command, state)
        : wrongStatus(state);
  }
};

/** Stream `decision-<id>`. */
export const decider: Decider<DecisionState, DecisionEvent> & { readonly decide: typeof decide } = {
  initial,
  evolve,
  decide,
};

const allows = <Type extends DecisionCommand['type']>(command: Type, state: DecisionState): state is In<From<Type>> =>
  transitions.some((transition) => transition.command === command && transition.from === state.status);

const wrongStatus = ({ status }: DecisionState): Rejected<'wrong-status'> =>
  reject('wrong-status', { params: { status } });

const cancelDraft = ({ data }: CancelDraft, state: In<From<'CancelDraft'>>): Result => {
  const reason = tidy(data.reason);
  if (reason === '') return reject('text-required', { pointer: '/reason' });
  return accept({ type: 'DecisionDraftCancelled', data: { decisionId: state.decisionId, reason } });
};

/** Four eyes, competence, dates in order, and a number of the issuing body's own book that was not given up. */
const issue = (command: IssueDecision, state: In<'FROZEN'>): Result => {
  const { data, meta } = command;
  const refusal = signerRefusal(command, state) ?? paperRefusal(command, state);
  if (refusal !== undefined) return refusal;
  return accept({
    type: 'DecisionIssued',
    data: {
      decisionId: state.decisionId,
      act: state.act,
      unitId: state.unitId,
      documentNumber: data.documentNumber,
      signerId: meta.actor.personId,
      capacity: tidy(data.capacity),
      fileSha256: data.fileSha256,
      manifest: state.manifest,
    },
    effectiveOn: data.documentNumber.issuedOn,
  });
};

const SIGNER_TOOK_PART = {
  APPRAISED: 'signer-appraised',
  PROPOSED: 'signer-proposed',
  VERIFIED: 'signer-verified',
} as const satisfies Record<ItemPart, DecisionRejection>;

const signerRefusal = (
  { facts, meta }: IssueDecision,
  state: In<'FROZEN'>,
): Rejected<DecisionRejection> | undefined => {
  const signers = personsOf(meta.actor);
  if (signers.some((person) => state.frozenBy.includes(person))) return reject('signer-froze');
  for (const part of ['APPRAISED', 'PROPOSED', 'VERIFIED'] as const) {
    const own = facts.itemPersons.filter(
      (item) => item.part === part && signers.some((person) => item.personIds.includes(person)),
    );
    if (own.length > 0) return reject(SIGNER_TOOK_PART[part], { params: { items: own.map(({ id }) => id) } });
  }
  if (facts.notCompetentFor.length > 0) return reject('not-competent', { params: { items: facts.notCompetentFor } });
  return undefined;
};

const paperRefusal = (
  { data, facts, meta }: IssueDecision,
  state: In<'FROZEN'>,
): Rejected<DecisionRejection> | undefined => {
  const { documentNumber } = data;
  if (tidy(data.capacity) === '') return reject('text-required', { pointer: '/capacity' });
  if (!isSha256(data.fileSha256)) return reject('hash-malformed', { pointer: '/fileSha256' });
  if (!isLocalDate(documentNumber.issuedOn)) return reject('date-invalid', { pointer: '/issuedOn' });
  if (documentNumber.issuedOn > localDateOf(meta.at)) return reject('date-in-future', { pointer: '/issuedOn' });
  if (facts.itemsReadyOn !== undefined && documentNumber.issuedOn < facts.itemsReadyOn)
    return reject('dates-out-of-order', { pointer: '/issuedOn', params: { readyOn: facts.itemsReadyOn } });
  if (documentNumber.issuerId !== state.unitId) return reject('issuer-differs');
  if (state.refusedNumbers.some((refused) => isSameNumber(refused, documentNumber))) return reject('number-refused');
  return undefined;
};

/** Whichever comes first on the decision's stream, issue or refusal, settles what becomes of the number. */
const refuseNumber = ({ data }: RefuseNumber, state: In<From<'RefuseNumber'>>): Result => {
  const reason = tidy(data.reason);
  if (reason === '') return reject('text-required', { pointer: '/reason' });
  const isThis = (other: DocumentNumber): boolean => isSameNumber(other, data.documentNumber);
  if ('documentNumber' in state && isThis(state.documentNumber)) return reject('number-in-use');
  if (state.refusedNumbers.some(isThis)) return accept();
  const { bookId, documentNumber } = data;
  return accept({
    type: 'DecisionNumberRefused',
    data: { decisionId: state.decisionId, bookId, documentNumber, reason },
  });
};
