import { given, recorded } from '../kernel/testing/spec.ts';
import { decider } from './decide.ts';
import { pendingItems } from './results.ts';
import * as story from './testing/stories.ts';

const { applied, rejected, recordResults } = story;

describe('the items of a decision answer', () => {
  it('each is noted, and the decision waits for the rest', () => {
    given(decider, ...story.issuedStory)
      .when(recordResults(applied('r1')))
      .then(story.itemApplied('r1'));
    const { state } = given(decider, ...story.issuedStory, recorded(story.itemApplied('r1')));
    expect(pendingItems(state).map(({ id }) => id)).toEqual(['r2', 'r3']);
  });

  it('the last one completes it, with the count of those that went through and those that dropped out', () => {
    given(decider, ...story.issuedStory, recorded(story.itemApplied('r1')))
      .when(recordResults(rejected('r2', 'changed-after-freeze'), applied('r3')))
      .then(
        {
          type: 'DecisionItemRejected',
          data: { decisionId: 'd1', kind: 'registration', id: 'r2', reason: 'changed-after-freeze' },
        },
        story.itemApplied('r3'),
        { type: 'DecisionCompleted', data: { decisionId: 'd1', applied: 2, rejected: 1 } },
      );
  });

  it('an answer given twice counts once, and the first one stands', () => {
    given(decider, ...story.issuedStory, recorded(story.itemApplied('r1')))
      .when(recordResults(rejected('r1', 'wrong-status'), applied('r2'), applied('r2')))
      .then(story.itemApplied('r2'));
  });

  it('a completed decision takes a repeated answer without a word', () => {
    given(decider, ...story.completedStory)
      .when(recordResults(applied('r1')))
      .thenNothing();
  });

  it('none is waited for before the decision is issued, nor once it is completed', () => {
    for (const past of [[], story.draftStory, story.frozenStory, story.cancelledStory, story.completedStory])
      expect(pendingItems(given(decider, ...past).state)).toEqual([]);
  });

  it('an item that is not on the manifest has no say', () => {
    given(decider, ...story.issuedStory)
      .when(recordResults(applied('r1'), applied('r9')))
      .thenRejected('item-not-in-manifest', { pointer: '/results/1' });
    given(decider, ...story.completedStory)
      .when(recordResults(applied('r9')))
      .thenRejected('item-not-in-manifest', { pointer: '/results/0' });
  });
});
