import {
  registrationsAccept,
  registrationsDecline,
  registrationsReturn,
  registrationsRevise,
  registrationsSubmit,
} from '../../../shared/api/generated/sdk.gen.ts';
import {
  NoFields,
  RegistrationReasonBody,
  RegistrationReturnBody,
  RegistrationReviseBody,
  RegistrationSubmitBody,
} from '../../../shared/api/generated/shapes.gen.ts';
import type { RegistrationDetail } from '../../../shared/api/generated/types.gen.ts';
import { date } from '../../../shared/forms/day.tsx';
import { long } from '../../../shared/forms/fields.tsx';
import { form } from '../../../shared/forms/form.ts';
import { dossierForm } from './dossier-form.tsx';
import { lateReasonWhereLate } from './late-reason.tsx';
import { Wanted } from './wanted.tsx';

const of = form<RegistrationDetail>();

/** From a draft to the register. */
export const REGISTERING = [
  of({
    command: 'ReviseRegistration',
    shape: RegistrationReviseBody,
    fields: { form: dossierForm },
    send: registrationsRevise,
    initial: ({ dossier }) => ({ form: dossier?.form ?? {} }),
    Beside: Wanted,
  }),
  of({
    command: 'SubmitRegistration',
    shape: RegistrationSubmitBody,
    fields: { lateReason: lateReasonWhereLate },
    send: registrationsSubmit,
    final: true,
  }),
  of({ command: 'AcceptRegistration', shape: NoFields, fields: {}, send: registrationsAccept, final: true }),
  of({
    command: 'ReturnRegistration',
    shape: RegistrationReturnBody,
    fields: { reason: long('returnReason'), dueOn: date('returnDueOn') },
    send: registrationsReturn,
    final: true,
  }),
  of({
    command: 'DeclineRegistration',
    shape: RegistrationReasonBody,
    fields: { reason: long('declineReason') },
    send: registrationsDecline,
    final: true,
  }),
] as const;
