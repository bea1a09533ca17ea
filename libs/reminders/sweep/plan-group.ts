import { localDateOf, type Instant } from '#domain';
import { listOpenDuties, type DutyGroup, type OpenDuty, type ReadModelsDb } from '#read-models';
import type { Pool } from 'pg';
import { planRungs } from '../ladder/plan-rungs.ts';
import type { TimedRung } from '../ladder/rung-times.ts';
import { handledRungs, insertPlan, NOTED_OVERDUE } from '../outbox/rungs.ts';
import { timesOf, type GroupRules } from './group-rules.ts';
import { overdueNote, placeRungs, type Placed, type Placing } from './place-rungs.ts';

/** Duties planned in one statement. */
const PAGE = 1000;

export interface PlanTools {
  readonly pool: Pool;
  readonly readModels: ReadModelsDb;
}

/** What a group has to be looked at for. */
export interface GroupTimes {
  readonly rungs: readonly TimedRung[];
  /** The due date passed, or a rung was reached. */
  readonly due: boolean;
  /** When the next rung is reached. */
  readonly nextAt: Instant | undefined;
}

export const groupTimes = (rules: GroupRules, dueOn: string, now: Instant): GroupTimes => {
  const rungs = timesOf(rules, dueOn);
  return {
    rungs,
    due: localDateOf(now) > dueOn || rungs.some(({ at }) => at <= now),
    nextAt: rungs.find(({ at }) => at > now)?.at,
  };
};

/** Plans what is due of a group of duties, a page at a time. Repeated, it finds everything planned. */
export const planGroup = async (
  tools: PlanTools,
  { open: _, ...group }: DutyGroup,
  rungs: readonly TimedRung[],
  placing: Placing,
): Promise<void> => {
  let after: string | undefined;
  for (;;) {
    const duties = await listOpenDuties(tools.readModels, { ...group, after, limit: PAGE });
    await planPage(tools.pool, duties, group.dueOn, rungs, placing);
    after = duties.at(-1)?.dutyId;
    if (duties.length < PAGE) return;
  }
};

const planPage = async (
  pool: Pool,
  duties: readonly OpenDuty[],
  dueOn: string,
  rungs: readonly TimedRung[],
  placing: Placing,
): Promise<void> => {
  const ids = duties.map(({ dutyId }) => dutyId);
  const handled = await handledRungs(pool, ids, dueOn);
  const placed = duties.map((duty) => planDuty(duty, rungs, handled.get(duty.dutyId) ?? new Set(), placing));
  await insertPlan(
    pool,
    placed.flatMap((each) => each.rungs),
    placed.flatMap((each) => each.notes),
    placing.now,
  );
};

const planDuty = (
  duty: OpenDuty,
  rungs: readonly TimedRung[],
  handled: ReadonlySet<string>,
  placing: Placing,
): Placed => {
  const { messages, overdue } = planRungs(duty, rungs, handled, placing.now);
  const due = messages.map(({ recipient, rungs: codes }) => ({ recipient, rungs: codes, movedUp: false }));
  const placed = placeRungs(duty, due, handled, placing);
  return overdue && !handled.has(NOTED_OVERDUE)
    ? { ...placed, notes: [...placed.notes, overdueNote(duty, placing)] }
    : placed;
};
