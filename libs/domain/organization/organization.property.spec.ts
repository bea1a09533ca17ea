import fc from 'fast-check';
import { addDays } from '../kernel/index.ts';
import { commandMeta, recorded } from '../kernel/testing/spec.ts';
import { holdersAfter, emptyBook, evolveBook, personOf } from './person/appointments.ts';
import { valuesOf } from './sharded-map.ts';
import type { AppointmentBook } from './person/appointments.ts';
import type { PersonCommand } from './person/commands.ts';
import type { UnitCommand } from './unit/commands.ts';
import { decide as decidePerson, decider as personDecider } from './person/decide.ts';
import { decide as decideUnit, decider as unitDecider } from './unit/decide.ts';
import type { PersonEvent } from './person/events.ts';
import type { UnitEvent } from './unit/events.ts';
import { contains, lastsAfter, spansOf } from './periods.ts';
import { daysOf } from './person/state.ts';
import {
  allUnits,
  childrenAfter,
  emptyTree,
  everAbove,
  evolveTree,
  hasRoot,
  unitWithCode,
  lifeOf,
  pathOn,
  unitOf,
  type UnitTree,
} from './unit/tree.ts';

const meta = commandMeta({ actor: { personId: 'admin', role: 'SYSTEM_ADMIN', unitId: 'u0' } });
const UNITS = ['u0', 'u1', 'u2', 'u3', 'u4', 'u5'];
const LAST_DAY = 60;
const day = (n: number) => addDays('2026-01-01', n);

const unit = fc.constantFrom(...UNITS);
const when = fc.nat({ max: LAST_DAY }).map(day);

/** What somebody asks for; the facts are gathered when the turn comes. */
type Wish =
  | { readonly ask: 'establish'; readonly unitId: string; readonly parentId: string; readonly date: string }
  | { readonly ask: 'move'; readonly unitId: string; readonly parentId: string; readonly date: string }
  | { readonly ask: 'rename' | 'close'; readonly unitId: string; readonly date: string }
  | { readonly ask: 'appoint'; readonly unitId: string; readonly date: string; readonly until?: string };

const wish: fc.Arbitrary<Wish> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ ask: fc.constant('establish'), unitId: unit, parentId: unit, date: when }) },
  { weight: 5, arbitrary: fc.record({ ask: fc.constant('move'), unitId: unit, parentId: unit, date: when }) },
  { weight: 2, arbitrary: fc.record({ ask: fc.constantFrom('rename', 'close'), unitId: unit, date: when }) },
  {
    weight: 2,
    arbitrary: fc.record(
      { ask: fc.constant('appoint'), unitId: unit, date: when, until: when },
      { requiredKeys: ['ask', 'unitId', 'date'] },
    ),
  },
);

interface World {
  readonly tree: UnitTree;
  readonly book: AppointmentBook;
  readonly events: readonly (UnitEvent | PersonEvent)[];
}

const root: UnitEvent = {
  type: 'UnitEstablished',
  data: { unitId: 'u0', name: 'Gốc', kind: 'PROVINCE', from: day(0) },
};
const clerk: PersonEvent = { type: 'PersonEntered', data: { personId: 'clerk', name: 'Cán bộ' } };
const beginning: World = {
  tree: evolveTree(emptyTree, root),
  book: evolveBook(emptyBook, recorded(clerk)),
  events: [],
};

const unitCommand = (wished: Exclude<Wish, { ask: 'appoint' }>, { tree, book }: World): UnitCommand => {
  const { unitId, date } = wished;
  switch (wished.ask) {
    case 'establish': {
      const { parentId } = wished;
      const parent = lifeOf(tree, parentId);
      const data = { unitId, parentId, name: unitId, kind: 'UNIT', from: date } as const;
      const facts = { parent, rootExists: hasRoot(tree), codeTakenBy: unitWithCode(tree, '') };
      return { type: 'EstablishUnit', data, facts, meta };
    }
    case 'move': {
      const { parentId } = wished;
      const facts = { parent: lifeOf(tree, parentId), aboveParent: everAbove(tree, parentId, date) };
      return { type: 'MoveUnit', data: { parentId, from: date }, facts, meta };
    }
    case 'rename':
      return { type: 'RenameUnit', data: { name: `Tên ${date}`, from: date }, facts: {}, meta };
    case 'close': {
      const facts = {
        childrenAfter: childrenAfter(tree, unitId, date),
        holdersAfter: holdersAfter(book, unitId, date),
      };
      return { type: 'CloseUnit', data: { on: date, reason: 'Sáp nhập' }, facts, meta };
    }
  }
};

