import { randomBytes, randomUUID } from 'node:crypto';
import type { organization } from '#domain';
import { createEventLog, type EventLog } from '#event-store';
import { createMemoryEventStore } from '#event-store/memory';
import { openPool, type Pool } from '#postgres';
import { startPostgres, type TestPostgres } from '#support';
import {
  createAccounts,
  createDirectory,
  createPasswords,
  createSessions,
  NAME_LIMIT,
  type Accounts,
  type Sessions,
} from './index.ts';

let postgres: TestPostgres;
let pool: Pool;
let log: EventLog;
let accounts: Accounts;
let sessions: Omit<Sessions, 'find' | 'look'> &
  Record<'find' | 'look', (id: string, now: string) => ReturnType<Sessions['find']>>;
const at = '2026-03-02T01:30:00.000Z';
const after = (seconds: number) => new Date(Date.parse(at) + seconds * 1000).toISOString();
const password = 'mot-mat-khau-that-dai';
const { freeAttempts: FREE_ATTEMPTS } = NAME_LIMIT;

beforeAll(async () => {
  postgres = await startPostgres();
  pool = openPool({ url: postgres.url, name: 'test', connections: 10 });
  log = createEventLog(createMemoryEventStore());
  const directory = createDirectory(log);
  accounts = createAccounts(
    { pool, directory, random: randomBytes },
    createPasswords({ memoryCost: 1024, timeCost: 1 }),
  );
  const kept = createSessions(pool, { idleMinutes: 30, maxHours: 12 }, randomBytes);
  sessions = {
    ...kept,
    find: (id, now) => kept.find(id, now, directory.current()),
    look: (id, now) => kept.look(id, now, directory.current()),
  };
});

afterAll(async () => {
  await pool.end();
  await postgres.stop();
});

const revisions = new Map<string, number>();
const record = async (...events: readonly organization.PersonEvent[]): Promise<void> => {
  for (const event of events) {
    const stream = `person-${event.data.personId}`;
    const revision = revisions.get(stream);
    const actor = { personId: 'system', role: 'SYSTEM', unitId: 'system' } as const;
    const meta = {
      actor,
      recordedAt: at,
      effectiveOn: '2026-03-02',
      commandId: randomUUID(),
      correlationId: randomUUID(),
      commandHash: '',
    };
    await log.append(stream, revision ?? 'no-stream', [{ ...event, id: randomUUID(), meta }]);
    revisions.set(stream, (revision ?? -1) + 1);
  }
};

interface Someone {
  readonly personId: string;
  readonly accountId: string;
  readonly username: string;
  readonly credentialId: string;
}

/** Somebody who set a password under a name. */
const somebody = async (username: string): Promise<Someone> => {
  const who = { personId: randomUUID(), accountId: randomUUID(), username, credentialId: randomUUID() };
  expect(await accounts.keepPassword({ ...who, password, at })).toBeUndefined();
  await record(
    { type: 'PersonEntered', data: { personId: who.personId, name: username } },
    { type: 'AccountOpened', data: who },
  );
  return who;
};

const begin = async (username: string): Promise<string> => {
  const answer = await accounts.signIn(username, password, at);
  if (answer.kind === 'rejected') throw new Error(answer.reason);
  return sessions.begin(answer, at);
};

