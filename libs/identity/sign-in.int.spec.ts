import { randomBytes, randomUUID } from 'node:crypto';
import { startPostgres, type TestPostgres } from '#support';
import { openPool, type Pool } from '#postgres';
import {
  createAccounts,
  createPasswords,
  createSessions,
  FREE_ATTEMPTS,
  type Accounts,
  type Sessions,
} from './index.ts';

let postgres: TestPostgres;
let pool: Pool;
let accounts: Accounts;
let sessions: Sessions;
const at = '2026-03-02T01:30:00.000Z';
const password = 'mot-mat-khau-that-dai';
const personId = randomUUID();

beforeAll(async () => {
  postgres = await startPostgres();
  pool = openPool({ url: postgres.url, name: 'test', connections: 10 });
  accounts = createAccounts(pool, createPasswords({ memoryCost: 1024, timeCost: 1 }));
  sessions = createSessions(pool, { idleMinutes: 30, maxHours: 12 }, randomBytes);
  const account = { id: randomUUID(), personId, username: 'Đỗ Văn', password, at };
  await accounts.prepare(account);
  await accounts.activate(account.id, at);
});

afterAll(async () => {
  await pool.end();
  await postgres.stop();
});

const begin = async (): Promise<string> => {
  const answer = await accounts.signIn('do van', password, at);
  if (answer.kind === 'rejected') throw new Error(answer.reason);
  return sessions.begin(answer.accountId, at);
};

describe('signing in', () => {
  it('tells a wrong password and an unknown name alike', async () => {
    const wrong = await accounts.signIn('Đỗ Văn', 'sai', at);
    expect(await accounts.signIn('không ai', 'sai', at)).toEqual(wrong);
  });

  it('begins a session that ends by itself when idle and at sign-out', async () => {
    const id = await begin();
    expect(await sessions.find(id, at)).toMatchObject({ personId });
    expect(await sessions.find(id, '2026-03-02T02:01:00.000Z')).toBeUndefined();
    await sessions.end(id);
    expect(await sessions.find(id, at)).toBeUndefined();
  });

  it('keeps a session as long as it is used, and forgets it once it is over', async () => {
    const id = await begin();
    expect(await sessions.find(id, '2026-03-02T01:50:00.000Z')).toMatchObject({ personId });
    await sessions.sweep('2026-03-02T02:10:00.000Z');
    expect(await sessions.find(id, '2026-03-02T02:10:00.000Z')).toMatchObject({ personId });
    await sessions.sweep('2026-03-02T02:41:00.000Z');
    expect(await sessions.find(id, at)).toBeUndefined();
  });

  it('is not possible with an account whose opening was never recorded; its person gets the name with the next', async () => {
    const [abandoned, other, next] = [randomUUID(), randomUUID(), randomUUID()];
    const account = { personId: randomUUID(), username: 'mai', password, at };
    await accounts.prepare({ ...account, id: abandoned });
    expect(await accounts.signIn('mai', password, at)).toMatchObject({ reason: 'wrong-credentials' });
    const taken = await accounts.prepare({ ...account, id: other, personId: randomUUID() });
    expect(taken).toMatchObject({ reason: 'username-taken' });
    expect(await accounts.prepare({ ...account, id: next })).toBeUndefined();
    await accounts.activate(abandoned, at);
    expect(await accounts.has(account.personId)).toBe(false);
    await accounts.activate(next, at);
    expect(await accounts.signIn('mai', password, at)).toMatchObject({ accountId: next });
  });

  it('locks a name that is guessed at, whether it exists or not', async () => {
    const guesses = Array.from({ length: FREE_ATTEMPTS + 1 }, () => accounts.signIn('ma', 'sai', at));
    const reasons = (await Promise.all(guesses)).map((answer) => (answer.kind === 'rejected' ? answer.reason : ''));
    expect(reasons).toContain('too-many-attempts');
    expect(reasons.filter((reason) => reason === 'wrong-credentials').length).toBeLessThanOrEqual(FREE_ATTEMPTS);
  });

  it('is over at once when the account is disabled', async () => {
    const id = await begin();
    await accounts.disable(personId, at);
    expect(await sessions.find(id, at)).toBeUndefined();
    expect(await accounts.signIn('Đỗ Văn', password, at)).toMatchObject({ reason: 'wrong-credentials' });
  });
});
