import { replay } from '../kernel/testing/spec.ts';
import { decider } from './decide.ts';
import { awaitedIn, dueBy, dueOnAfter, NOTHING_WAITS, ownerRole, waitingAfter } from './owed.ts';
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
    const asked = awaitedIn('OPEN', kind, NOTHING_WAITS).map(({ role }) => role);
    expect(asked).toContain(ownerRole('REPORT', kind));
    expect(awaitedIn('REVISION_REQUESTED', kind, NOTHING_WAITS).map(({ role }) => role)).toEqual(asked);
  });

  it('one that is made of others: to be made once one of those is approved, then to be handed in or made anew', () => {
    const body = { role: 'STANDING_BODY_OFFICER' };
    expect(awaitedIn('OPEN', 'CONSOLIDATED', NOTHING_WAITS)).toEqual([
      { command: 'ConsolidateReports', ...body, hangsOn: 'ONCE_THERE' },
    ]);
    const made = madeConsolidated.reduce(waitingAfter, NOTHING_WAITS);
    expect(awaitedIn('OPEN', 'CONSOLIDATED', made)).toEqual([
      { command: 'ConsolidateReports', ...body },
      { command: 'SubmitReport', ...body },
    ]);
    expect(reopenedStory.reduce(waitingAfter, made).consolidated).toBe(false);
  });

  it('nobody examines what they handed in', () => {
    const submitted = stories.SUBMITTED.reduce(waitingAfter, NOTHING_WAITS);
    expect(awaitedIn('SUBMITTED', 'OWN', submitted)).toMatchObject([{ besides: ['unit-officer'] }]);
  });
});
