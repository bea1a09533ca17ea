import { regulation, reject, reporting, type Rejected } from '#domain';
import { inChunks } from '#engine';
import { regulationOf } from '../regulation/rules.ts';
import { inSnapshot, knownFigures, listChildReports, type ReadModelName, type ReadModelsDb } from '#read-models';
import { evidenceRefs } from '../evidence-refs.ts';
import type { Ports } from '../ports.ts';
import type { Context } from '../run-workflow.ts';
import type { Rejection } from '../rejection.ts';
import type { ReportAsk } from './report-ask.ts';

/** A report that is owed. */
export type OwedReport = Exclude<reporting.ReportState, { readonly status: 'NONE' }>;

/** The figures a report under the regulation has. */
export const definitionsIn = (content: regulation.RegulationContent): readonly regulation.FigureDefinition[] =>
  regulation.reportingRules(content).figures;

/** Longest wait for the read models to see all that was recorded, in milliseconds. */
const MAX_WAIT_MS = 5000;

/** Streams read at the same time. */
const CHUNK = 32;

/** What a command on a report has to know. */
export const reportFacts = async (
  ask: ReportAsk,
  context: Context<reporting.ReportState>,
): Promise<reporting.ReportCommand['facts'] | Rejected<Rejection>> => {
  const { ports, loaded } = context;
  if (loaded.state.status === 'NONE') return reject('not-found');
  switch (ask.type) {
    case 'SubmitReport':
      return submitFacts(ask.data.evidenceIds, loaded.state, context);
    case 'ConsolidateReports':
      return consolidationFacts(ports, loaded.state);
    case 'ReturnReport':
    case 'ApproveReport':
    case 'CloseReport':
    case 'ReopenReport':
    case 'ExcuseReport':
    case 'ExtendReport':
    case 'OrderReminder':
      return {};
  }
};

const submitFacts = async (
  evidenceIds: readonly string[],
  report: OwedReport,
  context: Context<unknown>,
): Promise<reporting.SubmitReport['facts'] | Rejected<Rejection>> => {
  const content = await contentOf(context.ports, report);
  if (content === undefined) return reject('regulation-missing');
  const known = await knownOf(context.ports, report, definitionsIn(content));
  if (known === undefined) return reject('read-model-behind');
  return {
    evidence: await evidenceRefs(context, evidenceIds),
    definitions: definitionsIn(content),
    calendar: regulation.calendarOf(content),
    known,
    children: await includedIn(context.ports, report),
  };
};

/** The children as the log has them; the read model only tells which they are, once it has seen all of the log. */
export const consolidationFacts = async (
  ports: Ports,
  report: OwedReport,
): Promise<reporting.ConsolidateReports['facts'] | Rejected<'regulation-missing' | 'read-model-behind'>> => {
  const content = await contentOf(ports, report);
  if (content === undefined) return reject('regulation-missing');
  const { unitId, period } = report;
  const listed = await seenByNow(ports, 'report-board', (db) => listChildReports(db, { receiverId: unitId, period }));
  if (listed === undefined) return reject('read-model-behind');
  const others = listed.filter(({ reportId }) => reportId !== report.reportId);
  const children = await inChunks(others, CHUNK, ({ reportId }) => childOf(ports, reportId));
  return { definitions: definitionsIn(content), children: children.flat() };
};

/** The reports the last consolidation is made of, as the log has them now. */
const includedIn = async (ports: Ports, { consolidation }: OwedReport): Promise<readonly reporting.ChildReport[]> =>
  (await inChunks(consolidation?.included ?? [], CHUNK, ({ reportId }) => childOf(ports, reportId))).flat();

const childOf = async ({ engine }: Ports, reportId: string): Promise<readonly reporting.ChildReport[]> => {
  const { state } = await engine.load(`report-${reportId}`, reporting.decider);
  if (state.status === 'NONE') return [];
  const { unitId, status, version } = state;
  return [
    { reportId, unitId, status, version, ...('submission' in state ? { figures: state.submission.figures } : {}) },
  ];
};

/** The figures the log knows of the unit's own period; undefined when the read models are too far behind to tell. */
export const knownOf = async (
  ports: Ports,
  { kind, unitId, from, cutoff }: OwedReport,
  definitions: readonly regulation.FigureDefinition[],
): Promise<reporting.Figures | undefined> => {
  if (kind === 'CONSOLIDATED') return {};
  return seenByNow(ports, 'statistics', (db) => knownFigures(db, { unitId, from, until: cutoff, definitions }));
};

/** What a read model that has seen all that was recorded says in one snapshot; undefined where it has not, or stands still. */
const seenByNow = async <Value>(
  { store, waitForReadModels, readModels }: Ports,
  of: ReadModelName,
  ask: (db: ReadModelsDb) => Promise<Value>,
): Promise<Value | undefined> => {
  const head = await store.head();
  if (!(await waitForReadModels(head, MAX_WAIT_MS))) return undefined;
  const { position, value } = await inSnapshot(readModels, [of], ask);
  return position < head ? undefined : value;
};

/** The regulation a report is owed under. */
export const contentOf = async (
  { rules }: Ports,
  { regulationId }: OwedReport,
): Promise<regulation.RegulationContent | undefined> => regulationOf(await rules.current(), regulationId)?.content;
