import { recorded } from '../../kernel/testing/spec.ts';
import type { PersonEvent } from '../person/events.ts';
import type { UnitEvent, UnitKind } from './events.ts';
import { holdersAfter, emptyBook, evolveBook, holdersOf, rightsAt } from '../person/appointments.ts';
import { valuesOf } from '../sharded-map.ts';
import {
  allUnits,
  childrenAfter,
  childrenOn,
  descendantsOn,
  emptyTree,
  everAbove,
  evolveTree,
  hasRoot,
  unitWithCode,
  isWithin,
  kindOf,
  lifeOf,
  pathOn,
  unitOn,
} from './tree.ts';

const established = (
  unitId: string,
  kind: UnitKind,
  parentId?: string,
  rest: { readonly adminUnitCode?: string; readonly from?: string } = {},
): UnitEvent => ({
  type: 'UnitEstablished',
  data: {
    unitId,
    name: `Đơn vị ${unitId}`,
    kind,
    from: '2025-07-01',
    ...(parentId === undefined ? {} : { parentId }),
    ...rest,
  },
});
const renamed = (unitId: string, name: string, from: string): UnitEvent => ({
  type: 'UnitRenamed',
  data: { unitId, name, from },
});
const moved = (unitId: string, parentId: string, from: string): UnitEvent => ({
  type: 'UnitMoved',
  data: { unitId, parentId, from },
});
const closed = (unitId: string, on: string): UnitEvent => ({
  type: 'UnitClosed',
  data: { unitId, on, reason: 'Sáp nhập' },
});

/** A province with two communes; the hamlet moves from the first to the second on 2026-03-01, the first closes. */
const tree = [
  established('province', 'PROVINCE', undefined, { adminUnitCode: '01' }),
  established('first', 'COMMUNE', 'province', { adminUnitCode: '00001' }),
  established('second', 'COMMUNE', 'province', { adminUnitCode: '00002' }),
  established('hamlet', 'UNIT', 'first', { from: '2025-09-01' }),
  moved('hamlet', 'second', '2026-03-01'),
  renamed('second', 'Phường Hai', '2026-01-01'),
  closed('first', '2026-06-30'),
].reduce(evolveTree, emptyTree);

describe('the tree of units', () => {
  it('shows a unit as it was on a day: name, place and whether it is active', () => {
    expect(unitOn(tree, 'hamlet', '2026-02-28')).toEqual({
      unitId: 'hamlet',
      name: 'Đơn vị hamlet',
      kind: 'UNIT',
      parentId: 'first',
      from: '2025-09-01',
      active: true,
    });
    expect(unitOn(tree, 'hamlet', '2026-03-01')?.parentId).toBe('second');
    expect(unitOn(tree, 'second', '2025-12-31')?.name).toBe('Đơn vị second');
    expect(unitOn(tree, 'second', '2026-01-01')?.name).toBe('Phường Hai');
    expect(unitOn(tree, 'first', '2026-06-30')).toMatchObject({ active: true, adminUnitCode: '00001' });
    expect(unitOn(tree, 'first', '2026-07-01')).toMatchObject({ active: false, until: '2026-06-30' });
    expect(unitOn(tree, 'hamlet', '2025-08-31')?.active).toBe(false);
    expect(unitOn(tree, 'nowhere', '2026-01-01')).toBeUndefined();
  });

  it('leads from a unit to the root by the places of that day', () => {
    expect(pathOn(tree, 'hamlet', '2026-02-28')).toEqual(['hamlet', 'first', 'province']);
    expect(pathOn(tree, 'hamlet', '2026-03-01')).toEqual(['hamlet', 'second', 'province']);
    expect(pathOn(tree, 'nowhere', '2026-03-01')).toEqual([]);
  });

  it('keeps each commune to what is its own on the day', () => {
    expect(isWithin(tree, 'hamlet', 'first', '2026-02-28')).toBe(true);
    expect(isWithin(tree, 'hamlet', 'first', '2026-03-01')).toBe(false);
    expect(isWithin(tree, 'hamlet', 'province', '2026-03-01')).toBe(true);
    expect(isWithin(tree, 'hamlet', 'hamlet', '2026-03-01')).toBe(true);
    expect(isWithin(tree, 'province', 'hamlet', '2026-03-01')).toBe(false);
  });

  it('lists the active units below on a day, parents first', () => {
    expect(childrenOn(tree, 'province', '2026-01-01')).toEqual(['first', 'second']);
    expect(childrenOn(tree, 'first', '2025-08-31')).toEqual([]);
    expect(descendantsOn(tree, 'province', '2026-01-01')).toEqual(['first', 'second', 'hamlet']);
    expect(descendantsOn(tree, 'province', '2026-07-01')).toEqual(['second', 'hamlet']);
    expect(descendantsOn(tree, 'first', '2026-03-01')).toEqual([]);
  });

  it('knows kinds, lives, the root and the codes ever given', () => {
    expect(kindOf(tree, 'second')).toBe('COMMUNE');
    expect(kindOf(tree, 'nowhere')).toBeUndefined();
    expect(lifeOf(tree, 'first')).toEqual({ unitId: 'first', from: '2025-07-01', until: '2026-06-30' });
    expect(lifeOf(tree, 'nowhere')).toBeUndefined();
    expect([hasRoot(emptyTree), hasRoot(tree), tree.rootId]).toEqual([false, true, 'province']);
    expect(unitWithCode(tree, '00001')).toBeDefined();
    expect(unitWithCode(tree, '00003')).toBeUndefined();
    expect(allUnits(tree)).toHaveLength(4);
  });

  it('knows who will be above a unit on any later day, planned moves included', () => {
    expect(everAbove(tree, 'hamlet', '2025-10-01')).toEqual(['hamlet', 'first', 'province', 'second']);
    expect(everAbove(tree, 'hamlet', '2026-03-01')).toEqual(['hamlet', 'second', 'province']);
    const planned = evolveTree(tree, moved('second', 'hamlet-2', '2027-01-01'));
    const withTwo = evolveTree(planned, established('hamlet-2', 'UNIT', 'province'));
    expect(everAbove(withTwo, 'hamlet', '2026-03-01')).toContain('hamlet-2');
  });

  it('knows who is still under a unit after a day', () => {
    expect(childrenAfter(tree, 'first', '2026-02-27')).toEqual(['hamlet']);
    expect(childrenAfter(tree, 'first', '2026-02-28')).toEqual([]);
    expect(childrenAfter(tree, 'province', '2026-06-29')).toEqual(['first', 'second']);
    expect(childrenAfter(tree, 'province', '2026-06-30')).toEqual(['second']);
  });

  it('leaves the earlier tree as it was', () => {
    const later = evolveTree(tree, renamed('hamlet', 'Thôn Mới', '2026-04-01'));
    expect(unitOn(later, 'hamlet', '2026-04-01')?.name).toBe('Thôn Mới');
    expect(unitOn(tree, 'hamlet', '2026-04-01')?.name).toBe('Đơn vị hamlet');
    expect(evolveTree(tree, renamed('nowhere', 'Không', '2026-04-01'))).toBe(tree);
  });

  it('ends every walk even if two streams made a ring between them', () => {
    const ring = [moved('second', 'hamlet', '2026-05-01')].reduce(evolveTree, tree);
    expect(pathOn(ring, 'hamlet', '2026-05-01')).toEqual(['hamlet', 'second']);
    expect(everAbove(ring, 'hamlet', '2026-05-01')).toEqual(['hamlet', 'second']);
    expect(descendantsOn(ring, 'hamlet', '2026-05-01')).toEqual(['second']);
  });
});

