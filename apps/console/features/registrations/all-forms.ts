import type { Actions, RegistrationDetail } from '../../shared/api/generated/types.gen.ts';
import { complete } from '../../shared/forms/form.ts';
import { APPRAISAL_FORMS } from './appraisal/forms.tsx';
import { AFTERWARDS } from './forms/afterwards.ts';
import { CORRECTING } from './forms/correcting.ts';
import { IMPLEMENTING } from './forms/implementing.ts';
import { REGISTERING } from './forms/registering.ts';
import { REQUESTING } from './forms/requesting.ts';

/** The form of every command about a registration that is there, in the order in which one passes them. */
export const REGISTRATION_FORMS = complete<RegistrationDetail, Exclude<keyof Actions, 'DraftRegistration'>>()([
  ...REGISTERING,
  ...IMPLEMENTING,
  ...REQUESTING,
  ...APPRAISAL_FORMS,
  ...AFTERWARDS,
  ...CORRECTING,
]);
