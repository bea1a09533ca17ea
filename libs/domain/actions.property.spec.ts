import fc from 'fast-check';
import * as commendation from './commendation/index.ts';
import * as commended from './commendation/testing/stories.ts';
import * as decision from './decision/index.ts';
import * as decided from './decision/testing/stories.ts';
import {
  localDateOf,
  ROLES,
  type Actor,
  type Availability,
  type CommandMeta,
  type DomainEvent,
} from './kernel/index.ts';
import type { Decider, Rejected } from './kernel/index.ts';
import { recorded, replay } from './kernel/testing/spec.ts';
import * as registration from './registration/index.ts';
import { histories } from './registration/testing/history.ts';
import { order } from './registration/testing/orders.ts';
import { BODY } from './registration/testing/people.ts';
import { play, relaxed, throws } from './registration/testing/stories.ts';
import * as reporting from './reporting/index.ts';
import * as reported from './reporting/testing/stories.ts';

/**
 * What `actions` says against what becomes of the command, in many random lives.
 *
 * Left out: what the data of a command decide (a refusal with a pointer); whether a name is taken, an appraiser has come
 * to belong to the registering unit, or a successor is in force on the day that is named; how the facts are read; and the
 * acts that make something new, of which there is nothing yet to ask about.
 */
type Told = Availability<string> | undefined;
type Outcome = { readonly kind: 'accepted' } | Rejected;

/** Refusals without a pointer that hang on what is said. */
const SAID: readonly string[] = ['interest-already-declared', 'vote-counts-inconsistent', 'issuer-differs'];

interface Tally {
  allowed: number;
  refused: number;
}

const agree = ({ type }: { readonly type: string }, told: Told, outcome: Outcome, tally: Tally): void => {
  if (told === undefined) return;
  tally[told.allowed ? 'allowed' : 'refused'] += 1;
  if (!told.allowed && outcome.kind === 'accepted')
    throw new Error(`${type} was told to be refused (${told.reason}), and was accepted`);
  const known = outcome.kind === 'rejected' && outcome.pointer === undefined && !SAID.includes(outcome.reason);
  if (!told.allowed && known && told.reason !== outcome.reason)
    throw new Error(`${type} was told to be refused for ${told.reason}, and was for ${outcome.reason}`);
  if (told.allowed && known) throw new Error(`${type} was told to be allowed, and was refused: ${outcome.reason}`);
};

interface Asked {
  readonly type: string;
  readonly meta: CommandMeta;
}

const PERSONS = ['an', 'binh', 'chi'] as const;

/** What chance decides in one step of a life. */
interface Dice {
  readonly pick: number;
  readonly person: string;
  /** Mostly the one that a command takes. */
  readonly role: Actor['role'] | undefined;
}

const throwsOfALife: fc.Arbitrary<readonly Dice[]> = fc.array(
  fc.record({
    pick: fc.nat(),
    person: fc.constantFrom(...PERSONS),
    role: fc.option(fc.constantFrom(...ROLES), { freq: 5, nil: undefined }),
  }),
  { minLength: 30, maxLength: 30 },
);

const by = <Cmd extends Asked>(command: Cmd, { person: personId, role = command.meta.actor.role }: Dice): Cmd => ({
  ...command,
  meta: { ...command.meta, actor: { ...command.meta.actor, personId, role } },
});

/** A life: in each step everything is asked about for somebody, then they give one command. What ends it is rare. */
const live = <State, Event extends DomainEvent, Cmd extends Asked, Reason extends string>(
  { initial, evolve, decide }: Decider<State, Event, Cmd, Reason>,
  {
    samples,
    ending,
    dice,
  }: { readonly samples: readonly Cmd[]; readonly ending: RegExp; readonly dice: readonly Dice[] },
  toldOf: (state: State, command: Cmd) => Told,
  tally: Tally,
): void => {
  let state = initial;
  for (const chance of dice) {
    const asked = samples.map((command) => by(command, chance));
    for (const command of asked) agree(command, toldOf(state, command), decide(command, state), tally);
    const taken = asked
      .filter(({ type }) => chance.pick % 9 === 0 || !ending.test(type))
      .map((command) => ({ meta: command.meta, outcome: decide(command, state) }))
      .flatMap(({ meta, outcome }) => (outcome.kind === 'accepted' ? [{ meta, events: outcome.events }] : []));
    const given = taken[chance.pick % taken.length];
    if (given === undefined) continue;
    const { actor, at: recordedAt } = given.meta;
    for (const event of given.events) state = evolve(state, recorded<Event>(event, { actor, recordedAt }));
  }
};