describe('signing in', () => {
  it('tells a wrong password and an unknown name alike', async () => {
    await somebody('an');
    const wrong = await accounts.signIn('an', 'sai', at);
    expect(await accounts.signIn('không ai', 'sai', at)).toEqual(wrong);
  });

  it('takes the name however it is spelled, and tells who it is and how they proved it', async () => {
    const { username, ...who } = await somebody('do van');
    expect(await accounts.signIn('Đỗ Văn', password, at)).toEqual({ kind: 'signed-in', ...who, provenBy: 'PASSWORD' });
  });

  it('begins a session that ends by itself when idle and at sign-out', async () => {
    const { personId } = await somebody('binh');
    const id = await begin('binh');
    expect(await sessions.find(id, at)).toMatchObject({ personId, provenBy: 'PASSWORD' });
    expect(await sessions.find(id, '2026-03-02T02:01:00.000Z')).toBeUndefined();
    await sessions.end(id);
    expect(await sessions.find(id, at)).toBeUndefined();
  });

  it('keeps a session as long as it is used, and forgets it once it is over', async () => {
    const { personId } = await somebody('chi');
    const id = await begin('chi');
    expect(await sessions.find(id, '2026-03-02T01:50:00.000Z')).toMatchObject({ personId });
    await sessions.sweep('2026-03-02T02:10:00.000Z');
    expect(await sessions.find(id, '2026-03-02T02:10:00.000Z')).toMatchObject({ personId });
    await sessions.sweep('2026-03-02T02:41:00.000Z');
    expect(await sessions.find(id, at)).toBeUndefined();
  });

  it.each([0.1, 4.9, 5, 5.1, 59])(
    'never ends earlier than the idle time after its last request, %d s after the first, nor much later',
    async (seconds) => {
      const last = Date.parse(at) + seconds * 1000;
      const afterLast = (minutes: number, more = 0) => new Date(last + minutes * 60_000 + more).toISOString();
      await somebody(`dung ${String(seconds)}`);
      const id = await begin(`dung ${String(seconds)}`);
      await sessions.find(id, afterLast(0));
      await sessions.sweep(afterLast(30));
      expect(await sessions.look(id, afterLast(15))).toBeDefined(); // A look is no request.
      expect(await sessions.look(id, afterLast(30))).toBeDefined();
      expect(await sessions.look(id, afterLast(30, 5001))).toBeUndefined();
    },
  );

  it('is not possible with a password that the log does not name, nor with the one before', async () => {
    const who = await somebody('mai');
    const next = { ...who, credentialId: randomUUID(), password: 'mot-mat-khau-khac-han' };
    await accounts.keepPassword({ ...next, at });
    expect(await accounts.signIn('mai', next.password, at)).toMatchObject({ reason: 'wrong-credentials' });
    await record({ type: 'PasswordSet', data: next });
    expect(await accounts.signIn('mai', next.password, at)).toMatchObject({ credentialId: next.credentialId });
    expect(await accounts.signIn('mai', password, at)).toMatchObject({ reason: 'wrong-credentials' });
  });

  it.each<[string, (who: Someone) => organization.PersonEvent]>([
    ['disabled', ({ personId }) => ({ type: 'AccountDisabled', data: { personId } })],
    ['locked', (who) => ({ type: 'AccountLocked', data: { ...who, appointmentId: randomUUID() } })],
    ['reset', (who) => ({ type: 'AccountReset', data: { ...who, invitationId: randomUUID(), expiresAt: at } })],
    ['given another password', (who) => ({ type: 'PasswordSet', data: { ...who, credentialId: randomUUID() } })],
  ])('is over at once when the account is %s', async (how, event) => {
    const who = await somebody(`ai ${how}`);
    const id = await begin(who.username);
    expect(await sessions.find(id, at)).toMatchObject({ personId: who.personId });
    await record(event(who));
    expect(await sessions.find(id, at)).toBeUndefined();
    expect(await accounts.signIn(who.username, password, at)).toMatchObject({ reason: 'wrong-credentials' });
  });
});

