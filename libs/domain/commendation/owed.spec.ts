import type { Recorded } from '../kernel/index.ts';
import { by, replay } from '../kernel/testing/spec.ts';
import { availableActions } from './available-actions.ts';
import { decider } from './decide.ts';
import type { CommendationEvent } from './events.ts';
import { awaitedIn, NOTHING_WAITS, waitingAfter } from './owed.ts';
import { markedRevoked, officer, onModel, settled, stories, submittedStory, system } from './testing/stories.ts';

const acts = (history: readonly Recorded<CommendationEvent>[]) => {
  const state = replay(decider, history);
  if (state.status === 'NONE') return [];
  return awaitedIn(state.status, history.reduce(waitingAfter, NOTHING_WAITS));
};

describe('what a commendation waits for', () => {
  it.each(Object.entries(stories))('may be done by whom it waits for, and not by who proposed it: %s', (_, history) => {
    const state = replay(decider, history);
    if (state.status === 'NONE') return;
    for (const { command, role, besides = [] } of acts(history)) {
      if (command === 'DraftDecision' || command === 'AttendCouncil') continue;
      const may = (personId: string) => {
        const mine = [{ personId, role, unitId: 'anywhere' }];
        return availableActions(state, { mine, everybody: [] }, { hasCompetentBody: true })[command].allowed;
      };
      expect([command, may('anybody'), besides.map(may)]).toEqual([command, true, besides.map(() => false)]);
    }
  });

  it('is examined by others than who proposed it, and decided as the council spoke, once at a time', () => {
    expect(acts(stories.PROPOSED)).toMatchObject([{ command: 'VerifyCommendation', besides: ['unit-officer'] }]);
    const drafting = { command: 'DraftDecision', role: 'STANDING_BODY_OFFICER', hangsOn: 'WHILE_NONE' };
    expect(acts(stories.SUBMITTED)).toEqual([{ ...drafting, act: 'COMMEND' }]);
    expect(acts(submittedStory(onModel, false))).toEqual([{ ...drafting, act: 'REFUSE_COMMENDATION' }]);
  });

  it('cannot be awarded any more once the model was revoked: it is refused or, where it was awarded, cancelled', () => {
    const revoked = by(system)<CommendationEvent>(markedRevoked);
    const leftToStand = by(officer)<CommendationEvent>(settled);
    const told = (...history: readonly Recorded<CommendationEvent>[]) =>
      acts(history).map(({ command, act }) => [command, act ?? ''].join(' ').trim());
    const settle = 'SettleRevokedAchievement';
    expect(told(...stories.SUBMITTED, ...revoked)).toEqual(['DraftDecision REFUSE_COMMENDATION', settle]);
    expect(told(...stories.SUBMITTED, ...revoked, ...leftToStand)).toEqual(['DraftDecision REFUSE_COMMENDATION']);
    expect(told(...stories.VERIFIED, ...revoked, ...stories.SUBMITTED.slice(2))).toContain(
      'DraftDecision REFUSE_COMMENDATION',
    );
    expect(told(...stories.AWARDED, ...revoked)).toEqual([settle, 'DraftDecision CANCEL_COMMENDATION']);
    expect(told(...stories.AWARDED, ...revoked, ...leftToStand)).toEqual([]);
  });

  it('names the body it was submitted to', () => {
    expect(stories.SUBMITTED.reduce(waitingAfter, NOTHING_WAITS).toUnitId).toBe('province');
  });
});
