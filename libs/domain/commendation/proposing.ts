import { accept, reject, textMissing, tidy } from '../kernel/index.ts';
import type { EvidenceFacts, EvidenceRef, Outcome, Rejected } from '../kernel/index.ts';
import type {
  AchievementFacts,
  CommendationRejection,
  ProposeCommendation,
  ReviseCommendation,
  WithdrawCommendation,
} from './commands.ts';
import { filesOf, missingDocuments } from './dossier.ts';
import type { Achievement, CommendationEvent, Recipient } from './events.ts';
import type { CommendationState } from './state.ts';

type Result = Outcome<CommendationEvent, CommendationRejection>;
type Existing = Exclude<CommendationState, { readonly status: 'NONE' }>;

/** Proposes a reward with its whole dossier. */
export const propose = ({ data, facts }: ProposeCommendation): Result => {
  if (!facts.unitActive) return reject('unit-not-active', { pointer: '/unitId', params: { unit: data.unitId } });
  const dossier = checkedDossier(data.achievement, data, facts);
  if (dossier.kind === 'rejected') return dossier;
  const { evidenceIds: _, ...proposal } = data;
  return accept({
    type: 'CommendationProposed',
    data: {
      ...proposal,
      achievement: tidyAchievement(data.achievement),
      regulationId: facts.regulationId,
      recipient: dossier.recipient,
      evidence: dossier.evidence,
    },
  });
};

/** Proposes a returned one again, for the same achievement. */
export const revise = ({ data, facts }: ReviseCommendation, state: Existing): Result => {
  const dossier = checkedDossier(state.achievement, data, facts);
  if (dossier.kind === 'rejected') return dossier;
  return accept({
    type: 'CommendationRevised',
    data: {
      commendationId: state.commendationId,
      recipient: dossier.recipient,
      form: data.form,
      scope: data.scope,
      evidence: dossier.evidence,
    },
  });
};

export const withdraw = ({ data }: WithdrawCommendation, { commendationId }: Existing): Result =>
  textMissing(data.reason, '/reason') ??
  accept({ type: 'CommendationWithdrawn', data: { commendationId, reason: tidy(data.reason) } });

interface Dossier {
  readonly kind: 'dossier';
  readonly recipient: Recipient;
  readonly evidence: readonly EvidenceRef[];
}

const checkedDossier = (
  achievement: Achievement,
  { recipient, evidenceIds }: Pick<ReviseCommendation['data'], 'recipient' | 'evidenceIds'>,
  facts: AchievementFacts & EvidenceFacts,
): Dossier | Rejected<CommendationRejection> => {
  const name = tidy(recipient.name);
  if (name === '') return reject('text-required', { pointer: '/recipient/name' });
  if (achievement.kind === 'OTHER' && tidy(achievement.description) === '')
    return reject('text-required', { pointer: '/achievement/description' });
  if (achievement.kind === 'RECOGNIZED_MODEL' && !facts.modelRecognized)
    return reject('model-not-recognized', { pointer: '/achievement/registrationId' });
  const evidence = filesOf(evidenceIds, facts.evidence);
  if ('kind' in evidence) return evidence;
  const missing = missingDocuments(evidence);
  if (missing.length > 0) return reject('document-missing', { pointer: '/evidenceIds', params: { kinds: missing } });
  if (facts.rewardTakenBy !== undefined)
    return reject('reward-taken', { pointer: '/achievement', params: { holder: facts.rewardTakenBy } });
  return { kind: 'dossier', recipient: { type: recipient.type, name }, evidence };
};

const tidyAchievement = (achievement: Achievement): Achievement =>
  achievement.kind === 'OTHER' ? { kind: 'OTHER', description: tidy(achievement.description) } : achievement;
