import { covers, organization, type LocalDate } from '#domain';
import type { Engine } from '#engine';

/** Units as they stood on one day; each is read from the log once. */
export interface UnitsOnDate {
  /** The kind of a unit; undefined when it was never established. */
  kindOf(unitId: string): Promise<organization.UnitKind | undefined>;
  /** What a unit was called; undefined when it was never established. */
  nameOf(unitId: string): Promise<string | undefined>;
  /** True when the body was active on the day, and is the unit or stood above it. */
  isOver(bodyId: string, unitId: string): Promise<boolean>;
  /** The unit and all above it. */
  pathOf(unitId: string): Promise<ReadonlySet<string>>;
}

export function createUnitsOnDate(engine: Pick<Engine, 'load'>, date: LocalDate): UnitsOnDate {
  const read = new Map<string, Promise<organization.EstablishedUnit | undefined>>();

  return {
    kindOf: async (unitId) => (await unit(unitId))?.kind,
    async nameOf(unitId) {
      const one = await unit(unitId);
      return one && organization.nameOn(one, date);
    },
    async isOver(bodyId, unitId) {
      const body = await unit(bodyId);
      return body !== undefined && covers(body, date) && (await pathOf(unitId)).has(bodyId);
    },
    pathOf,
  };

  async function pathOf(unitId: string): Promise<ReadonlySet<string>> {
    const path = new Set<string>();
    let current: string | undefined = unitId;
    while (current !== undefined && !path.has(current)) {
      path.add(current);
      const one: organization.EstablishedUnit | undefined = await unit(current);
      current = one && organization.parentOn(one, date);
    }
    return path;
  }

  function unit(unitId: string): Promise<organization.EstablishedUnit | undefined> {
    const known = read.get(unitId) ?? load(unitId);
    read.set(unitId, known);
    return known;
  }

  async function load(unitId: string): Promise<organization.EstablishedUnit | undefined> {
    const { state } = await engine.load(`unit-${unitId}`, organization.unit.decider);
    return state.status === 'NONE' ? undefined : state;
  }
}
