import { organization, regulation, type LocalDate, type Recorded } from '#domain';
import { createLiveView, type LiveView } from '../live-view.ts';
import type { EventStore, StoredEvent } from '#event-store';

/** Regulations and cycles, folded from the log. */
export interface RulesState {
  readonly regulations: ReadonlyMap<string, regulation.RegulationState>;
  readonly cycles: ReadonlyMap<string, regulation.CycleState>;
}

export type Rules = Pick<LiveView<RulesState>, 'current'>;

/** As fresh as the log at each call. */
export const createRules = (store: Pick<EventStore, 'readAll'>): Rules =>
  createLiveView<RulesState>({
    store,
    categories: ['regulation', 'cycle'],
    initial: { regulations: new Map(), cycles: new Map() },
    evolve,
  });

const evolve = (state: RulesState, stored: StoredEvent): RulesState => {
  const id = stored.stream.slice(stored.stream.indexOf('-') + 1);
  if (stored.stream.startsWith('cycle-')) {
    const event = stored as unknown as Recorded<regulation.CycleEvent>;
    const cycle = regulation.evolveCycle(state.cycles.get(id) ?? regulation.initialCycle, event);
    return { ...state, cycles: new Map(state.cycles).set(id, cycle) };
  }
  const event = stored as unknown as Recorded<regulation.RegulationEvent>;
  const next = regulation.evolveRegulation(state.regulations.get(id) ?? regulation.initialRegulation, event);
  return { ...state, regulations: new Map(state.regulations).set(id, next) };
};

export const cycleOf = ({ cycles }: RulesState, cycleId: string): regulation.OpenedCycle | undefined => {
  const cycle = cycles.get(cycleId);
  return cycle === undefined || cycle.status === 'NONE' ? undefined : cycle;
};

export const regulationOf = (
  { regulations }: RulesState,
  regulationId: string,
): Exclude<regulation.RegulationState, { readonly status: 'NONE' }> | undefined => {
  const found = regulations.get(regulationId);
  return found === undefined || found.status === 'NONE' ? undefined : found;
};

/** The regulation in force for a unit on a day: its own, or that of the nearest unit above. */
export const regulationFor = (
  { regulations }: RulesState,
  tree: organization.UnitTree,
  unitId: string,
  date: LocalDate,
): regulation.RegulationContent | undefined => {
  const inForce = [...regulations.values()].flatMap((each) =>
    each.status !== 'NONE' && regulation.inForceOn(each, date) ? [each] : [],
  );
  for (const id of organization.pathOn(tree, unitId, date)) {
    const own = inForce.find((each) => each.unitId === id);
    if (own !== undefined) return own.content;
  }
  return undefined;
};
