import { addWorkingDays, moveOffRestDay, type WorkingCalendar } from '../calendar/index.ts';
import { covers, type LocalDate } from '../kernel/index.ts';
import { descendantsOn, pathOn, unitOf, type UnitTree } from '../organization/unit/tree.ts';
import type { ReportPeriod } from '../regulation/events.ts';
import type { ReportingRules } from '../regulation/rules-in-use.ts';
import type { ObligeReport } from './commands.ts';
import type { ReportingPeriod, ReportKind } from './events.ts';

/** A report that is owed, as `ReportObliged` records it. */
export type Obligation = ObligeReport['data'];

export interface ObligationsQuery {
  readonly rules: ReportingRules;
  readonly calendar: WorkingCalendar;
  readonly regulationId: string;
  /** The first day of the regulation. */
  readonly inForceFrom: LocalDate;
  /** The unit whose regulation it is: it binds this unit and those below it. */
  readonly unitId: string;
  readonly tree: UnitTree;
  readonly today: LocalDate;
  readonly idOf: (unitId: string, kind: ReportKind, period: ReportingPeriod) => string;
}

/** The name a report's id derives from: `deriveId(unitId, reportName(…))`. Part of stored ids: never changed. */
export const reportName = (kind: ReportKind, { kind: period, year }: ReportingPeriod): string =>
  `report:${kind}:${period}:${String(year)}`;

/** A unit that must report, and to whom. */
interface Obliged {
  readonly unitId: string;
  readonly from: LocalDate;
  readonly receiverId: string;
  /** Levels of obliged units below it; 0 for the lowest. */
  readonly height: number;
}

/**
 * What the active units of the obliged kinds owe under a regulation, for each period whose first day has come and that
 * had not ended before the regulation came into force:
 *
 * - each unit its own report, due on the period's due date, which is moved off a rest day by the rule;
 * - a unit with obliged units below it a consolidated one too, due so many working days later for each level below it.
 *
 * Reports go to the nearest obliged unit above, else to whatever unit is above; a unit without one above receives its
 * own consolidated report, and owes no report of its own. A unit established after the due date owes nothing for that
 * period; one that took over from others before it owes one report.
 *
 * Source: domain.md 3.6.
 */
export const obligationsOf = (query: ObligationsQuery): readonly Obligation[] => {
  const { rules, today, inForceFrom } = query;
  const periods = rules.periods.filter((period) => firstDay(period) <= today && inForceFrom <= period.cutoff);
  if (periods.length === 0) return [];
  const units = obligedUnits(query);
  return periods.flatMap((period) => owedFor(query, period, units));
};

const owedFor = (query: ObligationsQuery, rule: ReportPeriod, units: readonly Obliged[]): readonly Obligation[] => {
  const { rules, calendar, regulationId, idOf } = query;
  const { cutoff } = rule;
  const period: ReportingPeriod = { kind: rule.kind, year: Number(yearOf(rule)) };
  const due = moveOffRestDay(calendar, rule.dueOn, rules.restDayRule);
  const dueAt = remembered((height: number) => addWorkingDays(calendar, due, rules.consolidationDays * height));
  const owed = ({ unitId, receiverId, height }: Obliged, kind: ReportKind): Obligation => ({
    reportId: idOf(unitId, kind, period),
    unitId,
    kind,
    period,
    from: firstDay(rule),
    cutoff,
    dueOn: kind === 'OWN' ? due : dueAt(height),
    receiverId,
    regulationId,
  });
  return units
    .filter((unit) => unit.from <= due)
    .flatMap((unit) => [
      ...(unit.receiverId === unit.unitId ? [] : [owed(unit, 'OWN')]),
      ...(unit.height === 0 ? [] : [owed(unit, 'CONSOLIDATED')]),
    ]);
};

/** Parents before children. */
const obligedUnits = ({ rules, unitId, tree, today }: ObligationsQuery): readonly Obliged[] => {
  const obliged = new Map(
    [unitId, ...descendantsOn(tree, unitId, today)].flatMap((id) => {
      const unit = unitOf(tree, id);
      return unit !== undefined && covers(unit, today) && rules.obliged.includes(unit.kind)
        ? [[id, unit.from] as const]
        : [];
    }),
  );
  const heights = new Map<string, number>();
  const heightOf = (id: string): number => heights.get(id) ?? 0;
  const receivers = new Map<string, string>();
  for (const id of [...obliged.keys()].reverse()) {
    const [, ...above] = pathOn(tree, id, today);
    const receiver = above.find((each) => obliged.has(each));
    receivers.set(id, receiver ?? above[0] ?? id);
    if (receiver !== undefined) heights.set(receiver, Math.max(heightOf(receiver), heightOf(id) + 1));
  }
  return [...obliged].map(([id, from]) => ({
    unitId: id,
    from,
    receiverId: receivers.get(id) ?? id,
    height: heightOf(id),
  }));
};

const yearOf = ({ cutoff }: ReportPeriod): string => cutoff.slice(0, 4);

const firstDay = (period: ReportPeriod): LocalDate => period.from ?? `${yearOf(period)}-01-01`;

const remembered = <Value>(compute: (key: number) => Value): ((key: number) => Value) => {
  const known = new Map<number, Value>();
  return (key) => {
    const value = known.get(key) ?? compute(key);
    known.set(key, value);
    return value;
  };
};
