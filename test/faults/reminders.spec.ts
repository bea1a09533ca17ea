import { startPostgres, startRedis, type TestPostgres, type TestRedis } from '#support';
import type { StrikeKind } from './reminders/notes.ts';
import { NOTHING_WRONG, runReminders } from './reminders/run.ts';
import { announcedSeed, randomFrom } from './seed.ts';

const MINUTE = 60_000;
const UNITS = 1000;

let postgres: TestPostgres;
let redis: TestRedis;
beforeAll(async () => {
  [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
}, MINUTE);
afterAll(() => Promise.all([postgres.stop(), redis.stop()]), MINUTE);

/** Steps of the walk in which something is sent; in one more nobody strikes. */
const SENDING = [1, 3, 4, 6];

/** Two strikes in each of these steps, each kind at least once; reports are handed in at the beginning of a step. */
function strikesOf(kinds: readonly StrikeKind[], random: () => number): ReadonlyMap<number, readonly StrikeKind[]> {
  const all = SENDING.flatMap(() => [0, 0]).map((_, index) => kinds[index % kinds.length] as StrikeKind);
  const mixed = all.map((kind) => ({ kind, order: random() })).sort((one, other) => one.order - other.order);
  const pairs = SENDING.map((_, index) => mixed.slice(2 * index, 2 * index + 2).map(({ kind }) => kind));
  const generatorFirst = (pair: readonly StrikeKind[]) =>
    pair.toSorted((one, other) => Number(other === 'generator') - Number(one === 'generator'));
  return new Map(SENDING.map((step, index) => [step, generatorFirst(pairs[index] ?? [])]));
}

const BACKENDS: readonly { readonly name: string; readonly kinds: readonly StrikeKind[] }[] = [
  { name: 'PostgreSQL', kinds: ['worker', 'generator', 'postgres', 'forget'] },
  { name: 'Redis', kinds: ['worker', 'generator', 'postgres', 'queue', 'forget'] },
];

describe.each(BACKENDS)(
  'promise 7, the queue on $name: none lost, none twice, none after the duty is done',
  ({ name, kinds }) => {
    it(
      'of a thousand reports over Tết, while everything is killed again and again and the queue forgets',
      async () => {
        const seed = announcedSeed(`promise 7 on ${name}`);
        const { findings, strikes } = await runReminders({
          ...{ postgres, units: UNITS, seed },
          redis: name === 'Redis' ? redis : undefined,
          strikes: strikesOf(kinds, randomFrom(seed)),
        });
        const { mails, repeated, sent, unprovenAfterStrike } = findings;
        const struck = strikes.map(({ kind, unknown }) => `${kind} ${unknown}`).join(', ');
        process.stdout.write(
          `${name}: ${sent} sent, ${mails} mails, ${repeated} again, ${unprovenAfterStrike} unproven; unknown: ${struck}\n`,
        );
        expect(findings).toMatchObject(NOTHING_WRONG);
        for (const kind of kinds) {
          expect(
            Math.max(...strikes.filter((each) => each.kind === kind).map(({ unknown }) => unknown)),
          ).toBeGreaterThan(0);
        }
      },
      8 * MINUTE,
    );
  },
);
