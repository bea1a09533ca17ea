import { accept, decideBy, isLocalDate, localDateOf, personsOf, reject, tidy } from '../../kernel/index.ts';
import type { Outcome, Rejected } from '../../kernel/index.ts';
import { contains, isInstant, overlap, span } from '../periods.ts';
import type { AppointPerson, EndAppointment, EnterPerson, PersonCommand, PersonRejection } from './commands.ts';
import { accountDecisions } from './decide-account.ts';
import type { PersonEvent } from './events.ts';
import { rights } from './rights.ts';
import { evolve, fullDaysOf, initial, transitions, type EnteredPerson, type PersonState } from './state.ts';

type PersonOutcome = Outcome<PersonEvent, PersonRejection>;

/** Decides on one person's entry and rights. */
export const decide = decideBy<PersonCommand, PersonEvent, PersonState, PersonRejection, typeof transitions>({
  rights,
  transitions,
  before: ownRights,
  notAllowed: (_state, { type }) => reject(type === 'EnterPerson' ? 'person-exists' : 'person-missing'),
  decisions: {
    EnterPerson: (command) => enter(command),
    AppointPerson: (command, state) => appoint(command, state),
    EndAppointment: (command, state) => endAppointment(command, state),
    ...accountDecisions,
  },
});

/** Stream `person-<personId>`. */
export const decider = { initial, evolve, decide };

/** Nobody, not even an administrator, changes their own rights. */
function ownRights({ type, meta }: PersonCommand, state: PersonState): Rejected<PersonRejection> | undefined {
  if (type === 'EnterPerson' || type === 'SetPassword' || state.status === 'NONE') return undefined;
  return personsOf(meta.actor).includes(state.personId) ? reject('own-rights') : undefined;
}

const enter = ({ data }: EnterPerson): PersonOutcome => {
  const name = tidy(data.name);
  if (name === '') return reject('name-empty', { pointer: '/name' });
  if (data.email !== undefined && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(data.email)) {
    return reject('email-invalid', { pointer: '/email' });
  }
  return accept({ type: 'PersonEntered', data: { ...data, name } });
};

const appoint = ({ data, facts }: AppointPerson, state: EnteredPerson): PersonOutcome => {
  if (!isLocalDate(data.from)) return reject('date-invalid', { pointer: '/from' });
  if (data.until !== undefined && !isLocalDate(data.until)) return reject('date-invalid', { pointer: '/until' });
  if (data.until !== undefined && data.until < data.from) return reject('dates-out-of-order', { pointer: '/until' });
  if (!isLocalDate(data.document.issuedOn)) return reject('date-invalid', { pointer: '/document/issuedOn' });
  const document = { ...data.document, number: tidy(data.document.number) };
  if (document.number === '') return reject('document-missing', { pointer: '/document/number' });
  if (facts.unit === undefined) return reject('unit-missing', { pointer: '/unitId' });
  const days = span(data.from, data.until);
  if (!contains(facts.unit, days)) return reject('outside-unit-period', { pointer: '/from' });
  const held = state.appointments.some(
    (each) => each.unitId === data.unitId && each.role === data.role && overlap(fullDaysOf(each), days),
  );
  if (held) return reject('already-appointed', { pointer: '/role' });
  const { personId, account } = state;
  const appointed: PersonEvent = {
    type: 'PersonAppointed',
    data: { ...data, personId, document },
    effectiveOn: data.from,
  };
  if (account === undefined || !facts.beyondVoucher) return accept(appointed);
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
  const lapsed = appointment.until !== undefined && appointment.until < localDateOf(endsAt);
  if (lapsed || (appointment.endsAt !== undefined && appointment.endsAt <= endsAt)) {
    return reject('appointment-ended', { pointer: '/endsAt' });
  }
  const ended = { personId: state.personId, appointmentId: data.appointmentId, endsAt, reason };
  return accept({ type: 'AppointmentEnded', data: ended, effectiveOn: localDateOf(endsAt) });
};
