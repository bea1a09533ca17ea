import { ROLES, type Actor } from '../../kernel/index.ts';
import { by, commandMeta, given, recorded } from '../../kernel/testing/spec.ts';
import { emptyBook, evolveBook, rightsAt, unitsSince } from './appointments.ts';
import type { AppointPerson, ChangeEmail, EndAppointment, EnterPerson } from './commands.ts';
import { decide as decidePerson, decider as personDecider } from './decide.ts';
import type { PersonEvent } from './events.ts';

const admin: Actor = { personId: 'person-admin', role: 'SYSTEM_ADMIN', unitId: 'province' };
const NOON = '2026-03-02T05:00:00.000Z';
const meta = commandMeta({ actor: admin, at: NOON });

/** Another administrator is there; nobody came by anything through the person. */
const ORDINARY = { beyondVoucher: false, throughThePerson: false, anotherAdministrator: true };

const entered: PersonEvent = { type: 'PersonEntered', data: { personId: 'hoa', name: 'Nguyễn Thị Hoa' } };
const document = { number: '12-QĐ/TU', issuedOn: '2026-01-02' };
const appointed: PersonEvent = {
  type: 'PersonAppointed',
  data: {
    personId: 'hoa',
    appointmentId: 'appointment-1',
    unitId: 'commune',
    role: 'UNIT_HEAD',
    from: '2026-01-05',
    until: '2026-12-31',
    document,
  },
  effectiveOn: '2026-01-05',
};
const ended = (endsAt: string): PersonEvent => ({
  type: 'AppointmentEnded',
  data: { personId: 'hoa', appointmentId: 'appointment-1', endsAt, reason: 'Chuyển công tác' },
  effectiveOn: endsAt.slice(0, 10),
});

const enter = (data: Partial<EnterPerson['data']> = {}): EnterPerson => ({
  type: 'EnterPerson',
  data: { personId: 'hoa', name: 'Nguyễn Thị Hoa', ...data },
  facts: { emailIsValid: true },
  meta,
});
const changeEmail = (email?: string, valid = true): ChangeEmail => ({
  type: 'ChangeEmail',
  data: email === undefined ? {} : { email },
  facts: { emailIsValid: valid },
  meta,
});
const appoint = (
  data: Partial<AppointPerson['data']> = {},
  unit: AppointPerson['facts']['unit'] = { unitId: 'commune', from: '2025-07-01' },
): AppointPerson => ({
  type: 'AppointPerson',
  data: {
    appointmentId: 'appointment-1',
    unitId: 'commune',
    role: 'UNIT_HEAD',
    from: '2026-01-05',
    until: '2026-12-31',
    document,
    ...data,
  },
  facts: { unit, ...ORDINARY },
  meta,
});
const end = (data: Partial<EndAppointment['data']> = {}): EndAppointment => ({
  type: 'EndAppointment',
  data: { appointmentId: 'appointment-1', reason: 'Chuyển công tác', ...data },
  facts: {},
  meta,
});

const hoa = by(admin)(entered);
const head = by(admin)<PersonEvent>(entered, appointed);

describe('entering a person', () => {
  it('stores the name composed and without stray spaces', () => {
    given(personDecider)
      .when(enter({ name: ` ${'Nguyễn  Thị Hoa'.normalize('NFD')}` }))
      .then(entered);
  });

  it('refuses an empty name, a malformed address and a second entry', () => {
    given(personDecider)
      .when(enter({ name: '\t' }))
      .thenRejected('name-empty', { pointer: '/name' });
    given(personDecider)
      .when({ ...enter({ email: 'hoa tại xã' }), facts: { emailIsValid: false } })
      .thenRejected('email-invalid', { pointer: '/email' });
    given(personDecider, ...hoa)
      .when(enter())
      .thenRejected('person-exists');
  });
});

describe('a mail address', () => {
  const changed = (email?: string): PersonEvent => ({
    type: 'EmailChanged',
    data: { personId: 'hoa', ...(email === undefined ? {} : { email }) },
  });

  it('is changed, taken away and given again, and is one', () => {
    given(personDecider, ...hoa)
      .when(changeEmail('hoa@xa.example.vn'))
      .then(changed('hoa@xa.example.vn'));
    given(personDecider, ...hoa, ...by(admin)(changed('hoa@xa.example.vn')))
      .when(changeEmail())
      .then(changed());
    given(personDecider, ...hoa)
      .when(changeEmail('hoa tại xã', false))
      .thenRejected('email-invalid', { pointer: '/email' });
    given(personDecider, ...hoa, ...by(admin)(changed('hoa@xa.example.vn')))
      .when(changeEmail('hoa@xa.example.vn'))
      .thenRejected('email-unchanged', { pointer: '/email' });
  });
});

