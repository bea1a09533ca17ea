import {
  accept,
  citation,
  decideBy,
  isLocalDate,
  isOfPeople,
  localDateOf,
  notPastDay,
  personsOf,
  POWER_ROLES,
  reject,
  tidy,
} from '../../kernel/index.ts';
import type { Outcome, Rejected } from '../../kernel/index.ts';
import { contains, isInstant, overlap, span } from '../periods.ts';
import type {
  AppointPerson,
  ChangeEmail,
  ConfirmAppointment,
  DeclineAppointment,
  EndAppointment,
  EnterPerson,
  PersonCommand,
  PersonRejection,
} from './commands.ts';
import { accountDecisions } from './decide-account.ts';
import type { PersonEvent } from './events.ts';
import { rights } from './rights.ts';
import { evolve, daysOf, fullDaysOf, initial, transitions, type EnteredPerson, type PersonState } from './state.ts';

type PersonOutcome = Outcome<PersonEvent, PersonRejection>;

/** Decides on one person's entry and rights. */
export const decide = decideBy<PersonCommand, PersonEvent, PersonState, PersonRejection, typeof transitions>({
  rights,
  transitions,
  before: ownRights,
  notAllowed: (_state, { type }) => reject(type === 'EnterPerson' ? 'person-exists' : 'person-missing'),
  decisions: {
    EnterPerson: (command) => enter(command),
    ChangeEmail: (command, state) => changeEmail(command, state),
    AppointPerson: (command, state) => appoint(command, state),
    ConfirmAppointment: (command, state) => confirm(command, state),
    DeclineAppointment: (command, state) => decline(command, state),
    EndAppointment: (command, state) => endAppointment(command, state),
    ...accountDecisions,
  },
});

/** Stream `person-<personId>`. */
export const decider = { initial, evolve, decide };

/** Nobody, not even an administrator, changes their own rights. */
function ownRights({ type, meta }: PersonCommand, state: PersonState): Rejected<PersonRejection> | undefined {
  if (type === 'EnterPerson' || meta.actor.role === 'SELF' || state.status === 'NONE') return undefined;
  return personsOf(meta.actor).includes(state.personId) ? reject('own-rights') : undefined;
}

const enter = ({ data, facts }: EnterPerson): PersonOutcome => {
  const name = tidy(data.name);
  if (name === '') return reject('name-empty', { pointer: '/name' });
  if (data.email !== undefined && !facts.emailIsValid) return reject('email-invalid', { pointer: '/email' });
  return accept({ type: 'PersonEntered', data: { ...data, name } });
};

const changeEmail = ({ data: { email }, facts }: ChangeEmail, state: EnteredPerson): PersonOutcome => {
  if (email !== undefined && !facts.emailIsValid) return reject('email-invalid', { pointer: '/email' });
  if (email === state.email) return reject('email-unchanged', { pointer: '/email' });
  const { personId } = state;
  return accept({ type: 'EmailChanged', data: { personId, ...(email === undefined ? {} : { email }) } });
};

const appoint = ({ data, facts, meta }: AppointPerson, state: EnteredPerson): PersonOutcome => {
  if (!isLocalDate(data.from)) return reject('date-invalid', { pointer: '/from' });
  if (data.until !== undefined && !isLocalDate(data.until)) return reject('date-invalid', { pointer: '/until' });
  if (data.until !== undefined && data.until < data.from)
    return reject('dates-out-of-order', { pointer: '/until', params: { notBefore: data.from, milestone: 'BEGUN' } });
  const undated = notPastDay(data.document.issuedOn, meta, '/document/issuedOn');
  if (undated !== undefined) return undated;
  const document = citation(data.document);
  if (document.number === '') return reject('number-missing', { pointer: '/document/number' });
  const refused = notGrantable(data, facts, state);
  if (refused !== undefined) return refused;
  const terms = { ...data, personId: state.personId, document };
  if (!POWER_ROLES.includes(data.role) || !isOfPeople(meta.actor.role)) return granted(terms, facts, state);
  return facts.anotherAdministrator
    ? accept({ type: 'AppointmentProposed', data: terms, effectiveOn: data.from })
    : granted(terms, facts, state);
};

