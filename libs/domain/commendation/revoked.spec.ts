import { given, recorded } from '../kernel/testing/spec.ts';
import { decider } from './decide.ts';
import { awaitedIn, NOTHING_WAITS, waitingAfter } from './owed.ts';
import * as story from './testing/stories.ts';

const marked = recorded(story.markedRevoked);
const settled = recorded(story.settled);
const awarded = story.stories.AWARDED;

describe('a commendation whose model lost its recognition', () => {
  it('is marked once, whether awarded or still on its way, and not when nothing is left to take back', () => {
    for (const status of ['PROPOSED', 'RETURNED', 'VERIFIED', 'COUNCIL_REVIEWED', 'SUBMITTED', 'AWARDED'] as const)
      given(decider, ...story.stories[status])
        .when(story.markRevoked())
        .then(story.markedRevoked);
    for (const status of ['NONE', 'WITHDRAWN', 'NOT_AWARDED', 'CANCELLED'] as const)
      given(decider, ...story.stories[status])
        .when(story.markRevoked())
        .thenRejected('wrong-status');
    given(decider, ...awarded, marked)
      .when(story.markRevoked())
      .thenNothing();
  });

  it('stands when the standing body says so, once, with a reason, and not by who proposed it', () => {
    given(decider, ...awarded)
      .when(story.settle())
      .thenRejected('nothing-to-settle');
    const waiting = given(decider, ...awarded, marked);
    waiting.when(story.settle(' thành tích vẫn đúng ')).then(story.settled);
    waiting.when(story.settle(' ')).thenRejected('text-required', { pointer: '/reason' });
    const proposer = { ...story.officer, onBehalfOf: 'unit-officer' };
    waiting.when(story.settle('vẫn đúng', proposer)).thenRejected('own-proposal');
    given(decider, ...awarded, marked, settled)
      .when(story.settle())
      .thenRejected('nothing-to-settle');
  });

  it('is cancelled by a decision that was frozen before the mark, but not after anything else', () => {
    const frozen = { frozenRevision: 4, currentRevision: 5 };
    const cancelled = given(decider, ...awarded, marked).when(story.cancel('FALSE_DOCUMENTS', frozen)).outcome;
    expect(cancelled).toMatchObject({ kind: 'accepted', events: [{ type: 'CommendationCancelled' }] });
    given(decider, ...awarded, marked, settled)
      .when(story.cancel('FALSE_DOCUMENTS', frozen))
      .thenRejected('changed-after-freeze');
    const submitted = given(decider, ...story.stories.SUBMITTED, marked);
    submitted.when(story.award(frozen)).thenRejected('changed-after-freeze');
    expect(submitted.when(story.refuse(frozen)).outcome).toMatchObject({ kind: 'accepted' });
    submitted.when(story.refuse({ ...frozen, currentRevision: 6 })).thenRejected('changed-after-freeze');
  });

  it('waits for the standing body until it is settled or over', () => {
    expect(awaitedIn('AWARDED')).toEqual([]);
    const waiting = { ...NOTHING_WAITS, proposedBy: ['unit-officer'], revoked: true };
    expect(awaitedIn('AWARDED', waiting)).toEqual([
      { command: 'SettleRevokedAchievement', role: 'STANDING_BODY_OFFICER', besides: ['unit-officer'] },
      {
        ...{ command: 'DraftDecision', role: 'STANDING_BODY_OFFICER' },
        ...{ hangsOn: 'WHILE_NONE', act: 'CANCEL_COMMENDATION' },
      },
    ]);
    const after = (event: typeof story.settled) => waitingAfter(waiting, recorded(event)).revoked;
    expect(waitingAfter(NOTHING_WAITS, marked).revoked).toBe(true);
    expect(after(story.submitted)).toBe(true);
    for (const event of [story.settled, story.withdrawn, story.refused, story.cancelled])
      expect(after(event)).toBe(false);
  });
});