describe('appointing a person', () => {
  it('gives a role in a unit for some days, by a document', () => {
    given(personDecider, ...hoa)
      .when(appoint())
      .then(appointed);
  });

  it('refuses an administrator who appoints themselves', () => {
    given(
      personDecider,
      recorded<PersonEvent>({ type: 'PersonEntered', data: { personId: 'person-admin', name: 'An' } }),
    )
      .when(appoint())
      .thenRejected('own-rights');
  });

  it('refuses somebody who was never entered and a unit that was never established', () => {
    given(personDecider).when(appoint()).thenRejected('person-missing');
    given(personDecider, ...hoa)
      .when({ ...appoint(), facts: { unit: undefined, ...ORDINARY } })
      .thenRejected('unit-missing', { pointer: '/unitId' });
  });

  it('refuses days outside those of the unit', () => {
    const person = given(personDecider, ...hoa);
    person.when(appoint({ from: '2025-06-30' })).thenRejected('outside-unit-period', { pointer: '/from' });
    person
      .when(appoint({}, { unitId: 'commune', from: '2025-07-01', until: '2026-12-30' }))
      .thenRejected('outside-unit-period', { pointer: '/from' });
  });

  it('refuses wrong dates and a document without a number', () => {
    const person = given(personDecider, ...hoa);
    person.when(appoint({ from: '2026-02-30' })).thenRejected('date-invalid', { pointer: '/from' });
    person.when(appoint({ until: 'mai' })).thenRejected('date-invalid', { pointer: '/until' });
    person.when(appoint({ until: '2026-01-04' })).thenRejected('dates-out-of-order', { pointer: '/until' });
    person
      .when(appoint({ document: { number: '1-QĐ', issuedOn: '?' } }))
      .thenRejected('date-invalid', { pointer: '/document/issuedOn' });
    person
      .when(appoint({ document: { number: '1-QĐ', issuedOn: '2026-03-03' } }))
      .thenRejected('date-in-future', { pointer: '/document/issuedOn' });
    person
      .when(appoint({ document: { number: ' ', issuedOn: '2026-01-02' } }))
      .thenRejected('number-missing', { pointer: '/document/number' });
  });

  it('refuses the same role in the same unit on days it is held already', () => {
    const person = given(personDecider, ...head);
    const again = appoint({ appointmentId: 'appointment-2', from: '2026-12-31', until: '2027-12-31' });
    person.when(again).thenRejected('already-appointed', { pointer: '/role' });
    const { from: _from, ...rest } = again.data;
    expect(decidePerson({ ...again, data: { ...rest, from: '2027-01-01' } }, person.state).kind).toBe('accepted');
    expect(decidePerson(appoint({ role: 'UNIT_OFFICER' }), person.state).kind).toBe('accepted');
    expect(decidePerson(appoint({ unitId: 'other' }), person.state).kind).toBe('accepted');
  });

  it('takes the role back on the day on which it was ended', () => {
    const person = given(personDecider, ...head, ...by(admin)(ended('2026-03-02T05:00:00.000Z')));
    expect(decidePerson(appoint({ from: '2026-03-02' }), person.state).kind).toBe('accepted');
    person.when(appoint({ from: '2026-03-01' })).thenRejected('already-appointed', { pointer: '/role' });
  });
});

