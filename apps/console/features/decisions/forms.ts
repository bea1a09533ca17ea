import {
  decisionsCancel,
  decisionsFilePaper,
  decisionsFreeze,
  decisionsIssue,
  decisionsVoidNumber,
} from '../../shared/api/generated/sdk.gen.ts';
import {
  DecisionReasonBody,
  FilePaperBody,
  IssueBody,
  NoFields,
  RequestedNumberBody,
  VoidNumberBody,
} from '../../shared/api/generated/shapes.gen.ts';
import type { DecisionDetail } from '../../shared/api/generated/types.gen.ts';
import { group } from '../../shared/forms/composed-fields.tsx';
import { today } from '../../shared/dates/dates.ts';
import { evidence } from '../../shared/forms/evidence-field.tsx';
import { date } from '../../shared/forms/day.tsx';
import { line, long, pick } from '../../shared/forms/fields.tsx';
import { whole } from '../../shared/forms/number-fields.tsx';
import { form, type CommandForm } from '../../shared/forms/form.ts';
import { capacityField, docTypeField, folded, notAsked, symbolField, termField } from './issue/issue-fields.tsx';
import { IssuePreview } from './issue/issue-preview.tsx';
import { useUnusedNumbers } from './numbers/use-unused-numbers.ts';

const of = form<DecisionDetail>();

const paper = { unitOf: ({ unitId }: DecisionDetail) => unitId, kinds: ['DECISION'] } as const;

/** A part that may be left out: what it requires, it requires once it is begun, and the api says so. */
const LeftOut = { ...RequestedNumberBody, required: [] } as const;

/** The forms of the commands of a decision, in the order in which a decision passes them. */
export const DECISION_FORMS: readonly CommandForm<DecisionDetail>[] = [
  of({ command: 'FreezeDecision', shape: NoFields, fields: {}, send: decisionsFreeze, final: true }),
  of({
    command: 'IssueDecision',
    shape: IssueBody,
    fields: {
      term: termField,
      docType: docTypeField,
      issuedOn: date('issuedOn'),
      symbol: symbolField,
      capacity: capacityField,
      paperId: evidence('signedPaper', paper),
      requested: folded(
        group('requested', LeftOut, {
          number: whole('requestedNumber'),
          text: line('requestedText'),
          gap: whole('requestedGap'),
        }),
      ),
      // Of a paper that is filed here the hash is known.
      fileSha256: notAsked('paperHash'),
    },
    initial: () => ({ issuedOn: today() }),
    send: decisionsIssue,
    Beside: IssuePreview,
    final: true,
  }),
  of({
    command: 'FilePaper',
    shape: FilePaperBody,
    fields: { paperId: evidence('filedPaper', paper) },
    send: decisionsFilePaper,
    final: true,
  }),
  of({
    command: 'RefuseNumber',
    shape: VoidNumberBody,
    fields: { bookId: pick('voidedNumber', useUnusedNumbers), reason: long('decisionReason') },
    send: decisionsVoidNumber,
    final: true,
  }),
  of({
    command: 'CancelDraft',
    shape: DecisionReasonBody,
    fields: { reason: long('decisionReason') },
    send: decisionsCancel,
    final: true,
  }),
];
