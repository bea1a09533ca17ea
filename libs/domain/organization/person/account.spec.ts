import { oneself, type Actor } from '../../kernel/index.ts';
import { by, commandMeta, given, recorded, replay } from '../../kernel/testing/spec.ts';
import { emptyBook, evolveBook, holderOf } from './appointments.ts';
import type {
  AccountCommand,
  AppointPerson,
  InviteToAccount,
  RemoveSecondFactor,
  ResetAccount,
  SetPassword,
} from './commands.ts';
import { decider } from './decide.ts';
import type { PersonEvent } from './events.ts';

const admin: Actor = { personId: 'person-admin', role: 'SYSTEM_ADMIN', unitId: 'province' };
const AT = '2026-02-27T05:00:00.000Z';
const LAPSES = '2026-03-02T05:00:00.000Z';
const meta = commandMeta({ actor: admin, at: AT });
const asHoa = (at = AT) => commandMeta({ actor: oneself('hoa'), at });

/** Another administrator is there, and the person made none of them. */
const ORDINARY = { throughThePerson: false, anotherAdministrator: true, oneHand: false };

const hoa = { personId: 'hoa', accountId: 'account-1' };
const within = ['province'];
const code = { invitationId: 'code-1', expiresAt: LAPSES, within };
const entered: PersonEvent = { type: 'PersonEntered', data: { personId: 'hoa', name: 'Đỗ Thị Hoa' } };
const invited: PersonEvent = { type: 'AccountInvited', data: { ...hoa, username: 'do hoa', ...code } };
const opened: PersonEvent = {
  type: 'AccountOpened',
  data: { ...hoa, username: 'do hoa', credentialId: 'password-1' },
};
const wasReset: PersonEvent = { type: 'AccountReset', data: { ...hoa, ...code, invitationId: 'code-2' } };
const locked: PersonEvent = { type: 'AccountLocked', data: { ...hoa, appointmentId: 'appointment-1' } };
const disabled: PersonEvent = { type: 'AccountDisabled', data: { personId: 'hoa' } };
const passwordSet = (credentialId: string): PersonEvent => ({ type: 'PasswordSet', data: { ...hoa, credentialId } });

const after = (...events: readonly PersonEvent[]) => given(decider, ...by(admin)<PersonEvent>(entered, ...events));
const accountAfter = (...events: readonly PersonEvent[]) => {
  const state = replay(decider, by(admin)<PersonEvent>(entered, ...events));
  return state.status === 'ENTERED' ? state.account : undefined;
};

const invite = (facts: Partial<InviteToAccount['facts']> = {}, username = 'Đỗ Hoa'): InviteToAccount => ({
  type: 'InviteToAccount',
  data: { accountId: 'account-1', invitationId: 'code-1', username },
  facts: { usernameTaken: false, within, oneHand: [], ...facts },
  meta,
});
const setPassword = (data: Partial<SetPassword['data']>, at = AT): SetPassword => ({
  type: 'SetPassword',
  data: { credentialId: 'password-1', ...data },
  facts: {},
  meta: asHoa(at),
});
const reset: ResetAccount = {
  type: 'ResetAccount',
  data: { invitationId: 'code-2' },
  facts: { within, oneHand: [] },
  meta,
};
const addFactor: AccountCommand = {
  type: 'AddSecondFactor',
  data: { secondFactorId: 'factor-1' },
  facts: {},
  meta: asHoa(),
};
const removeFactor: RemoveSecondFactor = {
  type: 'RemoveSecondFactor',
  data: {},
  facts: { oneHand: [] },
  meta: asHoa(),
};
const factorAdded: PersonEvent = { type: 'SecondFactorAdded', data: { ...hoa, secondFactorId: 'factor-1' } };
const factorRemoved: PersonEvent = { type: 'SecondFactorRemoved', data: hoa };
const disable: AccountCommand = { type: 'DisableAccount', data: {}, facts: {}, meta };
const unlock: AccountCommand = { type: 'UnlockAccount', data: {}, facts: {}, meta };

