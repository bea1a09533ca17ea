import fc from 'fast-check';
import { addDays, type Role } from '../kernel/index.ts';
import { commandMeta, recorded } from '../kernel/testing/spec.ts';
import type { CycleCommand } from './cycle/commands.ts';
import type { RegulationCommand } from './commands.ts';
import { decide as decideCycle, decider as cycleDecider } from './cycle/decide.ts';
import { decide as decideRegulation, decider as regulationDecider } from './decide.ts';
import { inOrder } from './cycle/deadlines.ts';
import { CYCLE_STEPS, type CycleEvent } from './cycle/events.ts';
import type { RegulationEvent } from './events.ts';
import { exampleRegulation } from './example/regulation.ts';
import { inForceOn, type RegulationState } from './state.ts';
import { validate } from './validation/validate.ts';

const day = fc.nat({ max: 400 }).map((n) => addDays('2026-01-01', n));
const sound = exampleRegulation(2026);
const content = fc.constantFrom(sound, { ...sound, title: '' }, { ...sound, fields: [] });
const metaOf = (role: Role) =>
  fc
    .constantFrom('an', 'binh')
    .map((personId) => commandMeta({ actor: { personId, role, unitId: 'p' }, at: '2026-12-31T01:00:00.000Z' }));
const officer = metaOf('STANDING_BODY_OFFICER');
const signer = metaOf('DECISION_SIGNER');
const kind = <T extends string>(type: T) => fc.constant(type);

const successor: RegulationState = {
  status: 'PUBLISHED',
  regulationId: 'r2',
  unitId: 'p',
  content: sound,
  authors: ['an'],
  number: '2',
  issuedOn: '2026-06-01',
  from: '2026-06-01',
  publishedBy: 'binh',
  warnings: [],
};

const regulationCommand: fc.Arbitrary<RegulationCommand> = fc.oneof(
  fc.record({
    type: kind('DraftRegulation'),
    data: fc.record({ regulationId: fc.constant('r1'), unitId: fc.constant('p'), content }),
    facts: fc.record({ unitActive: fc.boolean() }),
    meta: officer,
  }),
  fc.record({ type: kind('ReviseRegulation'), data: fc.record({ content }), facts: fc.constant({}), meta: officer }),
  fc.record({
    type: kind('PublishRegulation'),
    data: fc.record({ number: fc.constant('1'), issuedOn: day, from: day, illustrative: fc.constant(true) }),
    facts: fc.constant({ unitKinds: [], eligible: [] }),
    meta: signer,
  }),
  fc.record({
    type: kind('SupersedeRegulation'),
    data: fc.record({ byRegulationId: fc.constant('r2'), from: day }),
    facts: fc.constantFrom({ successor }, { successor: undefined }),
    meta: signer,
  }),
);

const amendment: fc.Arbitrary<RegulationCommand> = fc.record({
  type: kind('AmendCalendar'),
  data: fc.record({
    addedHolidays: fc.array(fc.record({ date: day, name: fc.constantFrom('Tết', 'Giỗ Tổ') }), { maxLength: 3 }),
    removedHolidays: fc.array(fc.constantFrom(...sound.calendar.holidays), { maxLength: 1 }),
    addedMakeUpDays: fc.array(day, { maxLength: 3 }),
    document: fc.constant({ number: '345/TB', issuedOn: '2026-01-02' }),
  }),
  facts: fc.constant({}),
  meta: signer,
});

const commands = fc.array(fc.oneof({ weight: 4, arbitrary: regulationCommand }, { weight: 1, arbitrary: amendment }), {
  maxLength: 40,
  size: 'max',
});

const playRegulation = (asked: readonly RegulationCommand[]): readonly RegulationState[] => {
  const states: RegulationState[] = [regulationDecider.initial];
  for (const command of asked) {
    const before = states.at(-1)!;
    const outcome = decideRegulation(command, before);
    const events = outcome.kind === 'accepted' ? outcome.events : [];
    states.push(events.map((event) => recorded(event, command.meta as never)).reduce(regulationDecider.evolve, before));
  }
  return states;
};