const confirm = ({ data, facts, meta }: ConfirmAppointment, state: EnteredPerson): PersonOutcome => {
  const proposal = state.proposals.find((each) => each.appointmentId === data.appointmentId);
  if (proposal === undefined) return reject('proposal-missing', { pointer: '/appointmentId' });
  const { proposedBy, ...terms } = proposal;
  if (personsOf(meta.actor).includes(proposedBy)) return reject('proposer-confirms');
  if (facts.oneHand) return reject('both-by-one-hand');
  const refused = notGrantable(terms, facts, state);
  return refused ?? granted({ ...terms, personId: state.personId, proposedBy }, facts, state);
};

const decline = ({ data }: DeclineAppointment, { personId, proposals }: EnteredPerson): PersonOutcome => {
  const { appointmentId } = data;
  const reason = tidy(data.reason);
  if (!proposals.some((each) => each.appointmentId === appointmentId))
    return reject('proposal-missing', { pointer: '/appointmentId' });
  if (reason === '') return reject('reason-missing', { pointer: '/reason' });
  return accept({ type: 'AppointmentDeclined', data: { personId, appointmentId, reason } });
};

/** What stands against an appointment on the day of the act. */
const notGrantable = (
  { unitId, role, from, until }: Pick<AppointPerson['data'], 'unitId' | 'role' | 'from' | 'until'>,
  { unit, throughThePerson }: Pick<AppointPerson['facts'], 'unit' | 'throughThePerson'>,
  { personId, appointments }: EnteredPerson,
): Rejected<PersonRejection> | undefined => {
  if (unit === undefined) return reject('unit-missing', { pointer: '/unitId' });
  const days = span(from, until);
  if (!contains(unit, days))
    return reject('outside-unit-period', {
      pointer: '/from',
      params: { unit: unitId, ...span(unit.from, unit.until) },
    });
  const held = appointments.find(
    (each) => each.unitId === unitId && each.role === role && overlap(fullDaysOf(each), days),
  );
  if (held !== undefined)
    return reject('already-appointed', {
      pointer: '/role',
      params: { person: personId, role, unit: unitId, from: held.from },
    });
  return throughThePerson && POWER_ROLES.includes(role) ? reject('through-own-grant', { pointer: '/role' }) : undefined;
};

type Granted = Extract<PersonEvent, { readonly type: 'PersonAppointed' }>['data'];

const granted = (
  data: Granted,
  { beyondVoucher }: Pick<AppointPerson['facts'], 'beyondVoucher'>,
  { personId, account }: EnteredPerson,
): PersonOutcome => {
  const appointed: PersonEvent = { type: 'PersonAppointed', data, effectiveOn: data.from };
  if (account === undefined || !beyondVoucher) return accept(appointed);
  const { appointmentId } = data;
  const { accountId } = account;
  return accept<PersonEvent>(appointed, { type: 'AccountLocked', data: { personId, accountId, appointmentId } });
};

const endAppointment = ({ data, meta }: EndAppointment, state: EnteredPerson): PersonOutcome => {
  const endsAt = data.endsAt ?? meta.at;
  const reason = tidy(data.reason);
  const appointment = state.appointments.find((each) => each.appointmentId === data.appointmentId);
  if (appointment === undefined) return reject('appointment-missing', { pointer: '/appointmentId' });
  if (reason === '') return reject('reason-missing', { pointer: '/reason' });
  if (!isInstant(endsAt)) return reject('date-invalid', { pointer: '/endsAt' });
  if (endsAt < meta.at) return reject('end-in-the-past', { pointer: '/endsAt' });
  const { until } = daysOf(appointment);
  const lapsed = appointment.until !== undefined && appointment.until < localDateOf(endsAt);
  if (lapsed || (appointment.endsAt !== undefined && appointment.endsAt <= endsAt)) {
    return reject('appointment-ended', { pointer: '/endsAt', params: until === undefined ? {} : { until } });
  }
  const ended = { personId: state.personId, appointmentId: data.appointmentId, endsAt, reason };
  return accept({ type: 'AppointmentEnded', data: ended, effectiveOn: localDateOf(endsAt) });
};
