import { oneself, POWER_ROLES, ROLES, SYSTEM, type Actor, type Role } from '../../kernel/index.ts';
import { by, commandMeta, given, recorded } from '../../kernel/testing/spec.ts';
import { anotherAdministrator, cameThrough, emptyBook, evolveBook, inOneHand } from './appointments.ts';
import type { AppointPerson, ConfirmAppointment, DeclineAppointment } from './commands.ts';
import { decider } from './decide.ts';
import type { PersonEvent } from './events.ts';
import { emptyTree, evolveTree } from '../unit/tree.ts';

const administrator = (personId: string): Actor => ({ personId, role: 'SYSTEM_ADMIN', unitId: 'province' });
const [an, binh] = [administrator('an'), administrator('binh')];
const FACTS = {
  ...{ unit: { unitId: 'province', from: '2025-07-01' }, beyondVoucher: false },
  ...{ throughThePerson: false, anotherAdministrator: true, oneHand: false },
};
const document = { number: '12-QĐ/TU', issuedOn: '2026-01-02' };
const terms = (role: Role) => ({ ...{ appointmentId: 'one', unitId: 'province', role, document }, from: '2026-01-05' });
const effectiveOn = '2026-01-05';

const entered: PersonEvent = { type: 'PersonEntered', data: { personId: 'hoa', name: 'Hoa' } };
const proposed: PersonEvent = {
  ...{ type: 'AppointmentProposed', effectiveOn },
  data: { personId: 'hoa', ...terms('DECISION_SIGNER') },
};
const appointed = (role: Role, proposedBy?: string): PersonEvent => ({
  ...{ type: 'PersonAppointed', effectiveOn },
  data: { personId: 'hoa', ...terms(role), ...(proposedBy === undefined ? {} : { proposedBy }) },
});

const appoint = (role: Role, facts: Partial<AppointPerson['facts']> = {}, actor = an): AppointPerson => ({
  ...{ type: 'AppointPerson', data: terms(role), facts: { ...FACTS, ...facts } },
  meta: commandMeta({ actor }),
});
const confirm = (actor: Actor, facts: Partial<ConfirmAppointment['facts']> = {}): ConfirmAppointment => ({
  ...{ type: 'ConfirmAppointment', data: { appointmentId: 'one' }, facts: { ...FACTS, ...facts } },
  meta: commandMeta({ actor }),
});
const decline = (reason: string): DeclineAppointment => ({
  ...{ type: 'DeclineAppointment', data: { appointmentId: 'one', reason }, facts: {} },
  meta: commandMeta({ actor: an }),
});

const hoa = (...events: readonly PersonEvent[]) => given(decider, ...by(an)<PersonEvent>(entered, ...events));

