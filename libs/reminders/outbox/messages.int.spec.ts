import { randomUUID } from 'node:crypto';
import { startPostgres, type TestPostgres } from '#support';
import { openPool, type Pool } from '#postgres';
import { claim, finish, renew, type ClaimedMessage, type Finished } from './messages.ts';

let server: TestPostgres;
let pool: Pool;

const NOW = '2026-06-01T01:00:00.000Z';
const LONG = 60_000;
const ENDED = -1;

beforeAll(async () => {
  server = await startPostgres();
  pool = openPool({ url: (await server.createDatabase()).url, name: 'test', connections: 4 });
});
afterAll(async () => {
  await pool.end();
  await server.stop();
});

const queued = async (): Promise<string> => {
  const id = randomUUID();
  const insert = `INSERT INTO kheo_reminders.messages (id, person_id, channel, created_at) VALUES ($1, 'p', 'EMAIL', $2)`;
  await pool.query(insert, [id, NOW]);
  return id;
};

const claimed = async (id: string, leaseMs: number): Promise<ClaimedMessage> => {
  const [message] = await claim(pool, [id], [], leaseMs);
  if (message === undefined) throw new Error('the message was not free');
  return message;
};

const became = async ({ id, attempts }: ClaimedMessage, status: Finished['status']): Promise<void> => {
  const nothing = { cause: null, lastError: null, retryMs: null, checkedPosition: 0 };
  await finish(pool, [{ id, attempts, status, ...nothing }], { now: NOW, leaseMs: LONG });
};

const statusOf = async (id: string) =>
  (await pool.query<{ status: string }>('SELECT status FROM kheo_reminders.messages WHERE id = $1', [id])).rows[0]
    ?.status;

describe('a message whose deliverer was not heard of', () => {
  it('is no more of his to put back while another delivers it', async () => {
    const id = await queued();
    const [late, next] = [await claimed(id, ENDED), await claimed(id, LONG)];
    await became(late, 'queued');
    expect(await statusOf(id)).toBe('sending');
    await became(next, 'sent');
    expect(await statusOf(id)).toBe('sent');
  });

  it('is sent when he says so, whoever has it now', async () => {
    const id = await queued();
    const [late, next] = [await claimed(id, ENDED), await claimed(id, LONG)];
    await became(late, 'sent');
    await became(next, 'queued');
    expect(await statusOf(id)).toBe('sent');
  });

  it('stays his for as long as he renews his lease, and is not his again once another has it', async () => {
    const id = await queued();
    const first = await claimed(id, ENDED);
    await renew(pool, [first], LONG);
    expect(await claim(pool, [id], [], LONG)).toEqual([]);
    await renew(pool, [first], ENDED);
    const next = await claimed(id, ENDED);
    await renew(pool, [first], LONG);
    expect((await claim(pool, [id], [], LONG)).map(({ attempts }) => attempts)).toEqual([next.attempts + 1]);
  });
});
