import type { DocumentCitation, DomainEvent, LocalDate, Role } from '../kernel/index.ts';

/**
 * The kind of body a unit is. Authorities of a regulation are given per kind, so a level is never a column: a unit's
 * place is its parent on a date.
 */
export const UNIT_KINDS = ['NATIONAL', 'PROVINCE', 'COMMUNE', 'CENTRAL_AGENCIES', 'UNIT'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** Stream `unit-<unitId>`. */
export type UnitEvent =
  | DomainEvent<
      'UnitEstablished',
      {
        readonly unitId: string;
        readonly name: string;
        readonly kind: UnitKind;
        /** The unit above; absent for the root. */
        readonly parentId?: string;
        /** 2-digit province or 5-digit commune code, kept as text; absent for units without territory. */
        readonly adminUnitCode?: string;
        readonly from: LocalDate;
        readonly document?: DocumentCitation;
      }
    >
  | DomainEvent<
      'UnitRenamed',
      { readonly unitId: string; readonly name: string; readonly from: LocalDate; readonly document?: DocumentCitation }
    >
  | DomainEvent<
      'UnitMoved',
      {
        readonly unitId: string;
        readonly parentId: string;
        readonly from: LocalDate;
        readonly document?: DocumentCitation;
      }
    >
  | DomainEvent<
      'UnitClosed',
      { readonly unitId: string; readonly on: LocalDate; readonly reason: string; readonly document?: DocumentCitation }
    >;

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

/** What passes the gate: changes that are decided on the streams of other units or people. */
export type AdmittedChange = UnitEvent | Extract<PersonEvent, { readonly type: 'PersonAppointed' }>;

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
