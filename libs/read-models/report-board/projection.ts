import { reporting } from '#domain';
import type { RecordedIn } from '#event-store';
import type { Projection } from '../projection.port.ts';
import { applyRowState, stampOf, type RowState } from '../tables/row-state.ts';
import { insertRows } from '../tables/write.ts';
import { reportHistory, reports, type HandedIn, type ReportRow, type ReportVersion } from './table.ts';

type Event = RecordedIn<'report'>;
type Of<Type extends Event['type']> = Extract<Event, { readonly type: Type }>;

/** The line of the board after an event of its report. */
const evolveReport = (row: ReportRow | undefined, event: RecordedIn<'report'>): ReportRow | undefined => {
  const line = event.type === 'ReportObliged' ? obliged(event) : row && move(row, event);
  return line && { ...line, revision: event.revision, position: event.position };
};

const obliged = ({ data }: Of<'ReportObliged'>): Omit<ReportRow, 'revision' | 'position'> => ({
  id: data.reportId,
  unitId: data.unitId,
  receiverId: data.receiverId,
  kind: data.kind,
  periodKind: data.period.kind,
  periodYear: data.period.year,
  fromOn: data.from,
  cutoff: data.cutoff,
  originalDueOn: data.dueOn,
  dueOn: data.dueOn,
  regulationId: data.regulationId,
  status: reporting.statusAfter.ReportObliged,
  version: 1,
  ...UNSUBMITTED,
  versions: [],
  returned: [],
  extensions: [],
  excuse: null,
  consolidation: null,
});

const UNSUBMITTED = { submittedOn: null, workingDaysLate: null };

const move = (row: ReportRow, event: Exclude<Event, Of<'ReportObliged'>>): ReportRow => {
  const { recordedAt } = event.meta;
  switch (event.type) {
    case 'ReportSubmitted':
      return submitted(row, event);
    case 'ReportReturned': {
      const { reason, dueOn } = event.data;
      const returnedBy = event.meta.actor.personId;
      const returned = [...row.returned, { reason, dueOn, returnedBy, recordedAt }];
      return { ...to(row, event), ...UNSUBMITTED, dueOn, returned };
    }
    case 'ReportApproved':
      return to(row, event);
    case 'ReportConsolidated':
      return to(row, event);
    case 'ReportClosed':
      return to(row, event);
    case 'ReportReopened':
      return {
        ...row,
        ...UNSUBMITTED,
        status: reporting.statusAfter[event.type],
        version: event.data.version,
        dueOn: event.data.dueOn,
      };
    case 'ReportExcused':
      return { ...row, status: reporting.statusAfter[event.type], excuse: event.data.reason };
    case 'ReportExtended': {
      const { previousDueOn, dueOn, reason, document } = event.data;
      return {
        ...row,
        dueOn,
        extensions: [...row.extensions, { previousDueOn, dueOn, reason, document, recordedAt }],
      };
    }
    case 'ReminderOrdered':
      return row;
    case 'ReportsConsolidated': {
      const { version, figures, included, missing, coverage } = event.data;
      return { ...row, consolidation: { version, figures, included, missing, coverage, recordedAt } };
    }
    case 'ConsolidationContinued':
      return { ...row, consolidation: row.consolidation && reporting.continued(row.consolidation, event.data) };
  }
};

/** The report and the version it happened to have the same status. */
const to = (
  row: ReportRow,
  { type, data: { version } }: Of<'ReportReturned' | 'ReportApproved' | 'ReportConsolidated' | 'ReportClosed'>,
): ReportRow => {
  const status = reporting.statusAfter[type];
  const versions = row.versions.map((one) => (one.version === version ? { ...one, status } : one));
  return { ...row, status, version, versions };
};

/** Submitted anew, a version takes the place of what was returned, and keeps the figures of that. */
const submitted = (row: ReportRow, { type, data, meta }: Of<'ReportSubmitted'>): ReportRow => {
  const status = reporting.statusAfter[type];
  const { version, figures, locked, narrative, evidence, workingDaysLate } = data;
  const before = row.versions.find((one) => one.version === version);
  const latest: ReportVersion = {
    version,
    status,
    figures,
    locked,
    narrative,
    evidence: evidence.map(({ evidenceId, fileName }) => ({ evidenceId, fileName })),
    submittedOn: meta.effectiveOn,
    submittedBy: meta.actor.personId,
    workingDaysLate,
    earlier: before === undefined ? [] : [...before.earlier, handedIn(before)],
  };
  return {
    ...row,
    status,
    version,
    submittedOn: latest.submittedOn,
    workingDaysLate,
    versions: [...row.versions.filter((one) => one.version !== version), latest],
  };
};

const handedIn = ({ figures, submittedOn, submittedBy }: ReportVersion): HandedIn => ({
  figures,
  submittedOn,
  submittedBy,
});

export const reportState: RowState<ReportRow, 'report'> = {
  table: reports,
  categories: ['report'],
  evolve: evolveReport,
};

/** The board of reports: who owes what, by when, what became of it, and how it stood on any day. */
export const reportBoardProjection: Projection<'report'> = {
  name: 'report-board',
  version: 4,
  categories: ['report'],
  tables: [reports, reportHistory],
  apply: async (events, tx) => {
    const steps = await applyRowState(reportState, events, tx);
    const stood = steps.map(({ event, after }) => ({ ...after, ...stampOf(event) }));
    await insertRows(reportHistory, stood, tx);
  },
};
