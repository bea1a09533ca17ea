import { reminding } from '#domain';
import { listOrderedDuties, type OrderedDuty } from '#read-models';
import { regulationOf, type RulesState } from '#use-cases';
import { handledOrders, insertPlan } from '../outbox/rungs.ts';
import { placingOf, type PlacingBase } from './move-up.ts';
import { placeRungs, type Climbing } from './place-rungs.ts';
import type { PlanTools } from './plan-group.ts';

/** Duties planned in one statement. */
const PAGE = 1000;

/** Whom an order reaches. */
const REMINDED = ['OFFICER', 'HEAD'] as const;

/**
 * Plans what somebody had reminded of at once: a rung of its own beside the ladder, for the officer and the head of the
 * unit. Repeated, it finds everything planned.
 */
export const planOrders = async (tools: PlanTools, rules: RulesState, base: PlacingBase): Promise<void> => {
  let after: string | undefined;
  for (;;) {
    const duties = await listOrderedDuties(tools.readModels, { after, limit: PAGE });
    const orders = duties.map((duty) => ({ duty, dutyId: duty.dutyId, rung: reminding.rungOfOrder(duty.orderedAt) }));
    const handled = await handledOrders(tools.pool, orders);
    const placed = orders
      .filter(({ dutyId }) => !handled.has(dutyId))
      .map(({ duty, rung }) => planOrder(duty, rung, rules, base));
    await insertPlan(
      tools.pool,
      placed.flatMap((each) => each.rungs),
      placed.flatMap((each) => each.notes),
      base.now,
    );
    after = duties.at(-1)?.dutyId;
    if (duties.length < PAGE) return;
  }
};

/** Nobody further up is told in their place: who ordered it is that already. */
const planOrder = (duty: OrderedDuty, rung: string, rules: RulesState, base: PlacingBase) => {
  const reminders = regulationOf(rules, duty.regulationId)?.content.reminders;
  const climbs = REMINDED.map((recipient): Climbing => ({ recipient, rungs: [rung], movedUp: false }));
  const own = { ladder: [], reminders: { personalSettings: reminders?.personalSettings ?? true } };
  return placeRungs(duty, climbs, new Set(), placingOf(base, own));
};
