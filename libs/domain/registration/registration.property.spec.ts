import fc from 'fast-check';
import { personsOf, rowsOf, type Recorded } from '../kernel/index.ts';
import { replay } from '../kernel/testing/spec.ts';
import { decider } from './decide.ts';
import type { RegistrationEvent } from './events.ts';
import { STATUSES } from './status.ts';
import { histories } from './testing/history.ts';
import { play, throws, type Step } from './testing/stories.ts';
import { transitions } from './transitions.ts';

/** Checks every step of many random stories. */
const inEveryStep = (check: (step: Step) => void): void => {
  fc.assert(
    fc.property(throws, (story) => {
      play(story).forEach(check);
    }),
    { numRuns: 60 },
  );
};

/** Checks how many random stories stand when they end: for what cannot be undone later. */
const atTheEnd = (check: (step: Step) => void): void => {
  fc.assert(
    fc.property(throws, (story) => {
      play(story).slice(-1).forEach(check);
    }),
    { numRuns: 400 },
  );
};

type History = readonly Recorded<RegistrationEvent>[];

const acted = (history: History, ...types: readonly RegistrationEvent['type'][]): readonly string[] =>
  history.filter(({ type }) => types.includes(type)).flatMap(({ meta }) => personsOf(meta.actor));

const lastOf = <Type extends RegistrationEvent['type']>(history: History, type: Type) =>
  history.filter((event): event is Extract<Recorded<RegistrationEvent>, { type: Type }> => event.type === type).at(-1);

describe('random stories of a registration', () => {
  it('reach every status, so that what follows is not said of nothing', () => {
    const stories = fc.sample(throws, { numRuns: 2000, seed: 2026 });
    const reached = new Set(stories.flatMap(play).flatMap(({ before, after }) => [before.status, after.status]));
    expect([...reached].sort()).toEqual([...STATUSES].sort());
  });

  it('move only as the table says', () => {
    inEveryStep(({ before, command, outcome, after }) => {
      if (outcome.kind === 'rejected' || outcome.events.length === 0) {
        expect(after).toEqual(before);
        return;
      }
      const row = rowsOf(transitions).find((each) => each.command === command.type);
      expect(outcome.events.map(({ type }) => type)).toEqual([row?.event]);
      expect(after.status).toBe(row?.to === 'same' ? before.status : row?.to);
    });
  });

  it('keep the regulation that was pinned at the registration', () => {
    inEveryStep(({ after, history }) => {
      if ('regulationId' in after) {
        expect(after.regulationId).toBe(lastOf(history, 'ModelRegistered')?.data.regulationId);
        expect(history.filter(({ type }) => type === 'ModelRegistered')).toHaveLength(1);
      }
    });
  });

  it('recognize only after a passed appraisal and a passed vote', () => {
    atTheEnd(({ history }) => {
      const recognized = history.findIndex(({ type }) => type === 'ModelRecognized');
      if (recognized === -1) return;
      const before = history.slice(0, recognized);
      const order = before.map(({ type }) => type);
      expect(lastOf(before, 'ModelAppraised')?.data.result.passed).toBe(true);
      expect(lastOf(before, 'VoteHeld')?.data.passed).toBe(true);
      expect(order.lastIndexOf('VoteHeld')).toBeGreaterThan(order.lastIndexOf('ModelAppraised'));
    });
  });

  it('keep four eyes: no author appraises', () => {
    atTheEnd(({ history }) => {
      const authors = acted(
        history,
        ...(['RegistrationDrafted', 'RegistrationRevised', 'RegistrationSubmitted'] as const),
        ...(['RecognitionRequested', 'SupplementProvided'] as const),
      );
      expect(acted(history, 'ModelScored').filter((person) => authors.includes(person))).toEqual([]);
    });
  });

  it('keep four eyes: no appraiser signs', () => {
    inEveryStep(({ command, outcome, history }) => {
      if (outcome.kind === 'rejected' || !('signerId' in command.facts)) return;
      expect(acted(history, 'ModelScored')).not.toContain(command.facts.signerId);
    });
  });

  it('keep four eyes: nobody examines what they drafted or submitted, nor approves a correction they asked for', () => {
    inEveryStep(({ command, outcome, history }) => {
      if (outcome.kind === 'rejected') return;
      const { personId } = command.meta.actor;
      const before = history.slice(0, -1);
      if (['AcceptRegistration', 'ReturnRegistration', 'DeclineRegistration'].includes(command.type))
        expect(acted(before, 'RegistrationDrafted', 'RegistrationRevised', 'RegistrationSubmitted')).not.toContain(
          personId,
        );
      const [corrected] = outcome.events;
      if (corrected?.type === 'EntryCorrected') expect(corrected.data.requestedBy).not.toContain(personId);
    });
  });

  it('count no score of anybody with a conflict of interest', () => {
    atTheEnd(({ history }) => {
      const concluded = history.findLastIndex(({ type }) => type === 'ModelAppraised');
      const conflicted = history
        .slice(0, Math.max(concluded, 0))
        .flatMap((event) => (event.type === 'InterestDeclared' && event.data.conflict ? [event.data.personId] : []));
      const counted = lastOf(history, 'ModelAppraised')?.data.scores.map(({ personId }) => personId) ?? [];
      expect(counted.filter((person) => conflicted.includes(person))).toEqual([]);
    });
  });

  it('are the same when told again: deciding changes nothing and answers the same', () => {
    inEveryStep(({ before, command, outcome, after, history }) => {
      const untouched = structuredClone(before);
      expect(decider.decide(command, before)).toEqual(outcome);
      expect(before).toEqual(untouched);
      expect(replay(decider, history)).toEqual(after);
    });
  });
});

describe('any events in any order', () => {
  const events: History = [...new Set(Object.values(histories).flat())];

  it('are read without failing, each counted once something was drafted', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...events), { maxLength: 60 }), (history) => {
        const state = replay(decider, history);
        expect(STATUSES).toContain(state.status);
        const drafted = history.findIndex(({ type }) => type === 'RegistrationDrafted');
        const counted = state.status === 'NONE' ? 0 : state.core.entries;
        expect(counted).toBe(drafted === -1 ? 0 : history.length - drafted);
      }),
      { numRuns: 500 },
    );
  });
});