describe('guessing', () => {
  const wrong = async (name: string, when = at) => {
    const answer = await accounts.signIn(name, 'sai', when);
    if (answer.kind !== 'rejected') throw new Error('signed in');
    return answer;
  };

  it('locks a name, whether it exists or not, a hundred at once as one after the other', async () => {
    const reasons = (await Promise.all(Array.from({ length: FREE_ATTEMPTS + 1 }, () => wrong('ma')))).map(
      ({ reason }) => reason,
    );
    expect(reasons).toContain('too-many-attempts');
    expect(reasons.filter((reason) => reason === 'wrong-credentials').length).toBeLessThanOrEqual(FREE_ATTEMPTS);
  });

  it('keeps the owner out for no longer than a minute at a time, and is forgotten after a while', async () => {
    await somebody('linh');
    let when = 0;
    for (let guess = 0; guess < 20; guess += 1) {
      const { params } = await wrong('linh', after(when));
      const wait = Number(params?.['retryAfterSeconds'] ?? 0);
      expect(wait).toBeLessThanOrEqual(60);
      when += wait;
    }
    expect(await accounts.signIn('linh', password, after(when + 61))).toMatchObject({ kind: 'signed-in' });
    for (let guess = 0; guess < FREE_ATTEMPTS; guess += 1) await wrong('quên', after(guess));
    expect(await wrong('quên', after(FREE_ATTEMPTS))).toMatchObject({ reason: 'too-many-attempts' });
    for (let guess = 1; guess < FREE_ATTEMPTS; guess += 1)
      expect(await wrong('quên', after(3600 + guess))).toMatchObject({ reason: 'wrong-credentials' });
  });

  it('waits as the office says', async () => {
    const passwords = createPasswords({ memoryCost: 1024, timeCost: 1 });
    const limit = { freeAttempts: 2, longestLockSeconds: 3, halfLifeMinutes: 1 };
    const strict = createAccounts({ pool, directory: createDirectory(log), random: randomBytes }, passwords, limit);
    const guess = async (when: number) => {
      const answer = await strict.signIn('quy', 'sai', after(when));
      return answer.kind === 'rejected' ? (answer.params?.['retryAfterSeconds'] ?? 'looked at') : 'signed in';
    };
    expect([await guess(0), await guess(0), await guess(0)]).toEqual(['looked at', 'looked at', 2]);
    expect([await guess(2), await guess(2)]).toEqual(['looked at', 3]);
    expect([await guess(305), await guess(305), await guess(305)]).toEqual(['looked at', 'looked at', 2]);
  });

  it('is over when an administrator says so', async () => {
    await somebody('oanh');
    for (let guess = 0; guess <= FREE_ATTEMPTS; guess += 1) await wrong('oanh');
    expect(await accounts.signIn('oanh', password, at)).toMatchObject({ reason: 'too-many-attempts' });
    await accounts.unlock('Oanh');
    expect(await accounts.signIn('oanh', password, at)).toMatchObject({ kind: 'signed-in' });
  });
});

describe('a code', () => {
  it('is shown once, and found however it is typed', async () => {
    const invitation = { invitationId: randomUUID(), personId: randomUUID() };
    const code = (await accounts.issueCode({ ...invitation, at })) ?? '';
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/u);
    expect(await accounts.issueCode({ ...invitation, at })).toBeUndefined();
    const typed = ` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')}`;
    expect(await accounts.invitationOf(typed)).toEqual(invitation);
    expect(await accounts.invitationOf(code.slice(1))).toBeUndefined();
  });

  it('and a password that no longer admits are removed after some days', async () => {
    const who = await somebody('phuong');
    const unused = randomUUID();
    await accounts.keepPassword({ ...who, credentialId: unused, password, at });
    const code = (await accounts.issueCode({ invitationId: randomUUID(), personId: who.personId, at })) ?? '';
    const kept = async () => {
      const { rows } = await pool.query<{ id: string }>('SELECT id FROM identity.passwords WHERE id = ANY ($1)', [
        [who.credentialId, unused],
      ]);
      return [(await accounts.invitationOf(code)) !== undefined, rows.map(({ id }) => id).sort()];
    };
    await accounts.sweep('2026-03-05T01:30:00.000Z');
    expect(await kept()).toEqual([true, [who.credentialId, unused].sort()]);
    await accounts.sweep('2026-03-06T01:30:00.001Z');
    expect(await kept()).toEqual([false, [who.credentialId]]);
    expect(await accounts.signIn('phuong', password, at)).toMatchObject({ kind: 'signed-in' });
  });
});

describe('a password', () => {
  it.each([
    'password1234',
    'matkhau123456',
    'vietnam12345',
    'qwertyuiop12',
    'danvankheo26',
    'aaaaaaaaaaaa',
    'nguyenvana1990',
  ])('is refused when it is guessed soon: %s', async (weak) => {
    const who = { credentialId: randomUUID(), username: 'nguyen van a', at };
    expect(await accounts.keepPassword({ ...who, password: weak })).toMatchObject({ reason: 'password-weak' });
  });

  it('is refused when it is shorter than 12 characters or longer than 200', async () => {
    const who = { credentialId: randomUUID(), username: 'a', at };
    for (const odd of ['k4#Lq9!vTz2', 'k4#Lq9!vTz2x'.repeat(17)])
      expect(await accounts.keepPassword({ ...who, password: odd })).toMatchObject({ reason: 'password-weak' });
    expect(await accounts.keepPassword({ ...who, password: 'k4#Lq9!vTz2x' })).toBeUndefined();
  });
});