describe('an invitation', () => {
  it('names the account as it is compared at sign-in, and a code that lapses after 72 hours', () => {
    after().when(invite()).then(invited);
    after().when(invite({}, ' ')).thenRejected('name-empty', { pointer: '/username' });
    after()
      .when(invite({ usernameTaken: true }))
      .thenRejected('username-taken', { pointer: '/username' });
  });

  it('names it in plain letters where others stand for them', () => {
    const outcome = after().when(invite({}, 'ⅼan.ﬁ')).outcome;
    expect(outcome).toMatchObject({ events: [{ data: { username: 'lan.fi' } }] });
  });

  it('may be made again until the account is open; then there is one account a person', () => {
    expect(after(invited).when(invite()).outcome.kind).toBe('accepted');
    for (const events of [
      [invited, opened],
      [invited, opened, wasReset],
      [invited, opened, locked],
    ])
      after(...events)
        .when(invite())
        .thenRejected('account-exists');
    expect(after(invited, opened, disabled).when(invite()).outcome.kind).toBe('accepted');
  });
});

describe('a code by mail', () => {
  const address: PersonEvent = { type: 'EmailChanged', data: { personId: 'hoa', email: 'hoa@xa.example.vn' } };
  const byMail = { handedOver: 'MAIL' } as const;

  it('is told of in the log, and needs an address', () => {
    const [inviting, resetting] = [
      { ...invite(), data: { ...invite().data, ...byMail } },
      { ...reset, data: { ...reset.data, ...byMail } },
    ];
    after(address)
      .when(inviting)
      .then({ ...invited, data: { ...invited.data, ...byMail } });
    after(address, invited, opened)
      .when(resetting)
      .then({ ...wasReset, data: { ...wasReset.data, ...byMail } });
    after().when(inviting).thenRejected('email-missing', { pointer: '/handedOver' });
    after(invited, opened).when(resetting).thenRejected('email-missing', { pointer: '/handedOver' });
  });
});

describe('a password', () => {
  it('is set by the person, with the code, until it lapses', () => {
    after(invited)
      .when(setPassword({ invitationId: 'code-1' }))
      .then(opened);
    after(invited)
      .when(setPassword({ invitationId: 'code-1' }, LAPSES))
      .then(opened);
    after(invited)
      .when(setPassword({ invitationId: 'code-1' }, '2026-03-02T05:00:00.001Z'))
      .thenRejected('code-lapsed', { pointer: '/code' });
  });

  it('is set by nobody else', () => {
    const command = setPassword({ invitationId: 'code-1' });
    const asMai = { ...command, meta: commandMeta({ actor: oneself('mai'), at: AT }) };
    after(invited).when(asMai).thenRejected('role-not-allowed');
    after(invited)
      .when({ ...command, meta })
      .thenRejected('role-not-allowed');
  });

  it('is not set twice with one code, nor with an older one', () => {
    const again = setPassword({ invitationId: 'code-1', credentialId: 'password-2' });
    after(invited, opened).when(again).thenRejected('code-invalid', { pointer: '/code' });
    after(invited, opened, wasReset).when(again).thenRejected('code-invalid', { pointer: '/code' });
    after(invited, disabled).when(again).thenRejected('account-missing');
  });

  it('is changed by who knows the one of today, and not while none admits', () => {
    const change = setPassword({ credentialId: 'password-2' });
    after(invited, opened).when(change).then(passwordSet('password-2'));
    for (const events of [[invited], [invited, opened, wasReset], [invited, opened, locked]])
      after(...events)
        .when(change)
        .thenRejected('account-missing');
  });

  it('admits until it is changed, reset, locked or the account is disabled', () => {
    const admits = (...events: readonly PersonEvent[]) => accountAfter(invited, opened, ...events)?.credentialId;
    expect(admits()).toBe('password-1');
    expect(admits(passwordSet('password-2'))).toBe('password-2');
    for (const event of [wasReset, locked, disabled]) expect(admits(event)).toBeUndefined();
    expect(admits(locked, wasReset, passwordSet('password-2'))).toBe('password-2');
  });

  it('that was lost is reset to a new code', () => {
    after(invited, opened).when(reset).then(wasReset);
    after().when(reset).thenRejected('account-missing');
    const command = setPassword({ invitationId: 'code-2', credentialId: 'password-2' });
    after(invited, opened, wasReset).when(command).then(passwordSet('password-2'));
  });

  it('is locked by an appointment beyond the reach of who vouched for it; a code that was handed out as well', () => {
    const document = { number: '12-QĐ/TU', issuedOn: '2026-01-02' };
    const data = {
      appointmentId: 'appointment-1',
      unitId: 'nation',
      role: 'UNIT_HEAD',
      from: '2026-01-05',
      document,
    } as const;
    const facts = { unit: { unitId: 'nation', from: '2025-07-01' }, beyondVoucher: true, ...ORDINARY };
    const command: AppointPerson = { type: 'AppointPerson', data, facts, meta };
    const appointed: PersonEvent = {
      type: 'PersonAppointed',
      data: { personId: 'hoa', ...data },
      effectiveOn: '2026-01-05',
    };
    after(invited, opened).when(command).then(appointed, locked);
    after().when(command).then(appointed);
    after(invited, locked)
      .when(setPassword({ invitationId: 'code-1' }))
      .thenRejected('code-invalid', { pointer: '/code' });
  });
});