describe('ending an appointment', () => {
  it('ends the rights at the moment of the command', () => {
    given(personDecider, ...head)
      .when(end())
      .then({ ...ended(NOON), effectiveOn: '2026-03-02' });
  });

  it('ends them at a later instant when one is given, on that day in Vietnam', () => {
    given(personDecider, ...head)
      .when(end({ endsAt: '2026-06-30T17:00:00.000Z' }))
      .then({ ...ended('2026-06-30T17:00:00.000Z'), effectiveOn: '2026-07-01' });
  });

  it('refuses an act one second after the end, and allows one at the last instant', () => {
    const endsAt = '2026-06-30T09:30:00.000Z';
    const book = [...head, ...by(admin)(ended(endsAt))].reduce(evolveBook, emptyBook);
    expect(rightsAt(book, 'hoa', endsAt).map(({ role }) => role)).toEqual(['UNIT_HEAD']);
    expect(rightsAt(book, 'hoa', '2026-06-30T09:30:01.000Z')).toEqual([]);
  });

  it('is remembered: in which units somebody was appointed since a day', () => {
    const book = [...head, ...by(admin)(ended('2026-06-30T09:30:00.000Z'))].reduce(evolveBook, emptyBook);
    const later = (since: string) => unitsSince(book, 'hoa', { since, at: '2027-01-01T02:00:00.000Z' });
    expect(later('2026-06-30')).toEqual(rightsAt(book, 'hoa', '2026-06-30T09:30:00.000Z').map(({ unitId }) => unitId));
    expect(later('2026-07-01')).toEqual([]);
    expect(unitsSince(book, 'hoa', { since: '2000-01-01', at: '2000-01-02T02:00:00.000Z' })).toEqual([]);
  });

  it('refuses an end in the past: rights that were exercised stay lawful', () => {
    given(personDecider, ...head)
      .when(end({ endsAt: '2026-03-02T04:59:59.999Z' }))
      .thenRejected('end-in-the-past', { pointer: '/endsAt' });
  });

  it('refuses an end behind the one that is settled', () => {
    given(personDecider, ...head)
      .when(end({ endsAt: '2026-12-31T17:00:00.000Z' }))
      .thenRejected('appointment-ended', { pointer: '/endsAt' });
    given(personDecider, ...head, ...by(admin)(ended('2026-06-30T09:30:00.000Z')))
      .when(end({ endsAt: '2026-06-30T09:30:00.000Z' }))
      .thenRejected('appointment-ended', { pointer: '/endsAt' });
  });

  it('takes an earlier end instead of a planned one', () => {
    given(personDecider, ...head, ...by(admin)(ended('2026-06-30T09:30:00.000Z')))
      .when(end())
      .then({ ...ended(NOON), effectiveOn: '2026-03-02' });
  });

  it('refuses an unknown appointment, a missing reason and an instant that is none', () => {
    const person = given(personDecider, ...head);
    person.when(end({ appointmentId: 'other' })).thenRejected('appointment-missing', { pointer: '/appointmentId' });
    person.when(end({ reason: '' })).thenRejected('reason-missing', { pointer: '/reason' });
    for (const endsAt of [
      '2026-06-30',
      '2026-06-30T09:30:00Z',
      '2026-06-31T09:30:00.000Z',
      '2026-06-30T24:00:00.000Z',
    ]) {
      person.when(end({ endsAt })).thenRejected('date-invalid', { pointer: '/endsAt' });
    }
  });

  it('refuses whoever changes the rights of the person they act for', () => {
    const forHoa = { meta: { ...meta, actor: { ...meta.actor, onBehalfOf: entered.data.personId } } };
    given(personDecider, ...hoa)
      .when({ ...appoint(), ...forHoa })
      .thenRejected('own-rights');
  });

  it('refuses an administrator who ends their own appointment', () => {
    const self = by(admin)<PersonEvent>({ type: 'PersonEntered', data: { personId: 'person-admin', name: 'An' } });
    given(personDecider, ...self)
      .when(end())
      .thenRejected('own-rights');
  });
});

describe('people', () => {
  it('are managed by administrators only; the system itself may appoint the first one', () => {
    for (const command of [enter(), appoint(), end()]) {
      for (const role of [...ROLES, 'SYSTEM'] as const) {
        const answer = decidePerson(
          { ...command, meta: commandMeta({ actor: { ...admin, role } }) },
          personDecider.initial,
        );
        const refused = answer.kind === 'rejected' && answer.reason === 'role-not-allowed';
        const allowed = role === 'SYSTEM_ADMIN' || (role === 'SYSTEM' && command.type !== 'EndAppointment');
        expect([command.type, role, refused]).toEqual([command.type, role, !allowed]);
      }
    }
  });

  it('stay as they are when an event does not fit', () => {
    for (const event of [appointed, ended(NOON)]) {
      expect(personDecider.evolve(personDecider.initial, recorded(event))).toEqual(personDecider.initial);
    }
  });
});
