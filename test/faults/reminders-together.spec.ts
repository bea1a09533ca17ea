import { startPostgres, startRedis, type TestPostgres, type TestRedis } from '#support';
import { NOTHING_WRONG, runReminders } from './reminders/run.ts';
import { announcedSeed } from './seed.ts';

const MINUTE = 60_000;

let postgres: TestPostgres;
let redis: TestRedis;
beforeAll(async () => {
  [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
}, MINUTE);
afterAll(() => Promise.all([postgres.stop(), redis.stop()]), MINUTE);

describe.each(['PostgreSQL', 'Redis'])('two workers with the queue on %s', (name) => {
  const queue = () => ({ postgres, redis: name === 'Redis' ? redis : undefined, strikes: new Map() });

  it(
    'sweep at once and are brought every message at once, and each rung is reached once',
    async () => {
      const { findings } = await runReminders({
        ...{ ...queue(), units: 100, steps: 2, seed: announcedSeed(`together on ${name}`) },
        ...{ broken: 'sweeps-at-once', habits: { jobsTwice: true } },
      });
      expect(findings).toMatchObject({ ...NOTHING_WRONG, repeated: 0 });
      expect(findings.sent).toBeGreaterThan(0);
    },
    2 * MINUTE,
  );

  it(
    'tell nobody of what is handed in while the mail server takes its time',
    async () => {
      const { findings } = await runReminders({
        ...{ ...queue(), units: 240, steps: 2, seed: announcedSeed(`slow mail on ${name}`) },
        ...{ handedIn: 400, habits: { slowMs: 300 } },
      });
      expect(findings).toMatchObject({ ...NOTHING_WRONG, repeated: 0 });
      expect(findings.cancelled).toBeGreaterThan(0);
    },
    2 * MINUTE,
  );
});
