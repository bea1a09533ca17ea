import { accept, personsOf, reject } from '../kernel/index.ts';
import type { CommandMeta, DecisionFacts, FrozenItem, Outcome, Rejected } from '../kernel/index.ts';
import type { AwardByDecision, CancelByDecision, CommendationRejection, RefuseByDecision } from './commands.ts';
import { CANCELLATION_GROUNDS, type CommendationEvent } from './events.ts';
import type { CommendationState } from './state.ts';

type Result = Outcome<CommendationEvent, CommendationRejection>;
type In<Status extends CommendationState['status']> = Extract<CommendationState, { readonly status: Status }>;

/** The award, by an issued decision whose signer neither proposed nor verified it. */
export const award = ({ data, facts, meta }: AwardByDecision, state: In<'SUBMITTED'>): Result => {
  const refusal = changedAfterFreeze({ type: 'AwardByDecision', facts }, state) ?? signerRefusal(facts, meta, state);
  if (refusal !== undefined) return refusal;
  if (!facts.competent) return reject('not-competent');
  const unfit = notToAward(state);
  if (unfit !== undefined) return unfit;
  const onModel = state.achievement.kind === 'RECOGNIZED_MODEL';
  if (onModel && !facts.modelRecognized) return reject('model-not-recognized');
  const { commendationId, unitId, cycleId, recipient, achievement, form, scope } = state;
  return accept({
    type: onModel ? 'ModelCommended' : 'AchievementCommended',
    data: { commendationId, unitId, cycleId, recipient, achievement, form, scope, ...data },
    effectiveOn: data.decidedOn,
  });
};

/** Why nobody awards it, whoever signs: the council does not favour it, or the model it rests on was revoked. */
export const notToAward = ({
  favourable,
  revokedAchievement,
}: In<'SUBMITTED'>): Rejected<CommendationRejection> | undefined => {
  if (!favourable) return reject('council-unfavourable');
  return revokedAchievement === undefined ? undefined : reject('model-not-recognized');
};

export const refuse = ({ data, facts, meta }: RefuseByDecision, state: In<'SUBMITTED'>): Result => {
  const refusal = changedAfterFreeze({ type: 'RefuseByDecision', facts }, state) ?? signerRefusal(facts, meta, state);
  if (refusal !== undefined) return refusal;
  return accept({
    type: 'CommendationRefused',
    data: { commendationId: state.commendationId, ...data },
    effectiveOn: data.decidedOn,
  });
};

/** Takes an award back on one of four grounds. Source: Law on Emulation and Commendation, Art. 93.2. */
export const cancel = ({ data, facts, meta }: CancelByDecision, state: In<'AWARDED'>): Result => {
  const refusal = changedAfterFreeze({ type: 'CancelByDecision', facts }, state) ?? signerRefusal(facts, meta, state);
  if (refusal !== undefined) return refusal;
  const ground = CANCELLATION_GROUNDS.find((each) => each === data.ground);
  if (ground === undefined) return reject('ground-unknown', { pointer: '/ground' });
  const { commendationId } = state;
  return accept({
    type: 'CommendationCancelled',
    data: { commendationId, ...data, ground, citesDecisionId: state.decisionId },
    effectiveOn: data.decidedOn,
  });
};

/**
 * A decision covers what was frozen. That the model was revoked meanwhile does not stand in the way of refusing or
 * cancelling. Where a decision is applied nothing but that mark is recorded, and its settling.
 */
export const changedAfterFreeze = (
  { type, facts: { frozenRevision, currentRevision } }: FrozenItem,
  state: CommendationState,
): Rejected<CommendationRejection> | undefined => {
  const marked = state.status !== 'NONE' && state.revokedAchievement?.settled === false;
  const onlyMarked = marked && currentRevision === frozenRevision + 1;
  return frozenRevision === currentRevision || (onlyMarked && type !== 'AwardByDecision')
    ? undefined
    : reject('changed-after-freeze', { params: { changes: currentRevision - frozenRevision } });
};

const signerRefusal = (
  { signerId }: DecisionFacts,
  { actor }: CommandMeta,
  state: In<'SUBMITTED' | 'AWARDED'>,
): Rejected<CommendationRejection> | undefined => {
  const signers = [signerId, ...personsOf(actor)];
  if (signers.some((person) => state.proposedBy.includes(person))) return reject('signer-proposed');
  if (signers.some((person) => state.verifiedBy.includes(person))) return reject('signer-verified');
  return undefined;
};
