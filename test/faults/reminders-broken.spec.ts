import { withClient } from '#postgres';
import { startPostgres, type TestDatabase, type TestPostgres } from '#support';
import type { StrikeKind } from './reminders/notes.ts';
import { runReminders, type ReminderOutcome, type ReminderRun } from './reminders/run.ts';
import { announcedSeed } from './seed.ts';

const MINUTE = 60_000;

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
}, MINUTE);
afterAll(() => postgres.stop(), MINUTE);

/** The first rung alone, with many reports handed in while it is sent. */
const brokenRun = (
  broken: string,
  strikes: readonly StrikeKind[] = [],
  more: Pick<ReminderRun, 'breakDatabase' | 'habits' | 'patienceMs'> = {},
): Promise<ReminderOutcome> =>
  runReminders({
    ...{ units: 300, steps: 2, handedIn: 300, patienceMs: 6000 },
    ...{ postgres, broken, seed: announcedSeed(`promise 7, ${broken}`) },
    ...more,
    strikes: new Map([[1, strikes]]),
  });

const withoutKey = async ({ adminUrl }: TestDatabase): Promise<void> => {
  await withClient(adminUrl, (admin) => admin.query('ALTER TABLE kheo_reminders.rungs DROP CONSTRAINT rungs_pkey'));
};

describe('the test of promise 7 is a true one', () => {
  it(
    'a worker that keeps no row of what was sent reminds twice',
    async () => {
      const { findings } = await brokenRun('plans-again', [], { breakDatabase: withoutKey });
      expect(findings.twice.length).toBeGreaterThan(0);
      expect(findings.mailTwice.length).toBeGreaterThan(0);
    },
    2 * MINUTE,
  );

  it(
    'a worker that notes a mail as sent before it is handed over loses some when it is killed',
    async () => {
      const { findings } = await brokenRun('notes-first', ['worker']);
      expect(findings.claimed.length).toBeGreaterThan(0);
    },
    2 * MINUTE,
  );

  it(
    'a worker that does not look whether the duty is done reminds of what it could have seen done',
    async () => {
      // with a slow mail server, so that it turns to many mails long after their duty was done
      const { findings } = await brokenRun('never-looks', [], { habits: { slowMs: 8000 }, patienceMs: 30_000 });
      expect(findings.afterDone.length).toBeGreaterThan(0);
      expect(findings.tooLate.length).toBeGreaterThan(0);
    },
    2 * MINUTE,
  );
});
