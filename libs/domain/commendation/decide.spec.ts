import fc from 'fast-check';
import { isAllowed, ROLES, type Recorded } from '../kernel/index.ts';
import { commandMeta, given, recorded, replay, stepsOf } from '../kernel/testing/spec.ts';
import type { CommendationCommand } from './commands.ts';
import { decide, decider } from './decide.ts';
import type { CommendationEvent } from './events.ts';
import { rights } from './rights.ts';
import * as story from './testing/stories.ts';
import { transitions } from './state.ts';

const commands: readonly CommendationCommand[] = [
  story.propose(),
  story.revise(),
  story.sendBack(),
  story.verify(),
  story.review(),
  story.submit(),
  story.withdraw(),
  story.award(),
  story.refuse(),
  story.cancel(),
  story.markRevoked(),
  story.settle(),
];
const statuses = Object.keys(story.stories) as (keyof typeof story.stories)[];

describe('who may act on a commendation, and when', () => {
  const strangers = commands.flatMap((command) =>
    [...ROLES, 'SYSTEM' as const]
      .filter((role) => !rights[command.type].includes(role))
      .map((role) => ({ command, role, type: command.type })),
  );

  it.each(strangers)('$role may not $type', ({ command, role }) => {
    const meta = commandMeta({ actor: { ...story.officer, role } });
    given(decider)
      .when({ ...command, meta })
      .thenRejected('role-not-allowed');
  });

  const wrong = commands.flatMap((command) =>
    statuses
      .filter((status) => !isAllowed(transitions, command.type, status))
      .map((status) => ({ command, status, type: command.type })),
  );

  it.each(wrong)('one that is $status refuses $type, unless that is done already', ({ command, status }) => {
    const { when } = given(decider, ...story.stories[status]);
    const done = { AWARDED: 'AwardByDecision', NOT_AWARDED: 'RefuseByDecision', CANCELLED: 'CancelByDecision' };
    const isDone = Object.entries(done).some(([at, type]) => at === status && type === command.type);
    if (isDone) when(command).thenNothing();
    else when(command).thenRejected('wrong-status', { params: { status } });
  });

  it.each(stepsOf(transitions).filter(({ event }) => event !== 'AchievementCommended'))(
    '$command leads from $from to $to by $event',
    ({ command, event, from, to }) => {
      const marked = command === 'SettleRevokedAchievement' ? [recorded(story.markedRevoked)] : [];
      const history = [...story.stories[from], ...marked];
      const { outcome } = given(decider, ...history).when(
        commands.find(({ type }) => type === command) ?? story.propose(),
      );
      const events = outcome.kind === 'accepted' ? outcome.events : [];
      expect(events.map(({ type }) => type)).toEqual([event]);
      const after = [...history, ...events.map((each: CommendationEvent) => recorded(each))];
      expect(given(decider, ...after).state.status).toBe(to);
    },
  );
});

describe('a commendation, whatever is asked of it', () => {
  const live = (asked: readonly CommendationCommand[]): readonly Recorded<CommendationEvent>[] => {
    const log: Recorded<CommendationEvent>[] = [];
    for (const command of asked) {
      const outcome = decide(command, replay(decider, log));
      if (outcome.kind === 'rejected') continue;
      log.push(...outcome.events.map((event) => recorded(event, { actor: command.meta.actor })));
    }
    return log;
  };
  const anyCommand = fc.constantFrom(...commands, story.propose({ achievement: story.onWork }), story.cancel('x'));

  it('is awarded at most once, and only after it was verified, reviewed and submitted', () => {
    fc.assert(
      fc.property(fc.array(anyCommand, { maxLength: 40 }), (asked) => {
        const types = live(asked).map(({ type }) => type);
        const at = types.findIndex((type) => type === 'ModelCommended' || type === 'AchievementCommended');
        const steps = ['CommendationVerified', 'CouncilReviewRecorded', 'CommendationSubmitted'] as const;
        for (const step of at < 0 ? [] : steps) expect(types.slice(0, at)).toContain(step);
        expect(
          types.filter((type) => type === 'ModelCommended' || type === 'AchievementCommended').length,
        ).toBeLessThan(2);
      }),
      { numRuns: 300 },
    );
  });

  it('changes nothing when the same is asked twice', () => {
    fc.assert(
      fc.property(fc.array(anyCommand, { maxLength: 20 }), anyCommand, (asked, command) => {
        expect(live([...asked, command, command])).toEqual(live([...asked, command]));
      }),
    );
  });

  it('can be replayed from any events in any order', () => {
    const events = Object.values(story.stories).flat();
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...events), { maxLength: 20 }), (history) => {
        expect(statuses).toContain(given(decider, ...history).state.status);
      }),
    );
  });
});
