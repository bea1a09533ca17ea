import { addDays, covers, evolveBy, localDateOf } from '../../kernel/index.ts';
import type { DocumentCitation, Instant, Period, Role, Transitions } from '../../kernel/index.ts';
import type { PersonCommand } from './commands.ts';
import type { PersonEvent } from './events.ts';
import { earlier, span } from '../periods.ts';

/** A role in a unit, with the days for which it was given; it covers that unit and those below. */
export interface Appointment extends Period {
  readonly appointmentId: string;
  readonly unitId: string;
  readonly role: Role;
  readonly document: DocumentCitation;
  /** The last instant with rights, once its end is recorded. */
  readonly endsAt?: Instant;
}

export interface EnteredPerson {
  readonly status: 'ENTERED';
  readonly personId: string;
  readonly name: string;
  readonly email?: string;
  /** In the order in which they were recorded. */
  readonly appointments: readonly Appointment[];
  /** Accounts that are open. */
  readonly accounts: readonly string[];
}

export type PersonState = { readonly status: 'NONE' } | EnteredPerson;

export const initial: PersonState = { status: 'NONE' };

export const transitions = {
  EnterPerson: { from: ['NONE'], events: { PersonEntered: 'ENTERED' } },
  AppointPerson: { from: ['ENTERED'], events: { PersonAppointed: 'same' } },
  EndAppointment: { from: ['ENTERED'], events: { AppointmentEnded: 'same' } },
  OpenAccount: { from: ['ENTERED'], events: { AccountOpened: 'same' } },
  DisableAccount: { from: ['ENTERED'], events: { AccountDisabled: 'same' } },
} as const satisfies Transitions<PersonCommand, PersonEvent, PersonState>;

export const evolve = evolveBy<PersonState, PersonEvent, typeof transitions>(transitions, {
  PersonEntered: (_, { data }) => ({ ...data, appointments: [], accounts: [] }),
  PersonAppointed: (state, { data: { appointmentId, unitId, role, from, until, document } }) => ({
    ...state,
    appointments: [...state.appointments, { appointmentId, unitId, role, document, ...span(from, until) }],
  }),
  AppointmentEnded: (state, { data: { appointmentId, endsAt } }) => ({
    ...state,
    appointments: state.appointments.map((each) => (each.appointmentId === appointmentId ? { ...each, endsAt } : each)),
  }),
  AccountOpened: (state, { data }) => ({ ...state, accounts: [...state.accounts, data.accountId] }),
  AccountDisabled: (state) => ({ ...state, accounts: [] }),
});

/**
 * True when the appointment gives rights at the instant: from the first moment of its first day to the last moment of
 * its last day in Vietnam, and not after the instant at which it was ended.
 */
export const isRunningAt = (appointment: Appointment, instant: Instant): boolean =>
  covers(appointment, localDateOf(instant)) && (appointment.endsAt === undefined || instant <= appointment.endsAt);

/** The days on which it gives rights for at least a moment. Ends before it begins when it never did. */
export const daysOf = ({ from, until, endsAt }: Appointment): Period =>
  span(from, endsAt === undefined ? until : earlier(localDateOf(endsAt), until));

/** The days on which it gives rights from morning to night: the day on which it was ended is free for another. */
export const fullDaysOf = ({ from, until, endsAt }: Appointment): Period =>
  span(from, endsAt === undefined ? until : earlier(addDays(localDateOf(endsAt), -1), until));
