import fc from 'fast-check';
import type { DomainEvent, Recorded } from '../kernel/index.ts';
import { commandMeta, recorded, replay } from '../kernel/testing/spec.ts';
import type { DecisionCommand } from './commands.ts';
import { decide, decider } from './decide.ts';
import type { DecisionEvent } from './events.ts';
import type { NumberingEvent } from './numbering/events.ts';
import { decide as decideNumbering, decider as numberingDecider } from './numbering/decide.ts';
import type { NumberingCommand } from './numbering/commands.ts';
import { entryOf, nextNumber, numberOf, type NumberingState } from './numbering/state.ts';
import * as story from './testing/stories.ts';

const numberingCommand: fc.Arbitrary<NumberingCommand> = fc.oneof(
  fc
    .record({ decision: fc.nat(12), requested: fc.option(fc.integer({ min: -2, max: 40 }), { nil: undefined }) })
    .map(({ decision, requested }) =>
      story.reserveNumber({
        decisionId: `d${decision}`,
        ...(requested === undefined ? {} : { requested: { number: requested } }),
      }),
    ),
  fc
    .record({ number: fc.nat(40), use: fc.constantFrom('PENDING', 'ISSUED', 'RELEASED') })
    .map(({ number, use }) => story.voidNumber(number, use)),
);

const keepBook = (commands: readonly NumberingCommand[]): readonly NumberingEvent[] => {
  let state: NumberingState = numberingDecider.initial;
  const events: NumberingEvent[] = [];
  for (const command of commands) {
    const outcome = decideNumbering(command, state);
    if (outcome.kind === 'rejected') continue;
    events.push(...outcome.events);
    state = bookAfter(events);
  }
  return events;
};

const bookAfter = (events: readonly NumberingEvent[]): NumberingState =>
  events.reduce((state, event) => numberingDecider.evolve(state, recorded(event)), numberingDecider.initial);

describe('a number book, whatever is asked of it', () => {
  it('gives no number twice and leaves no gap unexplained', () => {
    fc.assert(
      fc.property(fc.array(numberingCommand, { maxLength: 60 }), (commands) => {
        const events = keepBook(commands);
        const given = events.flatMap((event) =>
          event.type === 'NumberReserved' ? [event.data.documentNumber.number] : [],
        );
        expect(new Set(given).size).toBe(given.length);
        const state = bookAfter(events);
        for (let number = 1; number < nextNumber(state); number += 1) expect(entryOf(state, number)).toBeDefined();
      }),
      { numRuns: 300 },
    );
  });

  it('gives a decision the same number however often it asks', () => {
    fc.assert(
      fc.property(fc.array(numberingCommand, { maxLength: 40 }), fc.nat(12), (commands, decision) => {
        const ask = story.reserveNumber({ decisionId: `d${decision}` });
        const once = bookAfter(keepBook([...commands, ask]));
        const twice = bookAfter(keepBook([...commands, ask, ask]));
        expect(numberOf(once, `d${decision}`)).toBeDefined();
        expect(twice).toEqual(once);
      }),
    );
  });
});

const resultArbitrary = fc
  .constantFrom('r1', 'r2', 'r3', 'r9')
  .chain((id) => fc.boolean().map((went) => (went ? story.applied(id) : story.rejected(id, 'changed-after-freeze'))));

const decisionCommand: fc.Arbitrary<DecisionCommand> = fc.oneof(
  fc.constantFrom<DecisionCommand>(
    story.draftDecision(),
    story.freezeDecision(),
    story.issueDecision(),
    story.issueDecision({}, { notCompetentFor: ['r1'] }),
  ),
  fc.constantFrom<DecisionCommand>(
    {
      type: 'RefuseNumber',
      data: { bookId: 'b1', documentNumber: { ...story.number446, number: 447 }, reason: 'x' },
      facts: {},
      meta: commandMeta({ actor: story.system }),
    },
    { type: 'CancelDraft', data: { reason: 'x' }, facts: {}, meta: commandMeta({ actor: story.officer }) },
  ),
  fc.array(resultArbitrary, { maxLength: 4 }).map((results) => story.recordResults(...results)),
);

const live = (commands: readonly DecisionCommand[]): readonly Recorded<DecisionEvent>[] => {
  const log: Recorded<DecisionEvent>[] = [];
  for (const command of commands) {
    const outcome = decide(command, replay(decider, log));
    if (outcome.kind === 'rejected') continue;
    const { actor } = command.meta;
    log.push(...outcome.events.map((event) => recorded(event, { actor })));
  }
  return log;
};

const typesOf = (events: readonly DomainEvent[]): readonly string[] => events.map(({ type }) => type);

describe('a decision, whatever is asked of it', () => {
  const opening = [story.draftDecision(), story.freezeDecision(), story.issueDecision()];

  it('is completed once, with each item answered exactly once', () => {
    const batches = fc.array(fc.array(fc.constantFrom('r1', 'r2', 'r3'), { maxLength: 4 }), { maxLength: 8 });
    fc.assert(
      fc.property(batches, (orders) => {
        const answers = orders.map((ids) => story.recordResults(...ids.map(story.applied)));
        const last = story.recordResults(...['r1', 'r2', 'r3'].map(story.applied));
        const log = live([...opening, ...answers, last, last]);
        const ids = log.flatMap((event) => (event.type === 'DecisionItemApplied' ? [event.data.id] : []));
        expect([...ids].sort()).toEqual(['r1', 'r2', 'r3']);
        expect(typesOf(log).filter((type) => type === 'DecisionCompleted')).toHaveLength(1);
        expect(typesOf(log).at(-1)).toBe('DecisionCompleted');
      }),
    );
  });

  it('answers for no item twice and is issued at most once', () => {
    fc.assert(
      fc.property(fc.array(decisionCommand, { maxLength: 30 }), (commands) => {
        const log = live(commands);
        const answered = log.flatMap((event) =>
          event.type === 'DecisionItemApplied' || event.type === 'DecisionItemRejected' ? [event.data.id] : [],
        );
        expect(new Set(answered).size).toBe(answered.length);
        expect(typesOf(log).filter((type) => type === 'DecisionIssued').length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 300 },
    );
  });

  it('changes nothing when the same is asked twice', () => {
    fc.assert(
      fc.property(fc.array(decisionCommand, { maxLength: 20 }), decisionCommand, (commands, command) => {
        const once = live([...commands, command]);
        expect(live([...commands, command, command])).toEqual(once);
      }),
    );
  });

  it('can be replayed from any events in any order', () => {
    const events = live([...opening, story.recordResults(story.applied('r1'), story.rejected('r2', 'x'))]);
    const all = [...events, ...story.cancelledStory, ...story.completedStory];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...all), { maxLength: 20 }), (history) => {
        expect(['NONE', 'DRAFT', 'FROZEN', 'ISSUED', 'COMPLETED', 'CANCELLED']).toContain(
          replay(decider, history).status,
        );
      }),
    );
  });
});
