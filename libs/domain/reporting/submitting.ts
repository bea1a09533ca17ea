import { accept, evidenceUnknown, localDateOf, reject, type LocalDate } from '../kernel/index.ts';
import { workingDaysBetween } from '../calendar/index.ts';
import type { FigureDefinition } from '../regulation/events.ts';
import type { Existing, Refusal, Result } from './checks.ts';
import type { ChildReport, ConsolidateReports, SubmitReport } from './commands.ts';
import type { Figures, ReportEvent, ReportsNamed } from './events.ts';
import { completeFigures, figureOf, sumFigures } from './figures.ts';
import type { LastConsolidation } from './state.ts';
import { COUNTED, isOneOf } from './status.ts';

/** Hands the report in. Late is recorded, never refused. */
export const submit = ({ data, facts, meta }: SubmitReport, state: Existing): Result => {
  const { reportId, version, dueOn } = state;
  const today = localDateOf(meta.at);
  const tooSoon = notToSubmit(state, today);
  if (tooSoon !== undefined) return tooSoon;
  const locked = lockedFigures(state, facts.definitions, facts.known);
  const stale = notAsItStands(state, facts.children);
  if (stale !== undefined) return stale;
  const unknown = evidenceUnknown(data.evidenceIds, facts.evidence);
  if (unknown !== undefined) return unknown;
  const completed = completeFigures(facts.definitions, data.figures, locked);
  if (completed.kind === 'rejected') return completed;
  return accept({
    type: 'ReportSubmitted',
    data: {
      reportId,
      version,
      figures: completed.figures,
      locked: Object.keys(locked),
      narrative: data.narrative.normalize('NFC').trim(),
      evidence: facts.evidence.filter(({ evidenceId }) => data.evidenceIds.includes(evidenceId)),
      workingDaysLate: Math.max(0, workingDaysBetween(facts.calendar, dueOn, today)),
    },
  });
};

/** Why nobody can hand it in yet: its period goes on, or a report that is made of others is not made. */
export const notToSubmit = ({ cutoff, kind, consolidation }: Existing, today: LocalDate): Refusal => {
  if (today <= cutoff) return reject('period-not-over', { params: { cutoff } });
  return kind === 'CONSOLIDATED' && consolidation === undefined ? reject('not-consolidated') : undefined;
};

/** Figures nobody types: of a consolidated report all, as they were consolidated last. */
const lockedFigures = (
  { kind, consolidation }: Existing,
  definitions: readonly FigureDefinition[],
  known: Figures,
): Figures => {
  if (kind === 'CONSOLIDATED') return only(definitions, consolidation?.figures ?? {});
  return only(
    definitions.filter((each) => each.known !== undefined),
    known,
  );
};

const only = (definitions: readonly FigureDefinition[], figures: Figures): Figures =>
  Object.fromEntries(definitions.map(({ code }) => [code, figureOf(figures, code)]));

/** Why a total cannot be handed in as it was made. */
export const notAsItStands = (state: Existing, children: readonly ChildReport[]): Refusal => {
  const count = takenOutOf(state, children);
  return count > 0 ? reject('consolidation-stale', { params: { count } }) : undefined;
};

/** How many reports in the total were returned or reopened since it was made: their figures are no longer in it. */
const takenOutOf = ({ kind, consolidation }: Existing, children: readonly ChildReport[]): number =>
  kind === 'CONSOLIDATED' && consolidation !== undefined
    ? consolidation.included.filter(({ reportId, version }) => {
        const now = children.find((child) => child.reportId === reportId);
        return now === undefined || now.version !== version || !isOneOf(COUNTED, now.status);
      }).length
    : 0;

/** What a consolidated report is made of: approved reports summed, the others named. An excused one is not owed. */
export const consolidationOf = (
  definitions: readonly FigureDefinition[],
  children: readonly ChildReport[],
): Omit<LastConsolidation, 'version'> => {
  const obliged = children.filter(({ status }) => status !== 'EXCUSED');
  const counted = obliged.filter(({ status }) => isOneOf(COUNTED, status));
  return {
    figures: sumFigures(
      definitions,
      counted.map(({ figures = {} }) => figures),
    ),
    included: counted.map(({ unitId, reportId, version }) => ({ unitId, reportId, version })),
    missing: obliged
      .filter((child) => !counted.includes(child))
      .map(({ unitId, reportId, status }) => ({ unitId, reportId, status })),
    coverage: { included: counted.length, obliged: obliged.length },
  };
};

/** Consolidates the reports owed to the unit; made anew, it takes the place of the last. */
export const consolidate = ({ facts }: ConsolidateReports, state: Existing): Result => {
  const { reportId, version } = state;
  const refusal = notToConsolidate(state, facts.children);
  if (refusal !== undefined) return refusal;
  const made = consolidationOf(facts.definitions, othersThan(state, facts.children));
  const [first, ...further] = pagesOf(made);
  return accept<ReportEvent>(
    { type: 'ReportsConsolidated', data: { reportId, version, ...made, ...first } },
    ...further.map((page) => ({ type: 'ConsolidationContinued' as const, data: { reportId, version, ...page } })),
  );
};

/** Reports of each list that one event names: some 50 KB, however many units there are. */
const PAGE = 200;

const pagesOf = ({ included, missing }: ReportsNamed): readonly ReportsNamed[] =>
  Array.from({ length: Math.ceil(Math.max(included.length, missing.length) / PAGE) }, (_, page) => ({
    included: included.slice(page * PAGE, (page + 1) * PAGE),
    missing: missing.slice(page * PAGE, (page + 1) * PAGE),
  }));

/** Why nothing can be made of others: it is a unit's own report, or none of those is approved yet. */
export const notToConsolidate = (state: Existing, children: readonly ChildReport[]): Refusal => {
  if (state.kind !== 'CONSOLIDATED') return reject('not-a-consolidated-report');
  const approved = othersThan(state, children).some(({ status }) => isOneOf(COUNTED, status));
  return approved ? undefined : reject('nothing-to-consolidate');
};

const othersThan = ({ reportId }: Existing, children: readonly ChildReport[]): readonly ChildReport[] =>
  children.filter((child) => child.reportId !== reportId);
