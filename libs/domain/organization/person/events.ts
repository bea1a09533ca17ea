import type { DocumentCitation, DomainEvent, LocalDate, Role } from '../../kernel/index.ts';

/** Stream `person-<personId>`. */
export type PersonEvent =
  | DomainEvent<'PersonEntered', { readonly personId: string; readonly name: string; readonly email?: string }>
  | DomainEvent<
      'PersonAppointed',
      {
        readonly personId: string;
        readonly appointmentId: string;
        readonly unitId: string;
        readonly role: Role;
        readonly from: LocalDate;
        readonly until?: LocalDate;
        readonly document: DocumentCitation;
      }
    >
  | DomainEvent<
      'AppointmentEnded',
      {
        readonly personId: string;
        readonly appointmentId: string;
        /** The last instant at which the appointment gives rights. */
        readonly endsAt: string;
        readonly reason: string;
      }
    >
  /** The person may sign in under this name. What proves who they are is no fact of the log. */
  | DomainEvent<
      'AccountOpened',
      {
        readonly personId: string;
        readonly accountId: string;
        /** As it is compared at sign-in: without marks, in lower case. */
        readonly username: string;
      }
    >
  /** Every account of the person is closed for good. */
  | DomainEvent<'AccountDisabled', { readonly personId: string }>;
