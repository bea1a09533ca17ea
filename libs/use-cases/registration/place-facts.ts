import type { registration } from '#domain';
import { localDateOf, regulation, type Instant } from '#domain';
import type { Engine } from '#engine';
import { createUnitsOnDate } from '../units-on-date.ts';

/** What drafting must know of the unit, the cycle and the cycle's regulation; the source is known to the caller. */
export type PlaceFacts = Omit<registration.DraftRegistration['facts'], 'source'>;

/** Reads them from the log, so they are never stale. Undefined when there is no such cycle or no such regulation. */
export async function placeFacts(
  engine: Engine,
  { unitId, cycleId }: { readonly unitId: string; readonly cycleId: string },
  at: Instant,
): Promise<PlaceFacts | undefined> {
  const units = createUnitsOnDate(engine, localDateOf(at));
  const { state: cycle } = await engine.load(`cycle-${cycleId}`, regulation.cycle.decider);
  if (cycle.status === 'NONE') return undefined;
  const { state: version } = await engine.load(`regulation-${cycle.regulationId}`, regulation.decider);
  if (version.status === 'NONE') return undefined;
  return {
    unitActive: await units.isOver(unitId, unitId),
    cycleOpen: cycle.status === 'OPEN' && (await units.pathOf(unitId)).has(cycle.unitId),
    regulation: { regulationId: cycle.regulationId, content: version.content },
  };
}
