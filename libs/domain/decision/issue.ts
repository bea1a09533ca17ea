import { accept, notBefore, notPastDay, personsOf, reject, textMissing, tidy, type Actor } from '../kernel/index.ts';
import type { Refusal, Result } from './checks.ts';
import type { DecisionRejection, IssueDecision, ItemPart, RefuseNumber } from './commands.ts';
import { isSameNumber } from './document-number.ts';
import type { DocumentNumber } from './events.ts';
import { paperOfAnother, statedPaperRefusal } from './paper.ts';
import type { StateFor } from './state.ts';

/** Four eyes, competence, dates in order, and a number of the issuing body's own book that was not given up. */
export const issue = (command: IssueDecision, state: StateFor<'IssueDecision'>): Result => {
  const { data, meta } = command;
  const refusal =
    signerRefusal(command.facts, state, meta.actor) ??
    notToIssue(command.facts) ??
    paperRefusal(command, state) ??
    paperOfAnother(command.facts);
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
      ...signedPaper(data),
      manifest: state.manifest,
    },
    effectiveOn: data.documentNumber.issuedOn,
  });
};

/** The stored paper with its hash, or the hash that is stated of it. */
const signedPaper = ({ paper, fileSha256 = paper?.sha256 }: IssueDecision['data']) => ({
  ...(fileSha256 === undefined ? {} : { fileSha256 }),
  ...(paper === undefined ? {} : { paper }),
});

const SIGNER_TOOK_PART = {
  DRAFTED_OR_SUBMITTED: 'signer-drafted-or-submitted',
  APPRAISED: 'signer-appraised',
  PROPOSED: 'signer-proposed',
  VERIFIED: 'signer-verified',
} as const satisfies Record<ItemPart, DecisionRejection>;

/** Four eyes: nobody signs what they froze, nor anybody in their name. */
const signerFroze = ({ frozenBy }: { readonly frozenBy: readonly string[] }, actor: Actor): Refusal =>
  personsOf(actor).some((person) => frozenBy.includes(person)) ? reject('signer-froze') : undefined;

/** Why somebody may not sign it: they froze it, or took part in one of its items. */
export const signerRefusal = (
  { itemPersons }: Pick<IssueDecision['facts'], 'itemPersons'>,
  state: Pick<StateFor<'IssueDecision'>, 'frozenBy'>,
  actor: Actor,
): Refusal => {
  const signers = personsOf(actor);
  const froze = signerFroze(state, actor);
  if (froze !== undefined) return froze;
  for (const part of ['DRAFTED_OR_SUBMITTED', 'APPRAISED', 'PROPOSED', 'VERIFIED'] as const) {
    const own = itemPersons.filter(
      (item) => item.part === part && signers.some((person) => item.personIds.includes(person)),
    );
    if (own.length > 0) return reject(SIGNER_TOOK_PART[part], { params: { items: own.map(({ id }) => id) } });
  }
  return undefined;
};

/** Why nobody may sign it: its body is not competent, or nothing would come of it. */
export const notToIssue = (facts: Pick<IssueDecision['facts'], 'notCompetentFor' | 'competentBodies' | 'allChanged'>) =>
  notCompetent(facts) ?? (facts.allChanged ? reject('nothing-left-to-decide') : undefined);

/** Which items will not be decided on, although their decision is issued. */
export const itemsDropOut = ({ changed: items }: Pick<IssueDecision['facts'], 'changed'>): Refusal =>
  items.length === 0 ? undefined : reject('items-drop-out', { params: { items } });

const notCompetent = ({
  notCompetentFor: items,
  competentBodies: bodies,
}: Pick<IssueDecision['facts'], 'notCompetentFor' | 'competentBodies'>): Refusal =>
  items.length > 0
    ? reject('not-competent', { params: { items, ...(bodies.length === 0 ? {} : { bodies }) } })
    : undefined;

const paperRefusal = ({ data, facts, meta }: IssueDecision, state: StateFor<'IssueDecision'>): Refusal => {
  const { documentNumber } = data;
  const refusal =
    textMissing(data.capacity, '/capacity') ??
    statedPaperRefusal(data) ??
    notPastDay(documentNumber.issuedOn, meta, '/issuedOn');
  if (refusal !== undefined) return refusal;
  const tooEarly = notBefore(documentNumber.issuedOn, facts.itemsReadyOn, '/issuedOn', 'ITEMS_READY');
  if (tooEarly !== undefined) return tooEarly;
  if (documentNumber.issuerId !== state.unitId) return reject('issuer-differs');
  if (state.refusedNumbers.some((refused) => isSameNumber(refused, documentNumber)))
    return reject('number-refused', { params: { number: documentNumber.text } });
  return undefined;
};

/** Whichever comes first on the decision's stream, issue or refusal, settles what becomes of the number. */
export const refuseNumber = ({ data }: RefuseNumber, state: StateFor<'RefuseNumber'>): Result => {
  const reason = tidy(data.reason);
  if (reason === '') return reject('text-required', { pointer: '/reason' });
  const isThis = (other: DocumentNumber): boolean => isSameNumber(other, data.documentNumber);
  if ('documentNumber' in state && isThis(state.documentNumber))
    return reject('number-in-use', { params: { number: data.documentNumber.text } });
  if (state.refusedNumbers.some(isThis)) return accept();
  const { bookId, documentNumber } = data;
  return accept({
    type: 'DecisionNumberRefused',
    data: { decisionId: state.decisionId, bookId, documentNumber, reason },
  });
};
