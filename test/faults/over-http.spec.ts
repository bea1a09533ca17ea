import { logUnderTest, startPostgres, type TestPostgres } from '#support';
import type { ApiProcess } from './api-process.ts';
import { breakAppend } from './broken/broken-append.ts';
import { runOverHttp, type Strike } from './http-run.ts';
import type { HttpFindings } from './processes/http-check.ts';
import { announcedSeed, pause, randomFrom } from './seed.ts';

const MINUTE = 60_000;
const KILLS = 3;
/** Answers between two kills: a run of three kills has seen more than two hundred commands. */
const ANSWERS = 70;
const CALLERS = 64;
/** The promise: ready again within so many milliseconds. */
const READY_AFTER = { api: 10_000, postgres: 30_000 };

const NOTHING_WRONG = {
  missing: [],
  misplaced: [],
  unsettled: [],
  twice: [],
  answeredOtherwise: [],
  strange: [],
  uninvited: [],
  holes: [],
};

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
}, MINUTE);
afterAll(() => postgres.stop(), MINUTE);

/** Kills again and again; `killedAt` and `readyAfter` are filled as it goes on. */
function killer(kill: (apis: readonly ApiProcess[]) => Promise<void>, kills: number, seed: number) {
  const random = randomFrom(seed);
  const killedAt: number[] = [];
  const readyAfter: number[] = [];
  const strike: Strike = async (apis, untilAnswered) => {
    for (let count = 0; count < kills; count += 1) {
      await pause(random() * 700);
      await untilAnswered(ANSWERS);
      killedAt.push(Date.now());
      await kill(apis);
      await Promise.all(apis.map((api) => api.untilReady()));
      readyAfter.push(Date.now() - (killedAt.at(-1) ?? 0));
    }
    await pause(500);
  };
  /** Outcomes that each kill made unknown: to the caller, or to the api, which found out while the caller waited. */
  const struck = ({ unknownAt, waits }: HttpFindings): number[] =>
    killedAt.map((killed, index) => {
      const untilNext = killedAt[index + 1] ?? Infinity;
      const unknown = unknownAt.filter((at) => at >= killed && at < untilNext).length;
      return unknown + waits.filter(([from, at]) => from <= killed && at > killed).length;
    });
  return { strike, readyAfter, struck };
}

async function killApi(apis: readonly ApiProcess[]): Promise<void> {
  await Promise.all(apis.map((api) => api.kill9()));
  for (const api of apis) api.restart();
}

async function killPostgres(): Promise<void> {
  await postgres.kill9();
  await postgres.restart();
}

describe('promise 1, over HTTP: one winner per revision, none lost', () => {
  it(
    'of 64 callers on two apis who have seen the same revision one wins; without a revision all do',
    async () => {
      const seed = announcedSeed('promise 1 over HTTP');
      const { winners, ...findings } = await runOverHttp(postgres, { what: 'race', seed, apis: 2 });
      expect(winners.length).toBeGreaterThan(10);
      expect(winners).toEqual([...winners.slice(1).map(() => 1), CALLERS]);
      expect(findings).toMatchObject(NOTHING_WRONG);
    },
    2 * MINUTE,
  );

  it(
    'the test is a true one: on a log whose writers take no turns, or do not say what they believe, a round has several winners',
    async () => {
      const broken =
        logUnderTest === 'postgres'
          ? { breakDatabase: ({ adminUrl }: { adminUrl: string }) => breakAppend(adminUrl, 'no-turns') }
          : { broken: 'expects-anything' };
      const seed = announcedSeed('promise 1 over HTTP, broken');
      const { winners } = await runOverHttp(postgres, { what: 'race', seed, apis: 2, ...broken });
      expect(winners.slice(0, -1).some((count) => count > 1)).toBe(true);
    },
    2 * MINUTE,
  );
});

