import type { RulesState } from '#use-cases';
import { findOpenDuties, type OpenDuty, type ReadModelsDb } from '#read-models';
import type { Pool } from 'pg';
import { nextRung } from '../ladder/next-rung.ts';
import { rungKey } from '../outbox/recorder.ts';
import { failedRungs, handledRungs, insertPlan, movedUpRungs, type RungKey } from '../outbox/rungs.ts';
import { groupRules } from './group-rules.ts';
import { placeRungs, type Placing } from './place-rungs.ts';

export interface MoveUpTools {
  readonly pool: Pool;
  readonly readModels: ReadModelsDb;
}

/** Placing without what a regulation says. */
export type PlacingBase = Omit<Placing, 'ladder' | 'settingsAllowed'>;

export const placingOf = (
  base: PlacingBase,
  rules: { readonly ladder: Placing['ladder']; readonly reminders: { readonly personalSettings: boolean } },
): Placing => ({ ...base, ladder: rules.ladder, settingsAllowed: rules.reminders.personalSettings });

/**
 * Sends the next rung at once in the place of each whose every message was given up. Repeated, it answers the same.
 * @returns by {@link rungKey}, the rung that took its place.
 */
export const moveUp = async (
  tools: MoveUpTools,
  messageIds: readonly string[],
  rules: RulesState,
  base: PlacingBase,
): Promise<ReadonlyMap<string, string>> => {
  const failed = await failedRungs(tools.pool, messageIds);
  if (failed.length === 0) return new Map();
  const ids = [...new Set(failed.map(({ dutyId }) => dutyId))];
  const open = new Map((await findOpenDuties(tools.readModels, ids)).map((duty) => [duty.dutyId, duty]));
  const earlier = new Set((await movedUpRungs(tools.pool, ids)).map(rungKey));
  const moved = new Map<string, string>();
  for (const key of failed) {
    const duty = open.get(key.dutyId);
    if (duty?.dueOn !== key.dueOn) continue;
    const to = await moveOne(tools.pool, duty, key, rules, base, earlier);
    if (to !== undefined) moved.set(rungKey(key), to);
  }
  return moved;
};

const moveOne = async (
  pool: Pool,
  duty: OpenDuty,
  key: RungKey,
  rules: RulesState,
  base: PlacingBase,
  earlier: ReadonlySet<string>,
): Promise<string | undefined> => {
  const group = groupRules(rules, duty);
  const next = group && nextRung(group.ladder, key.rung);
  if (group === undefined || next === undefined) return undefined;
  if (earlier.has(rungKey({ ...key, rung: next.code }))) return next.code;
  const handled = (await handledRungs(pool, [duty.dutyId], duty.dueOn)).get(duty.dutyId) ?? new Set<string>();
  if (handled.has(next.code)) return undefined;
  const climb = { recipient: next.recipient, rungs: [next.code], movedUp: true };
  const { rungs, notes } = placeRungs(duty, [climb], handled, placingOf(base, group));
  await insertPlan(pool, rungs, notes, base.now);
  return next.code;
};
