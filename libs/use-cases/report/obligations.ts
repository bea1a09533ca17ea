import { localDateOf, organization, regulation, reporting, type LocalDate, type Rejected, SYSTEM } from '#domain';
import type { EventLog } from '#event-store';
import { type Clock, type Done, type Engine, deriveId, inChunks, answerOrThrow } from '#engine';
import { nearestRegulation, regulationsInForce, type Rules, type RulesState } from '../regulation/rules.ts';
import { createReportsOwed } from './reports-owed.ts';

export interface ObligationsOptions {
  readonly engine: Engine;
  readonly store: Pick<EventLog, 'readAll'>;
  readonly clock: Clock;
  readonly rules: Rules;
  /** The units as they stand in the log; the same object for as long as nothing changed. */
  readonly tree: () => Promise<organization.UnitTree>;
}

/** How many reports were newly obliged, and how many excused. */
interface ObligationsDone {
  readonly obliged: number;
  readonly excused: number;
}

export interface Obligations {
  /**
   * Obliges every report that the regulations in force ask for today and that is not owed yet, and excuses the open
   * reports of units that are closed. Finds nothing to do the second time; two processes may do it at once. A unit is
   * bound by its own regulation or that of the nearest unit above.
   * @throws the first failure, after all others were tried: one broken report keeps no other from being owed.
   */
  obligeAll(): Promise<ObligationsDone>;
}

export const UNIT_CLOSED = 'Đơn vị đã kết thúc hoạt động / The unit is closed';

/** Commands run at the same time. */
const CHUNK = 64;

interface Moment {
  readonly state: RulesState;
  readonly tree: organization.UnitTree;
  readonly today: LocalDate;
}

export function createObligations({ engine, store, clock, rules, tree: readTree }: ObligationsOptions): Obligations {
  const reports = createReportsOwed(store);
  const owed = whileTheSame(obligationsToday);

  return {
    async obligeAll() {
      const today = localDateOf(clock.now());
      const [state, tree, { known, open }] = await Promise.all([rules.current(), readTree(), reports.current()]);
      const missing = owed({ state, tree, today }).filter(({ reportId }) => !known.has(reportId));
      const orphans = [...open].filter(([, { unitId }]) => isClosed(tree, unitId, today));
      const failures: unknown[] = [];
      const attempt = (work: Promise<boolean>): Promise<boolean> =>
        work.catch((error: unknown) => {
          failures.push(error);
          return false;
        });
      const obliged = await inChunks(missing, CHUNK, (data) => attempt(oblige(data)));
      const excused = await inChunks(orphans, CHUNK, ([id, { version }]) => attempt(excuse(id, version)));
      if (failures.length > 0) throw failures[0];
      return { obliged: obliged.filter(Boolean).length, excused: excused.filter(Boolean).length };
    },
  };

  async function oblige(data: reporting.Obligation): Promise<boolean> {
    const { reportId } = data;
    const answer = await run(reportId, 'oblige', (meta) => ({ type: 'ObligeReport', data, facts: {}, meta }));
    if (answer.kind === 'rejected') throw new Error(`the report ${reportId} was not obliged: ${answer.reason}`);
    return answer.events.length > 0;
  }

  /** A report that was submitted in the meantime is not excused any more. */
  async function excuse(reportId: string, version: number): Promise<boolean> {
    const answer = await run(reportId, `excuse:unit-closed:${String(version)}`, (meta) => ({
      type: 'ExcuseReport',
      data: { reason: UNIT_CLOSED },
      facts: {},
      meta,
    }));
    return answer.kind === 'done';
  }

  /** The body is no more than the name: two processes may find other due dates, but it is the same command. */
  async function run(
    reportId: string,
    name: string,
    build: (meta: reporting.ReportCommand['meta']) => reporting.ReportCommand,
  ): Promise<Done | Rejected<reporting.ReportRejection>> {
    const commandId = deriveId(reportId, name);
    const meta = { commandId, actor: SYSTEM, at: clock.now(), correlationId: commandId };
    return answerOrThrow(
      await engine.run({
        stream: `report-${reportId}`,
        commandId,
        body: { name },
        decider: reporting.decider,
        prepare: () => build(meta),
      }),
    );
  }
}

/** What is owed under all regulations in force; for each unit, under the one that binds it. */
function obligationsToday({ state, tree, today }: Moment): readonly reporting.Obligation[] {
  const inForce = regulationsInForce(state, today);
  return [...inForce.values()].flatMap(({ regulationId, unitId, content, from: inForceFrom }) =>
    reporting
      .obligationsOf({
        ...{ regulationId, unitId, inForceFrom, tree, today, idOf },
        rules: regulation.reportingRules(content),
        calendar: regulation.calendarOf(content),
      })
      .filter((one) => nearestRegulation(inForce, tree, one.unitId, today)?.regulationId === regulationId),
  );
}

const idOf = (unitId: string, kind: reporting.ReportKind, period: reporting.ReportingPeriod): string =>
  deriveId(unitId, reporting.reportName(kind, period));

const isClosed = (tree: organization.UnitTree, unitId: string, today: LocalDate): boolean => {
  const unit = organization.unitOf(tree, unitId);
  return unit?.status === 'CLOSED' && unit.until < today;
};

/** Computes anew only when something it depends on has changed: a sweep that finds nothing new costs next to nothing. */
function whileTheSame<Value>(compute: (moment: Moment) => Value): (moment: Moment) => Value {
  let last: { readonly moment: Moment; readonly value: Value } | undefined;
  return (moment) => {
    const same =
      last?.moment.state === moment.state && last.moment.tree === moment.tree && last.moment.today === moment.today;
    if (last === undefined || !same) last = { moment, value: compute(moment) };
    return last.value;
  };
}
