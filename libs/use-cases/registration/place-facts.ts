import type { registration } from '#domain';
import { covers, localDateOf, organization, regulation, type Instant, type LocalDate } from '#domain';
import type { Engine } from '#engine';

/** What drafting must know of the unit, the cycle and the cycle's regulation; the source is known to the caller. */
export type PlaceFacts = Omit<registration.DraftRegistration['facts'], 'source'>;

/** Reads them from the log, so they are never stale. Undefined when there is no such cycle or no such regulation. */
export async function placeFacts(
  engine: Engine,
  { unitId, cycleId }: { readonly unitId: string; readonly cycleId: string },
  at: Instant,
): Promise<PlaceFacts | undefined> {
  const today = localDateOf(at);
  const { state: cycle } = await engine.load(`cycle-${cycleId}`, regulation.cycle.decider);
  if (cycle.status === 'NONE') return undefined;
  const [version, units] = await Promise.all([
    engine.load(`regulation-${cycle.regulationId}`, regulation.decider),
    unitAndAbove(engine, unitId, today),
  ]);
  if (version.state.status === 'NONE') return undefined;
  const covered = units.some((unit) => unit.unitId === cycle.unitId);
  return {
    unitActive: units[0] !== undefined && covers(units[0], today),
    cycleOpen: cycle.status === 'OPEN' && covered,
    regulation: { regulationId: cycle.regulationId, content: version.state.content },
  };
}

async function unitAndAbove(
  engine: Engine,
  unitId: string,
  date: LocalDate,
): Promise<readonly organization.EstablishedUnit[]> {
  const path: organization.EstablishedUnit[] = [];
  let next: string | undefined = unitId;
  while (next !== undefined && !path.some((unit) => unit.unitId === next)) {
    const { state }: { readonly state: organization.UnitState } = await engine.load(
      `unit-${next}`,
      organization.unit.decider,
    );
    if (state.status === 'NONE') break;
    path.push(state);
    next = organization.parentOn(state, date);
  }
  return path;
}