describe('a role of power', () => {
  it.each(ROLES)(
    '%s: is proposed where another administrator may confirm it, other roles are given at once',
    (role) => {
      const power = POWER_ROLES.includes(role);
      const type = power ? 'AppointmentProposed' : 'PersonAppointed';
      const data = { personId: 'hoa', ...terms(role) };
      hoa().when(appoint(role)).then({ type, data, effectiveOn });
    },
  );

  it('is given by one where there is no other, and by the system', () => {
    hoa()
      .when(appoint('SYSTEM_ADMIN', { anotherAdministrator: false }))
      .then(appointed('SYSTEM_ADMIN'));
    hoa()
      .when(appoint('SYSTEM_ADMIN', {}, SYSTEM))
      .then(appointed('SYSTEM_ADMIN'));
  });

  it('is given when another confirms it, who is told with the one who proposed it', () => {
    hoa(proposed).when(confirm(binh)).then(appointed('DECISION_SIGNER', 'an'));
    const { state } = given(
      decider,
      ...by(an)<PersonEvent>(entered, proposed),
      ...by(binh)(appointed('DECISION_SIGNER', 'an')),
    );
    expect(state).toMatchObject({ proposals: [], appointments: [{ grantedBy: ['an', 'binh'] }] });
  });

  it('is not confirmed by who proposed it, in whoever’s name, nor by the person', () => {
    hoa(proposed).when(confirm(an)).thenRejected('proposer-confirms');
    hoa(proposed)
      .when(confirm({ ...binh, onBehalfOf: 'an' }))
      .thenRejected('proposer-confirms');
    hoa(proposed)
      .when(confirm(binh, { oneHand: true }))
      .thenRejected('both-by-one-hand');
    hoa(proposed)
      .when(confirm(administrator('hoa')))
      .thenRejected('own-rights');
  });

  it('is confirmed once, or declined with a reason, and gives no right before', () => {
    const { state } = hoa(proposed);
    expect(state).toMatchObject({ appointments: [] });
    const declined: PersonEvent = {
      type: 'AppointmentDeclined',
      data: { personId: 'hoa', appointmentId: 'one', reason: 'Chưa có quyết định' },
    };
    hoa(proposed).when(decline('Chưa có quyết định')).then(declined);
    hoa(proposed).when(decline(' ')).thenRejected('reason-missing', { pointer: '/reason' });
    for (const settled of [appointed('DECISION_SIGNER', 'an'), declined]) {
      hoa(proposed, settled).when(confirm(binh)).thenRejected('proposal-missing', { pointer: '/appointmentId' });
      hoa(proposed, settled).when(decline('Muộn')).thenRejected('proposal-missing', { pointer: '/appointmentId' });
    }
  });

  it('is confirmed on what stands on that day', () => {
    hoa(proposed)
      .when(confirm(binh, { unit: undefined }))
      .thenRejected('unit-missing', { pointer: '/unitId' });
    const other = { ...appointed('DECISION_SIGNER').data, appointmentId: 'two' };
    hoa(proposed, { type: 'PersonAppointed', data: other } as PersonEvent)
      .when(confirm(binh))
      .thenRejected('already-appointed', { pointer: '/role' });
  });

  it('does not come through an administrator whom the person made alone', () => {
    const through = { throughThePerson: true };
    hoa().when(appoint('SYSTEM_ADMIN', through)).thenRejected('through-own-grant', { pointer: '/role' });
    hoa(proposed).when(confirm(binh, through)).thenRejected('through-own-grant', { pointer: '/role' });
    expect(hoa().when(appoint('UNIT_OFFICER', through)).outcome.kind).toBe('accepted');
  });
});