describe('whatever is asked of a regulation, in any order', () => {
  it('what is in force is sound, written and published by two people, and only its calendar ever changes', () => {
    fc.assert(
      fc.property(commands, (asked) => {
        const inForce = playRegulation(asked).flatMap((state) =>
          state.status === 'PUBLISHED' || state.status === 'SUPERSEDED' ? [state] : [],
        );
        for (const state of inForce) {
          expect(validate(state.content)).toEqual([]);
          expect(state.authors).not.toContain(state.publishedBy);
          expect({ ...state.content, calendar: null }).toEqual({ ...inForce[0]?.content, calendar: null });
          expect(inForceOn(state, state.from)).toBe(true);
        }
      }),
    );
  });

  it('the stories reach every status', () => {
    const stories = fc.sample(commands, { numRuns: 200, seed: 3 });
    const reached = new Set(stories.flatMap(playRegulation).map(({ status }) => status));
    expect([...reached].sort()).toEqual(['DRAFT', 'NONE', 'PUBLISHED', 'SUPERSEDED']);
    const calendars = stories.flatMap(playRegulation).filter((state) => state.status === 'PUBLISHED');
    expect(new Set(calendars.map(({ content: { calendar } }) => calendar.holidays.length)).size).toBeGreaterThan(3);
  });
});

const opened: CycleEvent = {
  type: 'CycleOpened',
  data: {
    cycleId: 'c1',
    unitId: 'p',
    name: 'Năm 2026',
    year: 2026,
    movement: 'Dân vận khéo',
    regulationId: 'r1',
    registrationDeadline: '2026-03-31',
    dossierDeadline: '2026-06-30',
    appraisalDeadline: '2026-09-30',
  },
};
const cycleCommand: fc.Arbitrary<CycleCommand> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      type: kind('ExtendDeadline'),
      data: fc.record({
        step: fc.constantFrom(...CYCLE_STEPS),
        dueOn: day,
        reason: fc.constant('Mưa lũ'),
        document: fc.constant({ number: '1', issuedOn: '2026-01-01' }),
      }),
      facts: fc.constant({}),
      meta: officer,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: kind('CloseCycle'),
      data: fc.constant({ reason: 'x' }),
      facts: fc.constant({}),
      meta: officer,
    }),
  },
);

describe('whatever is asked of a cycle, in any order', () => {
  it('deadlines stay in order, only move later, and keep their original day', () => {
    fc.assert(
      fc.property(fc.array(cycleCommand, { maxLength: 30, size: 'max' }), (commands) => {
        let state = cycleDecider.evolve(cycleDecider.initial, recorded(opened));
        for (const command of commands) {
          const outcome = decideCycle(command, state);
          const events = outcome.kind === 'accepted' ? outcome.events : [];
          const next = events.map((event) => recorded(event)).reduce(cycleDecider.evolve, state);
          if (state.status === 'NONE' || next.status === 'NONE') throw new Error('the cycle was opened');
          expect(inOrder(next.deadlines)).toBe(true);
          for (const step of CYCLE_STEPS) {
            expect(next.deadlines[step].dueOn >= state.deadlines[step].dueOn).toBe(true);
            expect(next.deadlines[step].originalDueOn).toBe(state.deadlines[step].originalDueOn);
          }
          state = next;
        }
      }),
    );
  });

  it('events in any order move the states without failing', () => {
    const regulationEvents: readonly RegulationEvent[] = [
      { type: 'RegulationDrafted', data: { regulationId: 'r1', unitId: 'p', content: sound } },
      { type: 'RegulationRevised', data: { regulationId: 'r1', content: sound } },
      {
        type: 'RegulationPublished',
        data: { regulationId: 'r1', number: '1', issuedOn: '2026-01-01', from: '2026-01-01', warnings: [] },
      },
      { type: 'RegulationSuperseded', data: { regulationId: 'r1', byRegulationId: 'r2', from: '2027-01-01' } },
    ];
    const cycleEvents: readonly CycleEvent[] = [opened, { type: 'CycleClosed', data: { cycleId: 'c1', reason: 'x' } }];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...regulationEvents)),
        fc.array(fc.constantFrom(...cycleEvents)),
        (regulations, cycles) => {
          const regulation = regulations
            .map((e) => recorded(e))
            .reduce(regulationDecider.evolve, regulationDecider.initial);
          const cycle = cycles.map((e) => recorded(e)).reduce(cycleDecider.evolve, cycleDecider.initial);
          expect([regulation.status, cycle.status].every((status) => typeof status === 'string')).toBe(true);
        },
      ),
    );
  });
});
