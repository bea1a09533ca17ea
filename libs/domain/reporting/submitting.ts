import { workingDaysBetween } from '../calendar/index.ts';
import { accept, localDateOf, reject } from '../kernel/index.ts';
import type { EvidenceRef } from '../kernel/index.ts';
import type { FigureDefinition } from '../regulation/events.ts';
import type { Existing, Refusal, Result } from './checks.ts';
import type { ChildReport, ConsolidateReports, SubmitReport } from './commands.ts';
import type { Figures } from './events.ts';
import { completeFigures, figureOf, sumFigures } from './figures.ts';

/** Hands the report in. Late is recorded, never refused. */
export const submit = ({ data, facts, meta }: SubmitReport, state: Existing): Result => {
  const { reportId, version, dueOn, cutoff } = state;
  const today = localDateOf(meta.at);
  if (today <= cutoff) return reject('period-not-over', { params: { cutoff } });
  const locked = lockedFigures(state, facts.definitions, facts.known);
  if (locked === undefined) return reject('not-consolidated');
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

/** Figures nobody types: of a consolidated report all, as they were consolidated last. */
const lockedFigures = (
  { kind, consolidation }: Existing,
  definitions: readonly FigureDefinition[],
  known: Figures,
): Figures | undefined => {
  if (kind === 'CONSOLIDATED') return consolidation && only(definitions, consolidation.figures);
  return only(
    definitions.filter((each) => each.known !== undefined),
    known,
  );
};

const only = (definitions: readonly FigureDefinition[], figures: Figures): Figures =>
  Object.fromEntries(definitions.map(({ code }) => [code, figureOf(figures, code)]));

const evidenceUnknown = (ids: readonly string[], evidence: readonly EvidenceRef[]): Refusal => {
  const index = ids.findIndex((id) => !evidence.some(({ evidenceId }) => evidenceId === id));
  return index === -1 ? undefined : reject('evidence-unknown', { pointer: `/evidenceIds/${String(index)}` });
};

const COUNTED: readonly ChildReport['status'][] = ['APPROVED', 'CONSOLIDATED', 'CLOSED'];

/** Sums what is approved and names what is missing; an excused report is not owed and so not missing. */
export const consolidate = ({ facts }: ConsolidateReports, state: Existing): Result => {
  const { reportId, version } = state;
  if (state.kind !== 'CONSOLIDATED') return reject('not-a-consolidated-report');
  const obliged = facts.children.filter((child) => child.status !== 'EXCUSED' && child.reportId !== reportId);
  const counted = obliged.filter(({ status }) => COUNTED.includes(status));
  if (counted.length === 0) return reject('nothing-to-consolidate');
  return accept({
    type: 'ReportsConsolidated',
    data: {
      reportId,
      version,
      figures: sumFigures(
        facts.definitions,
        counted.map(({ figures = {} }) => figures),
      ),
      included: counted.map((child) => ({ unitId: child.unitId, reportId: child.reportId, version: child.version })),
      missing: obliged
        .filter((child) => !counted.includes(child))
        .map(({ unitId, reportId: missingId, status }) => ({ unitId, reportId: missingId, status })),
      coverage: { included: counted.length, obliged: obliged.length },
    },
  });
};