const grant = (world: World, wished: Wish, index: number): World => {
  if (wished.ask === 'appoint') {
    const { unitId, date, until } = wished;
    const document = { number: '1-QĐ', issuedOn: date };
    const command: PersonCommand = {
      type: 'AppointPerson',
      data: {
        appointmentId: `a${index}`,
        unitId,
        role: 'UNIT_OFFICER',
        from: date,
        document,
        ...(until === undefined ? {} : { until }),
      },
      facts: {
        ...{ unit: lifeOf(world.tree, unitId), beyondVoucher: false },
        ...{ throughThePerson: false, anotherAdministrator: true },
      },
      meta,
    };
    const outcome = decidePerson(command, personOf(world.book, 'clerk') ?? personDecider.initial);
    const events = outcome.kind === 'accepted' ? outcome.events : [];
    const book = events.map((event) => recorded(event)).reduce(evolveBook, world.book);
    return { ...world, book, events: [...world.events, ...events] };
  }
  const outcome = decideUnit(unitCommand(wished, world), unitOf(world.tree, wished.unitId) ?? unitDecider.initial);
  const events = outcome.kind === 'accepted' ? outcome.events : [];
  return { ...world, tree: events.reduce(evolveTree, world.tree), events: [...world.events, ...events] };
};

const history = (wishes: readonly Wish[]): World => wishes.reduce(grant, beginning);
const wishes = fc.array(wish, { maxLength: 60, size: 'max' });

describe('whatever administrators ask for, in any order', () => {
  it('on every day each unit leads up to the one root', () => {
    fc.assert(
      fc.property(wishes, (asked) => {
        const { tree } = history(asked);
        for (const { unitId } of allUnits(tree)) {
          for (let n = 0; n <= LAST_DAY + 1; n += 1) expect(pathOn(tree, unitId, day(n)).at(-1)).toBe('u0');
        }
      }),
    );
  });

  it("a unit's dates contain those of the units and the appointments in it", () => {
    fc.assert(
      fc.property(wishes, (asked) => {
        const { tree, book } = history(asked);
        for (const child of allUnits(tree)) {
          const spans = spansOf(child.parents, child.until).filter((under) => lastsAfter(under, day(-1)));
          for (const under of spans) expect(contains(lifeOf(tree, under.value)!, under)).toBe(true);
        }
        for (const { unitId, ...each } of [...valuesOf(book.people)].flatMap(({ appointments }) => appointments)) {
          expect(contains(lifeOf(tree, unitId)!, daysOf({ unitId, ...each }))).toBe(true);
        }
      }),
    );
  });

  it('the histories are rich: units move, close and are refused', () => {
    const sample = fc.sample(wishes, { numRuns: 300, seed: 7 }).map((asked) => history(asked).events);
    const types = new Set(sample.flat().map(({ type }) => type));
    expect([...types].sort()).toEqual(['PersonAppointed', 'UnitClosed', 'UnitEstablished', 'UnitMoved', 'UnitRenamed']);
  });

  it('events in any order, even senseless ones, move the state without failing', () => {
    fc.assert(
      fc.property(wishes, fc.infiniteStream(fc.nat()), (asked, numbers) => {
        const { events } = history(asked);
        const shuffled = [...events].sort(() => ((numbers.next().value ?? 0) % 3) - 1);
        for (const event of shuffled) {
          if ('unitId' in event.data && event.type !== 'PersonAppointed') {
            expect(() => unitDecider.evolve(unitDecider.initial, recorded(event as UnitEvent))).not.toThrow();
          }
        }
        const units = shuffled.filter((event): event is UnitEvent => event.type.startsWith('Unit'));
        const people = shuffled.filter((event): event is PersonEvent => !event.type.startsWith('Unit'));
        expect(() => units.reduce(evolveTree, emptyTree)).not.toThrow();
        expect(() => people.map((event) => recorded(event)).reduce(evolveBook, emptyBook)).not.toThrow();
      }),
    );
  });
});