describe('a second factor', () => {
  it('is added by the person, one at a time, and removed by them', () => {
    after(invited, opened).when(addFactor).then(factorAdded);
    after(invited, opened, factorAdded).when(addFactor).thenRejected('second-factor-exists');
    after(invited, opened, factorAdded).when(removeFactor).then(factorRemoved);
    after(invited, opened, factorAdded, factorRemoved).when(removeFactor).thenRejected('second-factor-missing');
    after(invited, opened)
      .when({ ...addFactor, meta })
      .thenRejected('role-not-allowed');
  });

  it('is asked for until it is removed, also after a reset and when the account was locked', () => {
    const factor = (...events: readonly PersonEvent[]) => accountAfter(invited, opened, ...events)?.secondFactorId;
    expect(factor(factorAdded)).toBe('factor-1');
    for (const event of [wasReset, locked, passwordSet('password-2')])
      expect(factor(factorAdded, event)).toBe('factor-1');
    expect(factor(factorAdded, factorRemoved)).toBeUndefined();
  });

  it('is not removed by who handed out the code, nor the account reset by who removed it, where there is another', () => {
    const another = { oneHand: [admin.personId] };
    const byAnother = commandMeta({ actor: { ...admin, personId: 'person-other' }, at: AT });
    const remove = { ...removeFactor, facts: another, meta };
    after(invited, opened, factorAdded).when(remove).thenRejected('both-by-one-hand');
    after(invited, opened, factorAdded)
      .when({ ...remove, facts: { oneHand: [] }, meta: byAnother })
      .then(factorRemoved);
    after(invited, opened, factorAdded)
      .when({ ...remove, facts: { oneHand: ['somebody else'] } })
      .then(factorRemoved);
    const resetting = { ...reset, facts: { within, ...another } };
    after(invited, opened, factorAdded, factorRemoved).when(resetting).thenRejected('both-by-one-hand');
    after(invited, opened, factorAdded, factorRemoved)
      .when({ ...resetting, facts: { within, oneHand: [] }, meta: byAnother })
      .then(wasReset);
    after(invited, opened, factorAdded, factorRemoved, factorAdded).when(resetting).then(wasReset);
  });

  it('is not removed where the code reached, by mail, who gave the address', () => {
    const changed: PersonEvent = { type: 'EmailChanged', data: { personId: 'hoa', email: 'hop@example.vn' } };
    const by2 = { ...admin, personId: 'person-other' };
    const byMail: PersonEvent = {
      type: 'AccountReset',
      data: { ...hoa, ...code, invitationId: 'code-2', handedOver: 'MAIL' },
    };
    const history = [
      ...by(admin)<PersonEvent>(entered, invited, opened, factorAdded, changed),
      ...by(by2)<PersonEvent>(byMail),
    ];
    given(decider, ...history)
      .when({ ...removeFactor, facts: { oneHand: [admin.personId] }, meta })
      .thenRejected('both-by-one-hand');
  });

  it('is not got rid of by disabling the account and inviting anew, either', () => {
    const inviting = invite({ oneHand: [admin.personId] });
    after(invited, opened, factorAdded, disabled).when(inviting).thenRejected('both-by-one-hand');
    const byAnother = commandMeta({ actor: { ...admin, personId: 'person-other' }, at: AT });
    const { outcome } = after(invited, opened, factorAdded, disabled).when({ ...invite(), meta: byAnother });
    expect(outcome.kind).toBe('accepted');
    expect(after(invited, opened, disabled).when(inviting).outcome.kind).toBe('accepted');
  });
});

