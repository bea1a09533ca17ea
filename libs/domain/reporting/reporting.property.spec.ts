import fc from 'fast-check';
import { personsOf, rowsOf, type Recorded } from '../kernel/index.ts';
import { given, recorded } from '../kernel/testing/spec.ts';
import type { ReportCommand } from './commands.ts';
import { decider } from './decide.ts';
import type { ReportEvent } from './events.ts';
import { BY_RECEIVER } from './rights.ts';
import { transitions, type ReportState } from './state.ts';
import * as story from './testing/stories.ts';

const both = { ...story.officer, personId: 'unit-officer' };
const everybodys: readonly ReportCommand[] = [
  ...[story.submit({ figures: {} }), story.submit(), story.submit({}, '2026-06-20T02:00:00.000Z')],
  ...[story.submit({ figures: {} }, story.IN_TIME, story.officer), story.consolidate(), story.consolidate([])],
  ...[story.sendBack(), story.sendBack({ dueOn: '2026-06-30' }), story.sendBack({}, both)],
  ...[story.approve(), story.approve(both), story.markConsolidated(), story.markConsolidated(2), story.close()],
  ...[story.reopen(), story.extend(), story.extend({ dueOn: '2026-08-01' })],
  ...[story.close(both), story.reopen({}, both), story.extend({ dueOn: '2026-08-02' }, both)],
];
/** Excusing ends a story, so it is rarer than the rest. */
const anyCommand = fc.oneof(
  { weight: 60, arbitrary: fc.constantFrom(...everybodys) },
  { weight: 1, arbitrary: fc.constant<ReportCommand>(story.excuse()) },
);
const anyStory = fc.tuple(
  fc.constantFrom(story.oblige('OWN'), story.oblige('CONSOLIDATED')),
  fc.array(anyCommand, { maxLength: 60, size: 'max' }),
);

interface Step {
  readonly before: ReportState;
  readonly command: ReportCommand;
  readonly events: readonly ReportEvent[];
  readonly after: ReportState;
  readonly history: readonly Recorded<ReportEvent>[];
}

const play = ([first, rest]: readonly [ReportCommand, readonly ReportCommand[]]): readonly Step[] => {
  const steps: Step[] = [];
  let before: ReportState = decider.initial;
  let history: readonly Recorded<ReportEvent>[] = [];
  for (const command of [first, ...rest]) {
    const outcome = decider.decide(command, before);
    const events = outcome.kind === 'accepted' ? outcome.events : [];
    const { actor, at: recordedAt } = command.meta;
    const written = events.map((event) => recorded(event, { actor, recordedAt }));
    history = [...history, ...written];
    const after = written.reduce(decider.evolve, before);
    steps.push({ before, command, events, after, history });
    before = after;
  }
  return steps;
};

const inEveryStep = (check: (step: Step) => void): void => {
  fc.assert(
    fc.property(anyStory, (asked) => {
      play(asked).forEach(check);
    }),
    { numRuns: 200 },
  );
};

const STATUSES = Object.keys(story.stories);

describe('random stories of a report', () => {
  it('reach every status, so that what follows is not said of nothing', () => {
    const stories = fc.sample(anyStory, { numRuns: 300, seed: 2026 });
    const reached = new Set(stories.flatMap(play).flatMap(({ before, after }) => [before.status, after.status]));
    expect([...reached].sort()).toEqual([...STATUSES].sort());
  });

  it('move only as the table says', () => {
    inEveryStep(({ before, command, events, after }) => {
      if (events.length === 0) {
        expect(after).toEqual(before);
        return;
      }
      const row = rowsOf(transitions).find(({ command: type }) => type === command.type);
      expect(events.map(({ type }) => type)).toEqual([row?.event]);
      expect(after.status).toBe(row?.to === 'same' ? before.status : row?.to);
    });
  });

  it('keep the original due date for ever, and move the other one only by an act that says so', () => {
    inEveryStep(({ before, events, after }) => {
      if (after.status === 'NONE') return;
      expect(after.originalDueOn).toBe('2026-06-15');
      if (before.status === 'NONE' || before.dueOn === after.dueOn) return;
      expect(['ReportExtended', 'ReportReturned', 'ReportReopened']).toContain(events[0]?.type);
    });
  });

  it('keep every closed version', () => {
    inEveryStep(({ before, after }) => {
      if (before.status === 'NONE' || after.status === 'NONE') return;
      expect(after.closedVersions.slice(0, before.closedVersions.length)).toEqual(before.closedVersions);
      if (after.version !== before.version) expect(after.closedVersions).toContain(before.version);
    });
  });

  it('keep four eyes: nobody examines what they submitted', () => {
    inEveryStep(({ events, command, history }) => {
      if (events.length === 0 || !BY_RECEIVER.includes(command.type)) return;
      const submitters = history.flatMap(({ type, meta }) => (type === 'ReportSubmitted' ? personsOf(meta.actor) : []));
      expect(submitters).not.toContain(command.meta.actor.personId);
    });
  });

  it('answer the same when asked again, and change nothing by deciding', () => {
    inEveryStep(({ before, command }) => {
      const untouched = structuredClone(before);
      expect(decider.decide(command, before)).toEqual(decider.decide(command, before));
      expect(before).toEqual(untouched);
    });
  });
});

describe('any events in any order', () => {
  const consolidated = [...story.madeConsolidated, recorded(story.continuedBy)];
  const events = [...Object.values(story.stories).flat(), ...story.reopenedStory, ...consolidated];

  it('are read without failing', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...events), { maxLength: 40 }), (history) => {
        expect(STATUSES).toContain(given(decider, ...history).state.status);
      }),
      { numRuns: 500 },
    );
  });
});
