import type { ToMany } from '../../../shared/actions/own.ts';
import {
  registrationsAccept,
  registrationsOpenAppraisal,
  registrationsReturn,
} from '../../../shared/api/generated/sdk.gen.ts';
import { NoFields, OpenAppraisalBody, RegistrationReturnBody } from '../../../shared/api/generated/shapes.gen.ts';
import type { Registration } from '../../../shared/api/generated/types.gen.ts';
import { date } from '../../../shared/forms/day.tsx';
import { long } from '../../../shared/forms/fields.tsx';
import { form } from '../../../shared/forms/form.ts';
import { oneOfEachUnit } from '../appraisal/appraisers.ts';
import { teamOf } from '../appraisal/team-field.tsx';
import { TeamsBeside } from './teams-beside.tsx';

/** What is done to many at once; what is typed goes to each of them. */
export type Many = readonly Registration[];

const of = form<Many>();

/** What can be done to many registrations at once: each gets its own command. */
export const BULK_FORMS = {
  AcceptRegistration: of({
    command: 'AcceptRegistration',
    shape: NoFields,
    fields: {},
    send: registrationsAccept,
    final: true,
  }),
  ReturnRegistration: of({
    command: 'ReturnRegistration',
    shape: RegistrationReturnBody,
    fields: { reason: long('returnReason'), dueOn: date('returnDueOn') },
    send: registrationsReturn,
    final: true,
  }),
  OpenAppraisal: of({
    command: 'OpenAppraisal',
    shape: OpenAppraisalBody,
    fields: { team: teamOf<Many>(oneOfEachUnit), dueOn: date('appraisalDueOn') },
    Beside: TeamsBeside,
    send: registrationsOpenAppraisal,
    final: true,
  }),
} satisfies Record<ToMany, unknown>;

export type BulkForm = (typeof BULK_FORMS)[ToMany];