describe('promise 2, over HTTP: a retried command acts once', () => {
  it(
    'sent up to ten times to two apis, at once, after hanging up, and with another body under its key',
    async () => {
      const seed = announcedSeed('promise 2 over HTTP');
      const findings = await runOverHttp(postgres, { what: 'repeat', seed, apis: 2 });
      expect(findings.cuts).toBeGreaterThan(20);
      expect(findings.reused).toBeGreaterThan(findings.commands);
      expect(findings).toMatchObject(NOTHING_WRONG);
    },
    2 * MINUTE,
  );

  it(
    'the test is a true one: an api that forgets its commands acts twice',
    async () => {
      const seed = announcedSeed('promise 2 over HTTP, forgets');
      const findings = await runOverHttp(postgres, {
        what: 'repeat',
        seed,
        commands: 3,
        apis: 2,
        broken: 'forgets-commands',
      });
      expect(findings.twice.length).toBeGreaterThan(0);
    },
    2 * MINUTE,
  );

  it(
    'the test is a true one: an api that takes every repetition for its own answers another body as if it had acted',
    async () => {
      const seed = announcedSeed('promise 2 over HTTP, trusts');
      const findings = await runOverHttp(postgres, { what: 'repeat', seed, apis: 2, broken: 'trusts-repeats' });
      expect(findings.twice).toEqual([]);
      expect(findings.answeredOtherwise.length).toBeGreaterThan(0);
    },
    2 * MINUTE,
  );
});

describe('promise 3, over HTTP: no acknowledged event is lost', () => {
  it(
    'when the api is killed under load, again and again',
    async () => {
      const seed = announcedSeed('promise 3 over HTTP, api');
      const { strike, readyAfter, struck } = killer(killApi, KILLS, seed);
      const findings = await runOverHttp(postgres, { what: 'until-stopped', seed, apis: 1, strike });
      tell('api', readyAfter, struck(findings));
      expect(Math.min(...struck(findings))).toBeGreaterThanOrEqual(1);
      expect(findings.commands).toBeGreaterThan(200);
      expect(findings).toMatchObject(NOTHING_WRONG);
      expect(Math.max(...readyAfter)).toBeLessThanOrEqual(READY_AFTER.api);
    },
    2 * MINUTE,
  );

  it(
    'when the stores, PostgreSQL with all its backends and what keeps the log, are killed under load, again and again',
    async () => {
      const seed = announcedSeed('promise 3 over HTTP, PostgreSQL');
      const { strike, readyAfter, struck } = killer(killPostgres, KILLS, seed);
      const findings = await runOverHttp(postgres, { what: 'until-stopped', seed, apis: 2, strike });
      tell('PostgreSQL', readyAfter, struck(findings));
      expect(Math.min(...struck(findings))).toBeGreaterThanOrEqual(1);
      expect(findings.commands).toBeGreaterThan(200);
      expect(findings).toMatchObject(NOTHING_WRONG);
      expect(Math.max(...readyAfter)).toBeLessThanOrEqual(READY_AFTER.postgres);
    },
    2 * MINUTE,
  );

  it.each([
    ['api', killApi],
    ['PostgreSQL', killPostgres],
  ])(
    'the test is a true one: an api that acknowledges first loses events when the %s is killed',
    async (name, kill) => {
      const seed = announcedSeed(`promise 3 over HTTP, ${name}, broken`);
      const { strike } = killer(kill, 1, seed);
      const broken = { apis: 1, broken: 'acknowledges-first', revisions: 0 };
      const findings = await runOverHttp(postgres, { what: 'until-stopped', seed, strike, ...broken });
      expect(findings.missing.length).toBeGreaterThan(0);
      expect(findings.missing.length).toBeLessThan(findings.commands / 2);
    },
    2 * MINUTE,
  );
});

function tell(what: string, readyAfter: readonly number[], struck: readonly number[]): void {
  process.stdout.write(
    `${what} killed: unknown outcomes ${struck.join(', ')}; ready after ${readyAfter.join(', ')} ms\n`,
  );
}
