import { covers, type LocalDate, type Period } from '../../kernel/index.ts';
import type { UnitLife } from './commands.ts';
import type { UnitEvent, UnitKind } from './events.ts';
import { intersection, lastsAfter, span, spansOf } from '../periods.ts';
import { emptyMap, valueAt, valuesOf, withValue, type ShardedMap } from '../sharded-map.ts';
import { evolve as evolveUnit, initial as initialUnit, nameOn, parentOn, type EstablishedUnit } from './state.ts';

/** The units of all streams with their whole history: says who was above whom on any day. Immutable. */
export interface UnitTree {
  readonly units: ShardedMap<EstablishedUnit>;
  /** The units that were ever directly under a unit, on any day. */
  readonly children: ShardedMap<readonly string[]>;
  /** Every code ever given; a code is never given again. */
  readonly codes: ShardedMap<string>;
  readonly rootId?: string;
}

/** A unit as it was, or will be, on a day. */
export interface UnitOnDate extends UnitLife {
  readonly name: string;
  readonly kind: UnitKind;
  readonly parentId?: string;
  readonly adminUnitCode?: string;
  /** The day belongs to the unit's life. */
  readonly active: boolean;
}

export const emptyTree: UnitTree = { units: emptyMap(), children: emptyMap(), codes: emptyMap() };

/** The tree after one more event of any unit. Costs the same in a tree of ten or of twenty thousand units. */
export const evolveTree = (tree: UnitTree, event: UnitEvent): UnitTree => {
  const { unitId } = event.data;
  const unit = evolveUnit(valueAt(tree.units, unitId) ?? initialUnit, event);
  if (unit.status === 'NONE') return tree;
  const units = withValue(tree.units, unitId, unit);
  switch (event.type) {
    case 'UnitEstablished': {
      const { parentId, adminUnitCode } = event.data;
      return {
        units,
        children: withChild(tree.children, parentId, unitId),
        codes: adminUnitCode === undefined ? tree.codes : withValue(tree.codes, adminUnitCode, unitId),
        ...rootOf(parentId === undefined ? unitId : tree.rootId),
      };
    }
    case 'UnitMoved':
      return { ...tree, units, children: withChild(tree.children, event.data.parentId, unitId) };
    case 'UnitRenamed':
    case 'UnitClosed':
      return { ...tree, units };
  }
};

/** A unit with its whole history; undefined when it was never established. */
export const unitOf = (tree: UnitTree, unitId: string): EstablishedUnit | undefined => valueAt(tree.units, unitId);

/** Every unit that was ever established, in no order. */
export const allUnits = (tree: UnitTree): readonly EstablishedUnit[] => [...valuesOf(tree.units)];

/** A unit on a day; undefined when it was never established. Outside its life it is shown as not active. */
export const unitOn = (tree: UnitTree, unitId: string, date: LocalDate): UnitOnDate | undefined => {
  const unit = unitOf(tree, unitId);
  if (unit === undefined) return undefined;
  const parentId = parentOn(unit, date);
  return {
    ...lifeFrom(unit),
    name: nameOn(unit, date),
    kind: unit.kind,
    active: covers(unit, date),
    ...(parentId === undefined ? {} : { parentId }),
    ...(unit.adminUnitCode === undefined ? {} : { adminUnitCode: unit.adminUnitCode }),
  };
};

/** The unit and those above it on a day, from the unit to the root; empty when it was never established. */
export const pathOn = (tree: UnitTree, unitId: string, date: LocalDate): readonly string[] => {
  const path: string[] = [];
  let current: string | undefined = unitId;
  while (current !== undefined && !path.includes(current)) {
    const unit = unitOf(tree, current);
    if (unit === undefined) break;
    path.push(current);
    current = parentOn(unit, date);
  }
  return path;
};

/** True when the unit is `scopeUnitId` or below it on the day: the reach of an appointment to `scopeUnitId`. */
export const isWithin = (tree: UnitTree, unitId: string, scopeUnitId: string, date: LocalDate): boolean =>
  pathOn(tree, unitId, date).includes(scopeUnitId);

/** The active units directly under a unit on a day. */
export const childrenOn = (tree: UnitTree, unitId: string, date: LocalDate): readonly string[] =>
  everUnder(tree, unitId).filter((childId) => {
    const child = unitOf(tree, childId);
    return child !== undefined && covers(child, date) && parentOn(child, date) === unitId;
  });

/** Every active unit below a unit on a day, without the unit itself, parents before children. */
export const descendantsOn = (tree: UnitTree, unitId: string, date: LocalDate): readonly string[] => {
  const found = new Set<string>([unitId]);
  for (const id of found) for (const childId of childrenOn(tree, id, date)) found.add(childId);
  found.delete(unitId);
  return [...found];
};

/** The kind of a unit, which never changes; undefined when it was never established. */
export const kindOf = (tree: UnitTree, unitId: string): UnitKind | undefined => unitOf(tree, unitId)?.kind;

/** First and last day of a unit: the fact that commands with a parent or an appointment ask for. */
export const lifeOf = (tree: UnitTree, unitId: string): UnitLife | undefined => {
  const unit = unitOf(tree, unitId);
  return unit === undefined ? undefined : lifeFrom(unit);
};

export const hasRoot = (tree: UnitTree): boolean => tree.rootId !== undefined;

/** The unit that a code was given to, which may be closed by now. */
export const unitWithCode = (tree: UnitTree, adminUnitCode: string): string | undefined =>
  valueAt(tree.codes, adminUnitCode);

/** The unit itself and each unit that is above it on `from` or on any later day: the fact that moving asks for. */
export const everAbove = (tree: UnitTree, unitId: string, from: LocalDate): readonly string[] => {
  const found = new Set<string>();
  const climb = (id: string, during: Period, trail: readonly string[]): void => {
    const unit = unitOf(tree, id);
    if (unit === undefined || trail.includes(id)) return;
    found.add(id);
    for (const { value: parentId, ...under } of spansOf(unit.parents)) {
      const days = intersection(under, during);
      if (days) climb(parentId, days, [...trail, id]);
    }
  };
  climb(unitId, { from }, []);
  return [...found];
};

/** Units that are still directly under this one on some day after `date`: the fact that closing asks for. */
export const childrenAfter = (tree: UnitTree, unitId: string, date: LocalDate): readonly string[] =>
  everUnder(tree, unitId).filter((childId) => {
    const child = unitOf(tree, childId);
    return (
      child !== undefined &&
      spansOf(child.parents, child.until).some((under) => under.value === unitId && lastsAfter(under, date))
    );
  });

const lifeFrom = ({ unitId, from, until }: EstablishedUnit): UnitLife => ({ unitId, ...span(from, until) });

const everUnder = (tree: UnitTree, unitId: string): readonly string[] => valueAt(tree.children, unitId) ?? [];

const rootOf = (rootId: string | undefined): Pick<UnitTree, 'rootId'> => (rootId === undefined ? {} : { rootId });

const withChild = (
  children: UnitTree['children'],
  parentId: string | undefined,
  childId: string,
): UnitTree['children'] => {
  if (parentId === undefined) return children;
  const known = valueAt(children, parentId) ?? [];
  return known.includes(childId) ? children : withValue(children, parentId, [...known, childId]);
};