/** Many lives; both answers are met often, or nothing was tested. */
const lives = <Life>(life: fc.Arbitrary<Life>, run: (life: Life, tally: Tally) => void, numRuns = 100): void => {
  const tally: Tally = { allowed: 0, refused: 0 };
  fc.assert(
    fc.property(life, (each) => {
      run(each, tally);
    }),
    { numRuns, seed: 2026 },
  );
  expect(Math.min(tally.allowed, tally.refused)).toBeGreaterThan(numRuns);
};

const alone = (actor: Actor) => ({ mine: [actor], everybody: [actor] });
const toldIn = (actions: object, type: string): Told => (actions as Readonly<Record<string, Told>>)[type];

type Existing = Exclude<registration.RegistrationState, { readonly status: 'NONE' }>;

/** The commands of people on a registration that is there. */
const TYPES = Object.keys(registration.rights).filter(
  (type) => type !== 'DraftRegistration' && !/ByDecision$|^RemoveAppraiser$|^MarkSourceRevoked$/u.test(type),
) as registration.ActionType[];

const surroundings = fc.record({
  ...{ cycleOpen: fc.boolean(), unitActive: fc.boolean(), adopts: fc.boolean(), last: fc.boolean() },
  colleague: fc.boolean(),
  deadline: fc.constantFrom('2026-03-31', '2099-12-31'),
  wrongRole: fc.constantFrom(...ROLES),
});

type Surroundings = typeof surroundings extends fc.Arbitrary<infer World> ? World : never;

const todayIn = (
  today: string,
  { cycleOpen, unitActive, adopts, last, deadline }: Surroundings,
): registration.Today => ({
  ...{ today, cycleOpen, regulation: relaxed, unitActive },
  deadlines: { REGISTRATION: deadline, DOSSIER: deadline, APPRAISAL: deadline },
  ...{ laterCycles: last ? [] : ['cycle-2027'], canAdopt: () => adopts },
});

/** Those for whom the answer may differ: a stranger, an author, a member of the team, who asked for a correction. */
const peopleIn = (state: Existing): readonly string[] => {
  const member = 'appraisal' in state ? state.appraisal.team[0]?.personId : undefined;
  const found = ['nobody', state.core.authors[0], member, state.core.requests[0]?.requestedBy[0]];
  return [...new Set(found.filter((each) => each !== undefined))];
};

/** A good command of the type, with the facts of the surroundings. */
const givenIn = (state: Existing, type: registration.ActionType, actor: Actor, day: string, world: Surroundings) => {
  const good = order(type, { actor, on: day });
  const { cycleOpen, unitActive, adopts, last, deadline, colleague: othersMayApprove } = world;
  const facts = {
    othersMayApprove,
    cycleOpen,
    unitActive,
    deadline,
    laterCycle: !last,
    actorCoversAdoptingUnit: adopts,
  };
  const known = Object.entries({ ...facts, regulation: relaxed }).filter(([name]) => name in good.facts);
  const correctionId = state.core.requests[0]?.correctionId;
  const data = correctionId !== undefined && 'correctionId' in good.data ? { correctionId } : {};
  return {
    ...good,
    data: { ...good.data, ...data },
    facts: { ...good.facts, ...Object.fromEntries(known) },
  } as registration.RegistrationCommand;
};

const COLLEAGUE: Actor = { personId: 'colleague', role: 'STANDING_BODY_OFFICER', unitId: BODY };

const askEverything = (state: Existing, day: string, world: Surroundings, tally: Tally): void => {
  const today = todayIn(day, world);
  for (const personId of peopleIn(state))
    for (const type of TYPES)
      for (const role of [registration.rights[type][0], world.wrongRole]) {
        if (role === undefined) continue;
        const actor = { personId, role, unitId: BODY };
        const others = world.colleague ? [COLLEAGUE] : [];
        const company = { mine: [actor], everybody: [actor, ...others], heads: [] };
        const actions = registration.availableActions(state, company, today, 'WHOLE');
        const command = givenIn(state, type, actor, day, world);
        agree(command, actions[type], registration.decide(command, state), tally);
      }
};

