import { logUnderTest, startPostgres, type TestPostgres } from '#support';
import { breakAppend } from './broken/broken-append.ts';
import { openCallers, revisionsWithRetry, winnersPerRound, withoutExpectations } from './revision-race.ts';

const ROUNDS = 40;
const MINUTE = 60_000;

let server: TestPostgres;
beforeAll(async () => {
  server = await startPostgres();
}, MINUTE);
afterAll(() => server.stop(), MINUTE);

describe('promise 1: one winner per revision, none lost', () => {
  it(
    'of 64 callers who believe the same revision exactly one wins, round after round',
    async () => {
      const { callers, close } = await openCallers((await server.createDatabase()).url);
      const winners = await winnersPerRound(callers, ROUNDS);
      await close();
      expect(winners).toEqual(Array.from({ length: ROUNDS }, () => 1));
    },
    MINUTE,
  );

  it(
    'of 64 callers who try again all win, and the stream has no hole',
    async () => {
      const { callers, close } = await openCallers((await server.createDatabase()).url);
      const revisions = await revisionsWithRetry(callers);
      await close();
      expect(revisions).toEqual(Array.from({ length: 64 }, (_, revision) => revision));
    },
    MINUTE,
  );

  it(
    'the test is a true one: a log whose writers take no turns, or do not say what they believe, has several winners',
    async () => {
      const { url, adminUrl } = await server.createDatabase();
      if (logUnderTest === 'postgres') await breakAppend(adminUrl, 'no-turns');
      const { callers, close } = await openCallers(url, logUnderTest === 'postgres' ? undefined : withoutExpectations);
      const winners = await winnersPerRound(callers, 2);
      await close();
      expect(winners.some((count) => count > 1)).toBe(true);
    },
    MINUTE,
  );
});
