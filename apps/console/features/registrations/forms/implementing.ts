import {
  registrationsDiscontinue,
  registrationsRecordInspection,
  registrationsRecordProgress,
  registrationsStart,
  registrationsWithdraw,
} from '../../../shared/api/generated/sdk.gen.ts';
import {
  IndicatorBody,
  RecordInspectionBody,
  RecordProgressBody,
  RegistrationReasonBody,
  StartBody,
} from '../../../shared/api/generated/shapes.gen.ts';
import type { RegistrationDetail } from '../../../shared/api/generated/types.gen.ts';
import { today } from '../../../shared/dates/dates.ts';
import { rows } from '../../../shared/forms/composed-fields.tsx';
import { evidence } from '../../../shared/forms/evidence-field.tsx';
import { date } from '../../../shared/forms/day.tsx';
import { choice, line, long } from '../../../shared/forms/fields.tsx';
import { amount } from '../../../shared/forms/number-fields.tsx';
import { form } from '../../../shared/forms/form.ts';
import { filesOf } from './files-of.ts';

const of = form<RegistrationDetail>();

/** While the model is carried out. */
export const IMPLEMENTING = [
  of({
    command: 'StartImplementation',
    shape: StartBody,
    fields: { startedOn: date('startedOn'), plan: long('plan', 6) },
    send: registrationsStart,
    initial: () => ({ startedOn: today() }),
    final: true,
  }),
  of({
    command: 'RecordProgress',
    shape: RecordProgressBody,
    fields: {
      note: long('progressNote', 5),
      indicators: rows('indicators', IndicatorBody, {
        name: line('indicatorName'),
        value: amount('indicatorValue'),
        unit: line('indicatorUnit'),
      }),
      evidenceIds: evidence('progressEvidence', {
        unitOf: ({ unitId }: RegistrationDetail) => unitId,
        kinds: ['PHOTO', 'RESULT_REPORT', 'MINUTES', 'CONFIRMATION', 'DECISION', 'OTHER'],
        there: filesOf,
      }),
    },
    send: registrationsRecordProgress,
    initial: () => ({ indicators: [], evidenceIds: [] }),
    final: true,
  }),
  of({
    command: 'RecordInspection',
    shape: RecordInspectionBody,
    fields: {
      kind: choice('inspectionKind', 'inspectionKindNames'),
      findings: long('findings', 5),
      remedyDueOn: date('remedyDueOn'),
    },
    send: registrationsRecordInspection,
    final: true,
  }),
  of({
    command: 'WithdrawRegistration',
    shape: RegistrationReasonBody,
    fields: { reason: long('withdrawReason') },
    send: registrationsWithdraw,
    final: true,
  }),
  of({
    command: 'DiscontinueModel',
    shape: RegistrationReasonBody,
    fields: { reason: long('discontinueReason') },
    send: registrationsDiscontinue,
    final: true,
  }),
] as const;
