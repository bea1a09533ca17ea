import {
  commendation,
  decision,
  isAllowed,
  localDateOf,
  registration,
  reject,
  type regulation,
  type Rejected,
} from '#domain';
import { inChunks } from '#engine';
import {
  listCommendations,
  REGISTRATION_STATUSES,
  searchRegistrations,
  type DecisionUnderWay,
  type ListQuery,
  type Page,
  type ReadModelsDb,
} from '#read-models';
import type { Ports } from '../ports.ts';
import type { Rejection } from '../rejection.ts';
import type { Choice } from '../registration/choices.ts';
import { standingOf } from './item-facts.ts';
import { heldBy, underWayOn } from './under-way.ts';

/** What an act can be decided for. */
interface Item {
  readonly kind: decision.ItemKind;
  readonly id: string;
  readonly name: string;
  readonly unitId: string;
  readonly cycleId: string;
}

/** The decision it is drafted on already, as far as the asker sees it. */
interface Deciding {
  readonly decisionId: string | null;
  readonly decisionTitle: string | null;
  readonly decisionStatus: DecisionUnderWay['status'] | null;
}

interface ItemQuery extends ListQuery {
  readonly act: regulation.Act;
  readonly unitIds: readonly string[];
  readonly cycleId?: string;
  /** The body that would decide. */
  readonly bodyId: string;
}

/** Streams read at the same time. */
const AT_ONCE = 64;

/**
 * A page of what has reached the status in which the act is decided: each as the freezing of a decision would judge it, and
 * the signing by the body today, as the log has it now.
 */
export const itemChoices = async (
  ports: Pick<Ports, 'engine' | 'rules' | 'decisionFacts' | 'clock'>,
  db: ReadModelsDb,
  { act, bodyId, ...query }: ItemQuery,
): Promise<Page<Choice<Item & Deciding>>> => {
  const rules = await ports.rules.current();
  const { items, next } = await itemsFor(db, act, query);
  const today = localDateOf(ports.clock.now());
  const bodies = await ports.decisionFacts.competentBodies(items, { act, on: today });
  const competence = (of: ReadonlySet<string> = new Set()): Rejected<Rejection> | undefined =>
    of.has(bodyId) ? undefined : reject('not-competent', of.size === 0 ? {} : { params: { bodies: [...of] } });
  const underWay = await underWayOn(
    db,
    items.map(({ id }) => id),
  );
  const isSeen = (unitId: string): boolean => query.scope === 'all' || query.scope.unitIds.includes(unitId);
  const choices = await inChunks(items, AT_ONCE, async (item) => {
    const { refused } = await standingOf(ports, rules, act, item);
    const other = underWay.get(item.id);
    const told = other !== undefined && isSeen(other.unitId) ? other : undefined;
    return {
      ...item,
      ...{ decisionId: told?.id ?? null, decisionTitle: told?.title ?? null, decisionStatus: told?.status ?? null },
      refused: refused ?? competence(bodies.get(item.id)) ?? heldBy(other, isSeen),
    };
  });
  return { items: choices, next };
};

const itemsFor = async (
  db: ReadModelsDb,
  act: regulation.Act,
  query: Omit<ItemQuery, 'act' | 'bodyId'>,
): Promise<Page<Item>> => {
  if (decision.itemKindOf(act) === 'commendation') {
    const page = await listCommendations(db, {
      ...query,
      status: commendation.COMMENDATION_STATUSES.filter(admits(commendation.transitions, act)),
    });
    const items = page.items.map(({ id, recipientName: name, unitId, cycleId }) => ({
      ...{ kind: 'commendation' as const, id, name, unitId, cycleId },
    }));
    return { ...page, items };
  }
  const page = await searchRegistrations(db, {
    ...query,
    status: REGISTRATION_STATUSES.filter(admits(registration.transitions, act)),
  });
  const items = page.items.map(({ id, name, unitId, cycleId }) => ({
    ...{ kind: 'registration' as const, id, name, unitId, cycleId },
  }));
  return { ...page, items };
};

/** Whether a status admits the act. */
const admits =
  (transitions: Parameters<typeof isAllowed>[0], act: regulation.Act) =>
  (status: string): boolean =>
    isAllowed(transitions, decision.itemCommandOf(act), status);
