import { accept, notDueDate, personsOf, reject, textMissing, tidy, type Actor } from '../kernel/index.ts';
import type { Existing, Refusal, Result } from './checks.ts';
import type { ApproveReport, CloseReport, MarkConsolidated, ReopenReport, ReturnReport } from './commands.ts';

/** Sends it back to be put right by `dueOn`; until it is approved again, its figures are in no total. */
export const sendBack = ({ data, meta }: ReturnReport, state: Existing): Result => {
  const { reportId, version } = state;
  const refusal =
    ownReport(meta.actor, state) ?? textMissing(data.reason, '/reason') ?? notDueDate(data.dueOn, meta, '/dueOn');
  if (refusal !== undefined) return refusal;
  const reason = tidy(data.reason);
  return accept({ type: 'ReportReturned', data: { reportId, version, reason, dueOn: data.dueOn } });
};

export const approve = ({ meta }: ApproveReport, state: Existing): Result => {
  const { reportId, version } = state;
  return ownReport(meta.actor, state) ?? accept({ type: 'ReportApproved', data: { reportId, version } });
};

/** It went into the report of the unit above, which was submitted. */
export const markConsolidated = ({ data }: MarkConsolidated, { reportId, version }: Existing): Result =>
  accept({ type: 'ReportConsolidated', data: { reportId, version, intoReportId: data.intoReportId } });

export const close = ({ meta }: CloseReport, state: Existing): Result => {
  const { reportId, version } = state;
  return ownReport(meta.actor, state) ?? accept({ type: 'ReportClosed', data: { reportId, version } });
};

/** Begins the next version; the closed one stays. */
export const reopen = ({ data, meta }: ReopenReport, state: Existing): Result => {
  const { reportId, version } = state;
  const refusal =
    ownReport(meta.actor, state) ?? textMissing(data.reason, '/reason') ?? notDueDate(data.dueOn, meta, '/dueOn');
  if (refusal !== undefined) return refusal;
  const reason = tidy(data.reason);
  return accept({ type: 'ReportReopened', data: { reportId, version: version + 1, reason, dueOn: data.dueOn } });
};

/** Four eyes: nobody examines what they handed in themselves. */
export const ownReport = (actor: Actor, { submittedBy }: Existing): Refusal =>
  personsOf(actor).some((person) => submittedBy.includes(person)) ? reject('own-report') : undefined;
