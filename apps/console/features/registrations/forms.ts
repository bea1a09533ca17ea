import { registrationsAccept, registrationsReturn, registrationsSubmit } from '../../shared/api/generated/sdk.gen.ts';
import { NoFields, RegistrationReturnBody, RegistrationSubmitBody } from '../../shared/api/generated/shapes.gen.ts';
import type { RegistrationDetail } from '../../shared/api/generated/types.gen.ts';
import { date, long } from '../../shared/forms/fields.tsx';
import { form, type CommandForm } from '../../shared/forms/form.ts';

const of = form<RegistrationDetail>();

/** The forms of the commands of a registration, in the order in which a registration passes them. */
export const REGISTRATION_FORMS: readonly CommandForm<RegistrationDetail>[] = [
  of({
    command: 'SubmitRegistration',
    shape: RegistrationSubmitBody,
    fields: { lateReason: long('lateReason') },
    send: registrationsSubmit,
  }),
  of({ command: 'AcceptRegistration', shape: NoFields, fields: {}, send: registrationsAccept }),
  of({
    command: 'ReturnRegistration',
    shape: RegistrationReturnBody,
    fields: { reason: long('reason'), dueOn: date('supplementDueOn') },
    send: registrationsReturn,
  }),
];
