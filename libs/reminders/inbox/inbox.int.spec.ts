import { randomUUID } from 'node:crypto';
import { InvalidCursorError } from '#read-models';
import { startPostgres, type TestPostgres } from '#support';
import { openPool, type Pool } from '#postgres';
import { createInbox } from './inbox.ts';

const NOW = '2026-06-01T01:00:00.000Z';
let server: TestPostgres;
let pool: Pool;

beforeAll(async () => {
  server = await startPostgres();
  pool = openPool({ url: (await server.createDatabase()).url, name: 'test', connections: 4 });
});
afterAll(async () => {
  await pool.end();
  await server.stop();
});

const received = async (personId: string): Promise<void> => {
  const id = randomUUID();
  const message = `INSERT INTO kheo_reminders.messages (id, person_id, channel, created_at) VALUES ($1, $2, 'INBOX', $3)`;
  await pool.query(message, [id, personId, NOW]);
  const entry = 'INSERT INTO kheo_reminders.inbox (message_id, person_id, received_at) VALUES ($1, $2, $3)';
  await pool.query(entry, [id, personId, NOW]);
};

it('tells of one moment what is there and how much of it is unread, though it is read meanwhile', async () => {
  const inbox = createInbox({
    ...{ pool, clock: { now: () => NOW } },
    describe: async () => {
      await pool.query('UPDATE kheo_reminders.inbox SET read_at = $1', [NOW]);
      return [];
    },
  });
  await received('officer');
  const told = await inbox.listInbox('officer', { limit: 10 });
  expect(told).toMatchObject({ items: [{ readAt: null }], next: null, unread: 1 });
});

it.each(['zz', '', '2026-99-99T00:00:00.000Z_00000000-0000-0000-0000-000000000000'])(
  'refuses “%s” where a page is to begin',
  async (after) => {
    const inbox = createInbox({ pool, clock: { now: () => NOW }, describe: () => Promise.resolve([]) });
    await expect(inbox.listInbox('officer', { limit: 10, after })).rejects.toBeInstanceOf(InvalidCursorError);
  },
);