describe('an account', () => {
  it('is unlocked and disabled while there is one', () => {
    after(invited, opened).when(unlock).then({ type: 'AccountUnlocked', data: hoa });
    after(invited, opened).when(disable).then(disabled);
    after(invited).when(disable).then(disabled);
    for (const command of [unlock, disable]) {
      after().when(command).thenRejected('account-missing');
      after(invited, opened, disabled).when(command).thenRejected('account-missing');
    }
  });

  it('is nothing administrators manage for themselves', () => {
    const self = by(admin)<PersonEvent>({ type: 'PersonEntered', data: { personId: 'person-admin', name: 'An' } });
    for (const command of [invite(), reset, unlock, disable])
      given(decider, ...self)
        .when(command)
        .thenRejected('own-rights');
  });

  it('of before there were invitations stays open; of several the first one, vouched for by who opened it', () => {
    const second: PersonEvent = {
      type: 'AccountOpened',
      data: { ...hoa, accountId: 'account-2', username: 'hoa 2', credentialId: 'password-2' },
    };
    expect(accountAfter(opened, second)).toEqual({
      status: 'OPEN',
      accountId: 'account-1',
      username: 'do hoa',
      credentialId: 'password-1',
      within: ['province'],
      vouchedBy: 'person-admin',
    });
  });

  const book = (...events: readonly PersonEvent[]) =>
    events.map((event) => recorded(event)).reduce(evolveBook, emptyBook);

  it.each([
    ['ɡiang', 'giang'],
    ['giang', 'ɡiang'],
  ])('of before in a name that looks like another’s is found by its own spelling: %s, then %s', (first, second) => {
    const account = (personId: string, username: string): PersonEvent[] => [
      { type: 'PersonEntered', data: { personId, name: 'Giang' } },
      { type: 'AccountInvited', data: { ...code, personId, accountId: `account-${personId}`, username } },
    ];
    const both = book(...account('p1', first), ...account('p2', second));
    expect(holderOf(both, first)?.personId).toBe('p1');
    expect(holderOf(both, second)?.personId).toBe('p2');
    expect(holderOf(both, 'GIANG')?.personId).toBe(first === 'giang' ? 'p1' : 'p2');
    expect(holderOf(book(...account('p1', 'ɡiang')), 'giang')?.personId).toBe('p1');
  });

  it('has a name that is free for another once it is disabled', () => {
    expect(holderOf(book(entered, invited), 'Đỗ HOA')?.personId).toBe('hoa');
    expect(holderOf(book(entered, invited, opened, disabled), 'Đỗ Hoa')).toBeUndefined();
    const mai: PersonEvent[] = [
      { type: 'PersonEntered', data: { personId: 'mai', name: 'Mai' } },
      { type: 'AccountInvited', data: { ...code, personId: 'mai', accountId: 'account-3', username: 'do hoa' } },
    ];
    expect(holderOf(book(entered, invited, opened, disabled, ...mai), 'do hoa')?.personId).toBe('mai');
  });
});