const appointed = (
  personId: string,
  unitId: string,
  role: 'APPRAISER' | 'UNIT_HEAD',
  from: string,
  until?: string,
): PersonEvent => ({
  type: 'PersonAppointed',
  data: {
    personId,
    appointmentId: `${personId}-${unitId}-${role}`,
    unitId,
    role,
    from,
    document: { number: '1-QĐ', issuedOn: '2025-07-01' },
    ...(until === undefined ? {} : { until }),
  },
});

const happened: readonly PersonEvent[] = [
  { type: 'PersonEntered', data: { personId: 'an', name: 'An' } } as const,
  { type: 'PersonEntered', data: { personId: 'binh', name: 'Bình' } } as const,
  appointed('an', 'province', 'APPRAISER', '2026-01-01'),
  appointed('binh', 'first', 'UNIT_HEAD', '2026-01-01', '2026-05-31'),
  appointed('binh', 'first', 'APPRAISER', '2026-02-01'),
  {
    type: 'AppointmentEnded',
    data: { personId: 'binh', appointmentId: 'binh-first-APPRAISER', endsAt: '2026-04-30T10:00:00.000Z', reason: 'x' },
  } as const,
];
const book = happened.map((event) => recorded(event)).reduce(evolveBook, emptyBook);

describe('appointments', () => {
  it('give rights from midnight to midnight in Vietnam', () => {
    const roles = (instant: string) => rightsAt(book, 'binh', instant).map(({ role }) => role);
    expect(roles('2025-12-31T16:59:59.999Z')).toEqual([]);
    expect(roles('2025-12-31T17:00:00.000Z')).toEqual(['UNIT_HEAD']);
    expect(roles('2026-04-30T10:00:00.000Z')).toEqual(['UNIT_HEAD', 'APPRAISER']);
    expect(roles('2026-04-30T10:00:00.001Z')).toEqual(['UNIT_HEAD']);
    expect(roles('2026-05-31T16:59:59.999Z')).toEqual(['UNIT_HEAD']);
    expect(roles('2026-05-31T17:00:00.000Z')).toEqual([]);
    expect(rightsAt(book, 'nobody', '2026-03-01T00:00:00.000Z')).toEqual([]);
    expect([...valuesOf(book.people)]).toHaveLength(2);
  });

  it('to a unit that still run after a day are known', () => {
    expect(holdersAfter(book, 'first', '2026-04-29')).toEqual(['binh']);
    expect(holdersAfter(book, 'first', '2026-04-30')).toEqual(['binh']);
    expect(holdersAfter(book, 'first', '2026-05-31')).toEqual([]);
    expect(holdersAfter(book, 'province', '2099-12-31')).toEqual(['an']);
  });

  it('cover the units below, by the tree of the day', () => {
    const appraisers = (unitId: string, instant: string) => holdersOf(book, tree, 'APPRAISER', unitId, instant);
    expect(appraisers('hamlet', '2026-02-15T00:00:00.000Z')).toEqual(['binh', 'an']);
    expect(appraisers('hamlet', '2026-03-15T00:00:00.000Z')).toEqual(['an']);
    expect(appraisers('province', '2026-02-15T00:00:00.000Z')).toEqual(['an']);
    expect(holdersOf(book, tree, 'UNIT_HEAD', 'province', '2026-02-15T00:00:00.000Z')).toEqual([]);
  });
});
