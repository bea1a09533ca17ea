import { accept, citation, notBefore, notPastDay, personsOf, reject, textMissing } from '../../kernel/index.ts';
import type { Actor, DecisionFacts, FrozenItem } from '../../kernel/index.ts';
import type { RegulationContent } from '../../regulation/events.ts';
import { citationWrong, minutesWrong, namedMinutes, notPinned, prose } from '../checks.ts';
import type { Refusal, Result } from '../checks.ts';
import type {
  RecognizeByDecision,
  RecordVote,
  RefuseByDecision,
  ReopenAppraisal,
  RevokeByDecision,
} from '../commands.ts';
import type { AppraisalResult } from '../events.ts';
import type { Core, RegistrationState, StateFor } from '../state.ts';
import { countsAgree, voteOutcome } from './vote.ts';

/** The council votes on a result it has. A vote without a quorum may be held again; one with a quorum stands. */
export const recordVote = (command: RecordVote, state: StateFor<'RecordVote'>): Result => {
  const { data, facts, meta } = command;
  const rules = facts.regulation.content.vote;
  const refusal = notPinned(state, facts.regulation) ?? notToVote(state, facts.regulation.content);
  if (refusal !== undefined) return refusal;
  if (rules === undefined) return reject('no-vote-in-regulation');
  const { yes, no, abstain, members, present, heldOn, minutesId } = data;
  const minutes = namedMinutes(minutesId, facts.evidence);
  return (
    (countsAgree(data, rules)
      ? undefined
      : reject('vote-counts-inconsistent', { params: { ballots: yes + no + abstain, present, members } })) ??
    notPastDay(heldOn, meta, '/heldOn') ??
    notBefore(heldOn, state.vote?.heldOn ?? state.appraisedOn, '/heldOn', state.vote ? 'VOTED' : 'APPRAISED') ??
    minutesWrong(minutesId, facts.evidence) ??
    accept({
      type: 'VoteHeld',
      data: {
        registrationId: state.core.registrationId,
        ...{ yes, no, abstain, members, present, heldOn, ...minutes },
        minPercent: rules.minPercent,
        ...voteOutcome(data, rules),
      },
      effectiveOn: heldOn,
    })
  );
};

/** Why there is nothing to vote on. */
export const notToVote = ({ vote }: StateFor<'RecordVote'>, rules: Pick<RegulationContent, 'vote'>): Refusal => {
  if (rules.vote === undefined) return reject('no-vote-in-regulation');
  return vote?.quorumMet === true ? reject('vote-already-held') : undefined;
};

/**
 * A decision covers what was frozen: whoever acted on the item afterwards takes it out of the decision. That its source
 * was revoked meanwhile does not stand in the way of refusing or revoking it too.
 */
export const changedAfterFreeze = (
  { type, facts: { frozenRevision, currentRevision } }: FrozenItem,
  state: RegistrationState,
): Refusal => {
  const marked = state.status === 'NONE' ? undefined : state.core.revokedSource?.revision;
  const onlyMarked = marked === currentRevision && frozenRevision === currentRevision - 1;
  return frozenRevision === currentRevision || (onlyMarked && type !== 'RecognizeByDecision')
    ? undefined
    : reject('changed-after-freeze', { params: { changes: currentRevision - frozenRevision, ...nameOf(state) } });
};

const nameOf = (state: RegistrationState) => (state.status === 'NONE' ? {} : { item: state.core.form.name });

/**
 * Four eyes: whoever drafted or submitted it, was on the appraisal team or concluded its work may not sign, nor anybody
 * in their name.
 */
const signerRefused = ({ authors, appraisers }: Core, { signerId }: DecisionFacts, actor: Actor): Refusal => {
  const signers = [signerId, ...personsOf(actor)];
  if (signers.some((person) => authors.includes(person))) return reject('signer-drafted-or-submitted');
  return signers.some((person) => appraisers.includes(person)) ? reject('signer-appraised') : undefined;
};

/** Why the model cannot be recognized as things are: its appraisal, or the vote where there is one, was not passed. */
export const notToRecognize = (
  { result, vote }: StateFor<'RecognizeByDecision'>,
  rules: Pick<RegulationContent, 'vote'>,
): Refusal =>
  (result.passed ? undefined : notPassed(result)) ?? (rules.vote === undefined ? undefined : notVotedFor(vote));

/** A vote without a quorum counts as none. */
const notVotedFor = (vote: StateFor<'RecognizeByDecision'>['vote']): Refusal => {
  if (vote?.quorumMet !== true)
    return reject(
      'vote-not-held',
      vote === undefined ? {} : { params: { ballots: vote.ballots, members: vote.members } },
    );
  const { passed, yes, needed, ballots, members } = vote;
  return passed ? undefined : reject('vote-not-passed', { params: { yes, needed, ballots, members } });
};

const notPassed = ({ totalCentipoints, passMark, vetoes }: AppraisalResult): Refusal =>
  reject('appraisal-not-passed', {
    params: { points: totalCentipoints / 100, passMark, ...(vetoes.length === 0 ? {} : { vetoes }) },
  });

export const recognize = (
  { data, facts, meta }: RecognizeByDecision,
  state: StateFor<'RecognizeByDecision'>,
): Result => {
  const { registrationId, modelId } = state.core;
  return (
    notPinned(state, facts.regulation) ??
    signerRefused(state.core, facts, meta.actor) ??
    notToRecognize(state, facts.regulation.content) ??
    accept({
      type: 'ModelRecognized',
      data: {
        registrationId,
        modelId,
        decisionId: data.decisionId,
        documentNumber: data.documentNumber,
        decidedOn: data.decidedOn,
      },
      effectiveOn: data.decidedOn,
    })
  );
};

export const refuse = ({ data, facts, meta }: RefuseByDecision, { core }: StateFor<'RefuseByDecision'>): Result =>
  signerRefused(core, facts, meta.actor) ??
  textMissing(data.reason, '/reason') ??
  accept({
    type: 'RecognitionRefused',
    data: {
      registrationId: core.registrationId,
      decisionId: data.decisionId,
      documentNumber: data.documentNumber,
      decidedOn: data.decidedOn,
      reason: prose(data.reason),
    },
    effectiveOn: data.decidedOn,
  });

export const revoke = ({ data, facts, meta }: RevokeByDecision, state: StateFor<'RevokeByDecision'>): Result =>
  signerRefused(state.core, facts, meta.actor) ??
  textMissing(data.ground, '/ground') ??
  accept({
    type: 'RecognitionRevoked',
    data: {
      registrationId: state.core.registrationId,
      decisionId: data.decisionId,
      documentNumber: data.documentNumber,
      decidedOn: data.decidedOn,
      ground: prose(data.ground),
      citesDecisionId: state.decisionId,
    },
    effectiveOn: data.decidedOn,
  });

/** A petition is against a refusal, so it is not older than that. */
export const reopenAppraisal = (
  { data, meta }: ReopenAppraisal,
  { core, refusedOn }: StateFor<'ReopenAppraisal'>,
): Result =>
  textMissing(data.reason, '/reason') ??
  citationWrong(data.petition, meta, '/petition') ??
  notBefore(data.petition.issuedOn, refusedOn, '/petition/issuedOn', 'REFUSED') ??
  accept({
    type: 'AppraisalReopened',
    data: {
      registrationId: core.registrationId,
      reason: prose(data.reason),
      petition: citation(data.petition),
    },
  });
