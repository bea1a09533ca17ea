import type { DomainEvent } from '../../kernel/index.ts';
import type { PersonEvent } from '../person/events.ts';
import type { UnitEvent } from '../unit/events.ts';

/** What passes the gate: changes that are decided on the streams of other units or people. */
export type AdmittedChange =
  | UnitEvent
  | Extract<
      PersonEvent,
      { readonly type: 'PersonAppointed' | 'AppointmentProposed' | 'AccountLocked' | 'AccountInvited' }
    >;

/**
 * Stream `organization-<uuid>`, one for the whole organization: changes that depend on each other are decided one
 * after the other, each on all that were admitted before it.
 */
export type OrganizationEvent = DomainEvent<
  'OrganizationChangeAdmitted',
  {
    /** The stream the changes belong to, where they are recorded next. */
    readonly stream: string;
    /** The command under which they are recorded there. */
    readonly changedBy: string;
    readonly changes: readonly AdmittedChange[];
  }
>;
