import { addDays, localDateOf, type Instant, type reminding } from '#domain';
import { chunksOf, deriveId, type Clock } from '#engine';
import { type Rules, type RulesState } from '#use-cases';
import type { Directory } from '#identity';
import { unlessLocked } from '#postgres';
import { listDutyGroups, type DutyGroup } from '#read-models';
import { gather } from '../outbox/gather.ts';
import { isFull, offer, type Offered } from '../outbox/messages.ts';
import type { DeliveryJob, ReminderQueue } from '../queue/reminder-queue.port.ts';
import type { Contacts } from '../recipients/contacts.ts';
import { groupRules, quietRegulations } from './group-rules.ts';
import { placingOf, type PlacingBase } from './move-up.ts';
import { groupTimes, planGroup, type PlanTools } from './plan-group.ts';
import { planOrders } from './plan-orders.ts';
import { recordMessages, recordNotes, type Failed, type SettleTools } from './settle.ts';

/** Messages in one job. */
const JOB = 20;

export interface SweepOptions extends PlanTools, SettleTools {
  /** Has every unit owe what the regulation in force asks for. */
  readonly oblige: () => Promise<unknown>;
  readonly rules: Rules;
  readonly directory: Directory;
  readonly contacts: Contacts;
  readonly clock: Clock;
  readonly queue: Pick<ReminderQueue, 'add'>;
  /** The inbox alone where there is no mail server. */
  readonly channels: readonly reminding.Channel[];
  /** A message that was offered to the queue and still waits is offered again after so long; 60,000 unless told. */
  readonly offerAgainMs?: number;
}

/** Recomputes what is due. Everything it does may be repeated, by any process, and be broken off anywhere. */
export interface Sweep {
  /**
   * Plans every rung that is due, makes messages of them, has them delivered, and enters into the log what is owed to
   * it. Undefined when another sweep is under way, which then does the same. What is broken about one duty keeps no
   * other from its reminders.
   */
  run(): Promise<SweepReport | undefined>;
  /** Only makes messages of what is planned and has those delivered that wait: the morning's, and the next tries. */
  dispatch(): Promise<void>;
}

interface SweepReport {
  /** When another rung is reached or a due date passes, as far as it is known now. */
  readonly nextAt: Instant;
  /** What could not be done while the rest went on; the next sweep tries it again. */
  readonly failures: readonly unknown[];
}

export const createSweep = (options: SweepOptions): Sweep => {
  const { pool, clock } = options;

  const dispatch = async (): Promise<void> => {
    const now = clock.now();
    const quiet = quietRegulations(await options.rules.current(), now);
    await gather(pool, quiet, now);
    for (;;) {
      const offered = await offer(pool, quiet, options.offerAgainMs ?? 60_000);
      if (offered.length > 0) await options.queue.add(jobsOf(offered));
      if (!isFull(offered)) return;
    }
  };

  const sweep = async (): Promise<SweepReport> => {
    const failures: unknown[] = [];
    const failed = (error: unknown): void => {
      failures.push(error);
    };
    await options.oblige().catch(failed);
    const rules = await options.rules.current();
    const base = await placingBase(options);
    const nextAt = await planAll(options, rules, base, failed);
    await planOrders(options, rules, base).catch(failed);
    await dispatch().catch(failed);
    await recordNotes(options, failed);
    await recordMessages(options, rules, base, failed);
    await dispatch().catch(failed);
    return { nextAt, failures };
  };

  return { run: () => unlessLocked(pool, 'sweep', sweep), dispatch };
};

const placingBase = async ({ directory, contacts, channels, clock }: SweepOptions): Promise<PlacingBase> => {
  const [people, book] = await Promise.all([directory.current(), contacts.current()]);
  return { directory: people, contacts: book, channels, now: clock.now() };
};

/** Plans what is due of every group. @returns when there is something to plan again. */
const planAll = async (
  options: SweepOptions,
  rules: RulesState,
  base: PlacingBase,
  failed: Failed,
): Promise<Instant> => {
  let nextAt = midnightAfter(base.now);
  const plan = async (group: DutyGroup): Promise<void> => {
    const own = groupRules(rules, group);
    if (own === undefined) return;
    const times = groupTimes(own, group.dueOn, base.now);
    if (times.nextAt !== undefined && times.nextAt < nextAt) nextAt = times.nextAt;
    if (times.due) await planGroup(options, group, times.rungs, placingOf(base, own));
  };
  for (const group of await listDutyGroups(options.readModels)) await plan(group).catch(failed);
  return nextAt;
};

/** When the next day begins in Vietnam. */
const midnightAfter = (now: Instant): Instant =>
  new Date(`${addDays(localDateOf(now), 1)}T00:00:00.000+07:00`).toISOString();

/** The same messages at the same try are the same job. */
const jobsOf = (offered: readonly Offered[]): readonly DeliveryJob[] =>
  chunksOf(offered, JOB).map((messages) => {
    const first = messages[0]?.id ?? '';
    return {
      jobId: deriveId(first, JSON.stringify(messages.map(({ id, attempts }) => [id, attempts]))),
      messageIds: messages.map(({ id }) => id),
    };
  });