describe('whoever is behind a right', () => {
  const tree = evolveTree(emptyTree, {
    type: 'UnitEstablished',
    data: { unitId: 'province', name: 'Tỉnh', kind: 'PROVINCE', from: '2025-07-01' },
  });
  const AT = '2026-03-02T01:30:00.000Z';
  const admin = (personId: string, actor: Actor, proposedBy?: string) => [
    recorded<PersonEvent>({ type: 'PersonEntered', data: { personId, name: personId } }),
    recorded<PersonEvent>(
      {
        type: 'PersonAppointed',
        data: {
          ...{ personId, ...terms('SYSTEM_ADMIN'), appointmentId: personId },
          ...(proposedBy === undefined ? {} : { proposedBy }),
        },
      },
      { actor },
    ),
  ];
  const open = (personId: string) =>
    recorded<PersonEvent>({
      type: 'AccountOpened',
      data: { personId, accountId: personId, username: personId, credentialId: personId },
    });

  const invited = (personId: string, actor: Actor) =>
    recorded<PersonEvent>(
      {
        type: 'AccountInvited',
        data: { ...{ personId, accountId: personId }, username: personId, invitationId: 'code', expiresAt: AT },
      },
      { actor },
    );
  const disabled = (personId: string, actor: Actor) =>
    recorded<PersonEvent>({ type: 'AccountDisabled', data: { personId } }, { actor });

  it('is found through everybody who gave it alone, and not through two', () => {
    const book = [
      ...admin('an', SYSTEM),
      ...admin('puppet', an),
      ...admin('second', administrator('puppet')),
      ...admin('chosen', binh, 'an'),
      ...admin('one', administrator('other')),
      ...admin('other', administrator('one')),
    ].reduce(evolveBook, emptyBook);
    const through = (who: string, person: string) => cameThrough(book, who, person, AT);
    expect([through('puppet', 'an'), through('second', 'an'), through('second', 'puppet')]).toEqual([true, true, true]);
    expect([through('an', 'puppet'), through('chosen', 'an'), through('one', 'an')]).toEqual([false, false, false]);
    expect(through('second', 'nobody')).toBe(false);
  });

  it('is found through two, when both of them are puppets', () => {
    const byTwo = [
      ...admin('an', SYSTEM),
      ...admin('puppet', an),
      ...admin('second', administrator('puppet'), 'an'),
      ...admin('third', administrator('second'), 'puppet'),
      ...admin('free', SYSTEM),
      ...admin('mixed', administrator('second'), 'free'),
    ].reduce(evolveBook, emptyBook);
    const through = (who: string) => cameThrough(byTwo, who, 'an', AT);
    expect([through('second'), through('third'), through('free'), through('mixed')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('is found where a code that took the place of a password reached them', () => {
    const reset = (personId: string, actor: Actor, handedOver: object = {}) =>
      recorded<PersonEvent>(
        {
          type: 'AccountReset',
          data: { ...{ personId, accountId: personId }, ...{ invitationId: 'code', expiresAt: AT }, ...handedOver },
        },
        { actor },
      );
    const set = (personId: string) =>
      recorded<PersonEvent>({
        type: 'PasswordSet',
        data: { personId, accountId: personId, credentialId: `${personId}-2` },
      });
    const email = (personId: string, actor: Actor) =>
      recorded<PersonEvent>({ type: 'EmailChanged', data: { personId, email: 'hop@example.vn' } }, { actor });
    const start = [...admin('an', SYSTEM), open('an'), ...admin('binh', SYSTEM), open('binh')];
    const book = (...events: Parameters<typeof evolveBook>[1][]) => [...start, ...events].reduce(evolveBook, emptyBook);
    const found = (of: ReturnType<typeof book>) => [inOneHand(of, 'an', 'binh'), cameThrough(of, 'binh', 'an', AT)];
    const [self, mail] = [oneself('binh'), { handedOver: 'MAIL' }];

    expect(found(book())).toEqual([false, false]);
    expect(found(book(reset('binh', an), set('binh')))).toEqual([true, true]);
    expect(found(book(reset('binh', an), set('binh'), set('binh')))).toEqual([true, true]);
    expect(found(book(reset('binh', an), reset('binh', SYSTEM), set('binh')))).toEqual([false, false]);
    expect(found(book(reset('binh', an, mail), set('binh')))).toEqual([false, false]);
    expect(found(book(email('binh', an), reset('binh', administrator('chi'), mail), set('binh')))).toEqual([
      true,
      true,
    ]);
    expect(found(book(email('binh', an), email('binh', self), reset('binh', an, mail)))).toEqual([false, false]);
    const both = book(reset('binh', administrator('chi')), reset('an', administrator('chi')));
    expect(inOneHand(both, 'an', 'binh')).toBe(true);
  });

  it('is not found where an account is opened for the first time', () => {
    const first = [...admin('an', SYSTEM), ...admin('binh', SYSTEM), invited('binh', an), open('binh')];
    expect(inOneHand(first.reduce(evolveBook, emptyBook), 'an', 'binh')).toBe(false);
    const anew = [...first, disabled('binh', administrator('chi')), invited('binh', an), open('binh')];
    expect(inOneHand(anew.reduce(evolveBook, emptyBook), 'an', 'binh')).toBe(true);
  });

  it('another administrator is one who can sign in, or was shut out by who acts, and neither acts nor is acted on', () => {
    const world = [...admin('an', SYSTEM), open('an'), ...admin('binh', an)];
    const others = (book: typeof emptyBook, ...besides: readonly string[]) =>
      anotherAdministrator(book, tree, { unitId: 'province', besides, at: AT });
    expect(others(world.reduce(evolveBook, emptyBook), 'an')).toBe(false);
    const both = [...world, open('binh')];
    const then = (...events: readonly (typeof world)[number][]) => [...both, ...events].reduce(evolveBook, emptyBook);
    expect([others(then(), 'an'), others(then(), 'an', 'binh')]).toEqual([true, false]);
    expect(others(then(disabled('binh', an)), 'an')).toBe(true);
    expect(others(then(disabled('binh', administrator('chi'))), 'an')).toBe(false);
  });
});
