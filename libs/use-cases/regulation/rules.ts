import { idOf, organization, regulation, type LocalDate } from '#domain';
import { createLiveView, type LiveView } from '#engine';
import { isIn, type EventLog, type RecordedEvent } from '#event-store';

/** Regulations and cycles, folded from the log. */
export interface RulesState {
  readonly regulations: ReadonlyMap<string, regulation.RegulationState>;
  readonly cycles: ReadonlyMap<string, regulation.CycleState>;
}

const CATEGORIES = ['regulation', 'cycle'];
const NO_RULES: RulesState = { regulations: new Map(), cycles: new Map() };

export type Rules = Pick<LiveView<RulesState>, 'current'>;

/** As fresh as the log at each call. */
export const createRules = (store: Pick<EventLog, 'readAll'>): Rules =>
  createLiveView<RulesState>({ store, categories: CATEGORIES, initial: NO_RULES, evolve });

/**
 * The rules as they were in force on a date and known by an instant, whatever was recorded since: for questions about
 * the past. Reads all of them anew.
 */
export const rulesByThen = (
  store: Pick<EventLog, 'readAll'>,
  { asOf, knownAt }: { readonly asOf?: LocalDate; readonly knownAt?: string },
): Promise<RulesState> =>
  createLiveView<RulesState>({
    store,
    categories: CATEGORIES,
    initial: NO_RULES,
    evolve: (state, event) => {
      const { effectiveOn, recordedAt } = event.meta;
      const later = (asOf !== undefined && effectiveOn > asOf) || (knownAt !== undefined && recordedAt > knownAt);
      return later ? state : evolve(state, event);
    },
  }).current();

const evolve = (state: RulesState, event: RecordedEvent): RulesState => {
  const id = idOf(event.stream);
  if (isIn(event, 'cycle')) {
    const cycle = regulation.cycle.evolve(state.cycles.get(id) ?? regulation.cycle.initial, event);
    return { ...state, cycles: new Map(state.cycles).set(id, cycle) };
  }
  if (!isIn(event, 'regulation')) return state;
  const next = regulation.evolve(state.regulations.get(id) ?? regulation.initial, event);
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

export type InForce = Exclude<regulation.RegulationState, { readonly status: 'NONE' | 'DRAFT' }>;

/** The regulations in force on a day, by the unit whose they are. */
export const regulationsInForce = ({ regulations }: RulesState, date: LocalDate): ReadonlyMap<string, InForce> => {
  const byUnit = new Map<string, InForce>();
  for (const each of regulations.values()) {
    if (each.status === 'NONE' || each.status === 'DRAFT' || !regulation.inForceOn(each, date)) continue;
    if (!byUnit.has(each.unitId)) byUnit.set(each.unitId, each);
  }
  return byUnit;
};

/** The one among them that binds a unit on a day: its own, or that of the nearest unit above. */
export const nearestRegulation = (
  inForce: ReadonlyMap<string, InForce>,
  tree: organization.UnitTree,
  unitId: string,
  date: LocalDate,
): InForce | undefined => {
  const nearest = organization.pathOn(tree, unitId, date).find((id) => inForce.has(id));
  return nearest === undefined ? undefined : inForce.get(nearest);
};

/** The regulation in force for a unit on a day: its own, or that of the nearest unit above. */
export const regulationFor = (
  state: RulesState,
  tree: organization.UnitTree,
  unitId: string,
  date: LocalDate,
): regulation.RegulationContent | undefined =>
  nearestRegulation(regulationsInForce(state, date), tree, unitId, date)?.content;
