import { replay } from '../kernel/testing/spec.ts';
import { decider } from './decide.ts';
import { awaitedIn, dueBy, dueOnAfter, ownerRole } from './owed.ts';
import { extendedOnce, madeConsolidated, reopenedStory, stories } from './testing/stories.ts';

const told = { ...stories, reopenedStory, madeConsolidated, extended: [...stories.OPEN, ...extendedOnce] };

const KINDS = ['OWN', 'CONSOLIDATED'] as const;

describe('what a report owes', () => {
  it.each(Object.entries(told))('is told by its events as by its state, step by step: %s', (_, history) => {
    let owed: string | undefined;
    for (const [index, event] of history.entries()) {
      owed = dueOnAfter(event, owed);
      expect(owed).toBe(dueBy(replay(decider, history.slice(0, index + 1))));
    }
  });
});

describe('what a report waits for', () => {
  it.each(KINDS)('while it is owed, of somebody who owns the duty: %s', (kind) => {
    const asked = awaitedIn('OPEN', kind).map(({ role }) => role);
    expect(asked).toContain(ownerRole('REPORT', kind));
    expect(awaitedIn('REVISION_REQUESTED', kind).map(({ role }) => role)).toEqual(asked);
  });
});
