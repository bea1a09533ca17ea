import type { Actions, RegistrationDetail } from '../../shared/api/generated/types.gen.ts';
import { complete } from '../../shared/forms/form.ts';
import { AFTERWARDS } from './forms/afterwards.ts';
import { CORRECTING } from './forms/correcting.ts';
import { IMPLEMENTING } from './forms/implementing.ts';
import { REGISTERING } from './forms/registering.ts';
import { REQUESTING } from './forms/requesting.ts';

/** Of the appraisal room, whose forms are in `appraisal/`. */
type OfAppraisal =
  'OpenAppraisal' | 'DeclareInterest' | 'ScoreModel' | 'ConcludeAppraisal' | 'RecordVote' | 'ReopenAppraisal';

/** The form of every command about a registration that is there, in the order in which one passes them. */
export const REGISTRATION_FORMS = complete<
  RegistrationDetail,
  Exclude<keyof Actions, 'DraftRegistration' | OfAppraisal>
>()([...REGISTERING, ...IMPLEMENTING, ...REQUESTING, ...AFTERWARDS, ...CORRECTING]);
