import {
  reportsApprove,
  reportsClose,
  reportsConsolidate,
  reportsExcuse,
  reportsExtend,
  reportsRemind,
  reportsReopen,
  reportsReturn,
  reportsSubmit,
} from '../../shared/api/generated/sdk.gen.ts';
import {
  CitationBody,
  NoFields,
  ReportExcuseBody,
  ReportExtendBody,
  ReportRemindBody,
  ReportReopenBody,
  ReportReturnBody,
  ReportSubmitBody,
} from '../../shared/api/generated/shapes.gen.ts';
import type { ReportSubmitBody as Submission } from '../../shared/api/generated/types.gen.ts';
import { group } from '../../shared/forms/composed-fields.tsx';
import { evidence } from '../../shared/forms/evidence-field.tsx';
import { date } from '../../shared/forms/day.tsx';
import { line, long } from '../../shared/forms/fields.tsx';
import { form, type CommandForm } from '../../shared/forms/form.ts';
import { Submitted } from './beside.tsx';
import { Reminded } from './reminders.tsx';
import { figuresField } from './figures-field.tsx';
import { figuresSent, figuresTyped, type TypedFigure } from './sums.ts';
import type { Subject } from './use-report.ts';

const of = form<Subject>();

/** A report may have no words and no files: its figures are what is owed. */
const Submitting = { ...ReportSubmitBody, required: ['figures'] } as const;

/** The forms of the commands of a report, in the order in which a report passes them; what was consolidated is handed in first. */
export const REPORT_FORMS: readonly CommandForm<Subject>[] = [
  of({
    command: 'SubmitReport',
    shape: Submitting,
    fields: {
      figures: figuresField,
      narrative: long('reportNarrative', 6),
      evidenceIds: evidence<Subject>('reportEvidence', {
        unitOf: ({ report }) => report.unitId,
        kinds: ['RESULT_REPORT', 'PHOTO', 'CONFIRMATION', 'OTHER'],
        there: ({ form: { lastSubmission } }) =>
          (lastSubmission?.evidence ?? []).map(({ evidenceId, fileName, kind }) => ({
            id: evidenceId,
            fileName,
            kind,
          })),
      }),
    },
    initial: ({ form: { figures, narrative, lastSubmission } }) => ({
      figures: figuresTyped(figures, lastSubmission !== null),
      narrative,
      evidenceIds: lastSubmission?.evidence.map(({ evidenceId }) => evidenceId) ?? [],
    }),
    send: ({ body, ...sending }) => reportsSubmit({ ...sending, body: submissionOf(body) }),
    final: true,
  }),
  of({ command: 'ConsolidateReports', shape: NoFields, fields: {}, send: reportsConsolidate }),
  of({ command: 'ApproveReport', shape: NoFields, fields: {}, send: reportsApprove }),
  of({
    command: 'ReturnReport',
    shape: ReportReturnBody,
    fields: { reason: long('reportReturnReason'), dueOn: date('reportReturnDueOn') },
    send: reportsReturn,
    Beside: Submitted,
  }),
  of({ command: 'CloseReport', shape: NoFields, fields: {}, send: reportsClose }),
  of({
    command: 'ReopenReport',
    shape: ReportReopenBody,
    fields: { reason: long('reportReopenReason'), dueOn: date('reportReopenDueOn') },
    send: reportsReopen,
  }),
  of({
    command: 'OrderReminder',
    shape: ReportRemindBody,
    fields: { note: long('reportRemindNote') },
    send: reportsRemind,
    final: true,
    done: 'doneReminder',
    Beside: Reminded,
  }),
  of({
    command: 'ExtendReport',
    shape: ReportExtendBody,
    fields: {
      dueOn: date('reportExtendDueOn'),
      reason: long('reportExtendReason'),
      document: group<Subject, typeof CitationBody>('reportExtendDocument', CitationBody, {
        number: line('reportExtendNumber'),
        issuedOn: date('reportExtendIssuedOn'),
      }),
    },
    send: reportsExtend,
    final: true,
  }),
  of({
    command: 'ExcuseReport',
    shape: ReportExcuseBody,
    fields: { reason: long('reportExcuseReason') },
    send: reportsExcuse,
    final: true,
  }),
];

interface Typed extends Partial<Omit<Submission, 'figures'>> {
  readonly figures?: Readonly<Record<string, TypedFigure>>;
}

const submissionOf = ({ figures, narrative = '', evidenceIds = [] }: Typed): Submission => ({
  figures: figuresSent(figures),
  narrative,
  evidenceIds,
});
