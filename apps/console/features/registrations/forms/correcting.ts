import {
  registrationsApproveCorrection,
  registrationsDeclineCorrection,
  registrationsRequestCorrection,
} from '../../../shared/api/generated/sdk.gen.ts';
import {
  CitationBody,
  CorrectionApproveBody,
  CorrectionDeclineBody,
  CorrectionRequestBody,
} from '../../../shared/api/generated/shapes.gen.ts';
import type { RegistrationDetail } from '../../../shared/api/generated/types.gen.ts';
import { group } from '../../../shared/forms/composed-fields.tsx';
import { date } from '../../../shared/forms/day.tsx';
import { line, long, pick } from '../../../shared/forms/fields.tsx';
import { form } from '../../../shared/forms/form.ts';
import { newValue, SaysNow, useCorrectable, waitingCorrection } from './corrections.tsx';

const of = form<RegistrationDetail>();

/** A wrong entry is put right beside what it said, by two people. */
export const CORRECTING = [
  of({
    command: 'RequestCorrection',
    shape: CorrectionRequestBody,
    fields: {
      field: pick('correctedField', useCorrectable),
      newValue,
      reason: long('correctionReason'),
      document: group('correctionDocument', CitationBody, {
        number: line('documentNumberTyped'),
        issuedOn: date('documentIssuedOn'),
      }),
    },
    // An item may be put right to nothing; nothing is sent of a field that is empty.
    send: ({ body, ...rest }) =>
      registrationsRequestCorrection({ ...rest, body: { newValue: '', ...(body as object) } as never }),
    Beside: SaysNow,
  }),
  of({
    command: 'ApproveCorrection',
    shape: CorrectionApproveBody,
    fields: { correctionId: waitingCorrection },
    send: registrationsApproveCorrection,
    initial: onlyWaiting,
    final: true,
  }),
  of({
    command: 'DeclineCorrection',
    shape: CorrectionDeclineBody,
    fields: { correctionId: waitingCorrection, reason: long('correctionDeclineReason') },
    send: registrationsDeclineCorrection,
    initial: onlyWaiting,
  }),
] as const;

/** Where one correction waits, it is that one. */
function onlyWaiting({ dossier }: RegistrationDetail): Record<string, unknown> {
  const waiting = dossier?.waitingCorrections ?? [];
  return waiting.length === 1 ? { correctionId: waiting[0]?.correctionId } : {};
}
