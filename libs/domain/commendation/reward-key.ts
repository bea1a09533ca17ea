import { everFolded } from '../kernel/index.ts';
import type { Achievement, Recipient } from './events.ts';
import type { CommendationStatus } from './state.ts';

/**
 * The keys to reserve so that one achievement earns its recipient one reward, however the names are spelt. An
 * achievement told in words is told apart by unit and cycle. Source: Law on Emulation and Commendation, Art. 5.
 */
export const rewardKeys = (
  achievement: Achievement,
  recipient: Recipient,
  { unitId, cycleId }: { readonly unitId: string; readonly cycleId: string },
): readonly string[] =>
  everFolded((folding) =>
    JSON.stringify([
      'reward',
      ...(achievement.kind === 'RECOGNIZED_MODEL'
        ? ['model', achievement.registrationId]
        : ['other', unitId, cycleId, folding(achievement.description)]),
      recipient.type,
      folding(recipient.name),
    ]),
  );

/** A proposal holds its reward until it is withdrawn, refused or cancelled. */
export const holdsReward = (status: CommendationStatus): boolean =>
  !(['NONE', 'WITHDRAWN', 'NOT_AWARDED', 'CANCELLED'] as const).some((free) => free === status);
