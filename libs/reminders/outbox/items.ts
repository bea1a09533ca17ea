import {
  calendar,
  localDateOf,
  organization,
  registration,
  regulation,
  reminding,
  reporting,
  type Instant,
} from '#domain';
import { inChunks, type Engine } from '#engine';
import { regulationOf, type Rules } from '#use-cases';
import type { Directory } from '#identity';
import type { ReminderItem } from './outbox.port.ts';
import { dutyOf } from './recorder.ts';
import type { GatheredRung } from './rungs.ts';

const AT_ONCE = 32;

/** Looks up what rungs are about: titles and names as they are today, days as they were at the instant. */
export type DescribeRungs = (rungs: readonly GatheredRung[], at: Instant) => Promise<readonly ReminderItem[]>;

export interface DescribeOptions {
  readonly engine: Pick<Engine, 'load'>;
  readonly rules: Rules;
  readonly directory: Directory;
}

export const createDescribeRungs =
  ({ engine, rules, directory }: DescribeOptions): DescribeRungs =>
  async (rungs, at) => {
    if (rungs.length === 0) return [];
    const [inUse, { tree }] = await Promise.all([rules.current(), directory.current()]);
    const today = localDateOf(at);
    return inChunks(rungs, AT_ONCE, async (row) => {
      const content = regulationOf(inUse, row.regulationId)?.content;
      const days =
        content === undefined ? { holidays: new Map(), makeUpDays: new Set<string>() } : regulation.calendarOf(content);
      return {
        ...dutyOf(row),
        ...(await subjectOf(engine, row)),
        unitName: organization.unitOn(tree, row.unitId, today)?.name ?? '',
        rungs: row.rungs,
        recipient: row.recipient,
        workingDaysLeft: calendar.workingDaysBetween(days, today, row.dueOn),
      };
    });
  };

const subjectOf = async (
  engine: Pick<Engine, 'load'>,
  { kind, subjectId, rung }: GatheredRung,
): Promise<Pick<ReminderItem, 'title' | 'report' | 'note'>> => {
  if (kind === 'REPORT') {
    const { state } = await engine.load(`report-${subjectId}`, reporting.decider);
    if (state.status === 'NONE') return { title: '', report: null, note: null };
    return { title: '', report: { kind: state.kind, period: state.period }, note: noteOf(state, rung) };
  }
  const { state } = await engine.load(`registration-${subjectId}`, registration.decider);
  return { title: state.status === 'NONE' ? '' : state.core.form.name, report: null, note: null };
};

/** What the unit was told with the order that a rung stands for. */
const noteOf = (
  { reminder }: Exclude<reporting.ReportState, { readonly status: 'NONE' }>,
  rung: string,
): string | null =>
  reminder !== undefined && reminding.rungOfOrder(reminder.orderedAt) === rung ? (reminder.note ?? null) : null;