describe('what somebody is told to be allowed is not refused for what could be known, and what not, is refused', () => {
  it('in the life of a registration, whatever the day, the cycle and the unit', () => {
    lives(
      fc.tuple(throws, surroundings),
      ([story, world], tally) => {
        for (const { before, command } of play(story))
          if (before.status !== 'NONE') askEverything(before, localDateOf(command.meta.at), world, tally);
      },
      5,
    );
    const told = Object.values(histories).map((history) => replay(registration.decider, history));
    lives(
      fc.tuple(fc.constantFrom('2026-03-02', '2026-09-20', '2026-12-02'), surroundings),
      ([day, world], tally) => {
        for (const state of told) if (state.status !== 'NONE') askEverything(state, day, world, tally);
      },
      20,
    );
  });

  it('in the life of a commendation, whether or not a body may decide on it', () => {
    lives(fc.tuple(throwsOfALife, fc.boolean()), ([dice, hasCompetentBody], tally) => {
      const samples: readonly commendation.CommendationCommand[] = [
        ...[commended.propose(), commended.revise(), commended.sendBack(), commended.verify(), commended.review()],
        ...[commended.review({ favourable: false }), commended.submit(hasCompetentBody), commended.award()],
        ...[commended.refuse(), commended.markRevoked(), commended.settle(), commended.withdraw()],
      ];
      live(
        commendation.decider,
        { samples, ending: /^Withdraw|^Refuse/u, dice },
        (state, { type, meta }) =>
          state.status === 'NONE'
            ? undefined
            : toldIn(commendation.availableActions(state, alone(meta.actor), { hasCompetentBody }), type),
        tally,
      );
    });
  });

  it('in the life of a decision, whatever its items say', () => {
    const world = fc.record({
      fit: fc.boolean(),
      competent: fc.boolean(),
      changed: fc.boolean(),
      part: fc.constantFrom('an', 'binh', undefined),
    });
    const meta = decided.freezeDecision().meta;
    const number = { bookId: 'b1', documentNumber: { ...decided.number446, number: 447 }, reason: 'Hỏng phôi' };
    lives(fc.tuple(throwsOfALife, world), ([dice, { fit, competent, changed, part }], tally) => {
      const refused = { reason: 'wrong-status' };
      const today: decision.Today = {
        items: decided.itemFacts().map((item) => (fit || item.id !== 'r2' ? item : { ...item, refused })),
        notCompetentFor: competent ? [] : ['r2'],
        competentBodies: [],
        ...{ changed: changed ? ['Mô hình'] : [], allChanged: changed },
        itemPersons: part === undefined ? [] : [{ id: 'r1', part: 'APPRAISED', personIds: [part] }],
        holdsNumber: true,
      };
      const samples: readonly decision.DecisionCommand[] = [
        ...[decided.draftDecision(), decided.freezeDecision({ items: today.items }), decided.issueDecision({}, today)],
        decided.recordResults(decided.applied('r1'), decided.applied('r2'), decided.applied('r3')),
        decided.filePaper(decided.scan(decided.SHA)),
        { type: 'RefuseNumber', data: number, facts: {}, meta },
        { type: 'CancelDraft', data: { reason: 'Nhầm' }, facts: {}, meta },
      ];
      live(
        decision.decider,
        { samples, ending: /^Cancel/u, dice },
        (state, { type, meta: { actor } }) =>
          state.status === 'NONE' ? undefined : toldIn(decision.availableActions(state, alone(actor), today), type),
        tally,
      );
    });
  });

  it('in the life of a report of its own or made of others, before and after its period', () => {
    const kinds = fc.constantFrom('OWN' as const, 'CONSOLIDATED' as const);
    const day = fc.constantFrom('2026-05-01T02:00:00.000Z', reported.IN_TIME);
    const below = fc.constantFrom(reported.children, []);
    lives(fc.tuple(throwsOfALife, kinds, day, below), ([dice, kind, at, children], tally) => {
      const submit = reported.submit({ figures: {} }, at);
      const samples: readonly reporting.ReportCommand[] = [
        ...[reported.oblige(kind), { ...submit, facts: { ...submit.facts, children } }, reported.consolidate(children)],
        ...[reported.sendBack(), reported.approve(), reported.markConsolidated(), reported.close()],
        ...[reported.reopen(), reported.excuse(), reported.extend()],
      ];
      live(
        reporting.decider,
        { samples, ending: /^Excuse/u, dice },
        (state, { type, meta: { actor } }) => {
          if (state.status === 'NONE') return undefined;
          const company = { forUnit: alone(actor), forReceiver: alone(actor) };
          return toldIn(reporting.availableActions(state, company, localDateOf(at), children), type);
        },
        tally,
      );
    });
  });
});
