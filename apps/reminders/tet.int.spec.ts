import { regulation } from '#domain';
import { startPostgres, startSmtp, type TestPostgres, type TestSmtp } from '#support';
import { openFixture, type Fixture } from './testing/fixture.ts';

let postgres: TestPostgres;
let smtp: TestSmtp;
let fixture: Fixture;

const example = regulation.exampleRegulation(2026);
const TET = ['16', '17', '18', '19', '20'].map((day) => `2026-02-${day}`);

beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

/** Due on the first day of Tết, and so on Monday 23 February; Saturday the 28th is made up. */
beforeEach(async () => {
  smtp = await startSmtp();
  fixture = await openFixture(await postgres.createDatabase(), smtp, {
    content: {
      calendar: { holidays: TET, makeUpDays: ['2026-02-28'] },
      reporting: {
        ...example.reporting,
        obliged: ['COMMUNE'],
        periods: [{ kind: 'H1', cutoff: '2026-01-31', dueOn: '2026-02-17' }],
      },
    },
  });
});
afterEach(async () => {
  await fixture.close();
  await smtp.stop();
});

/** 08:00 in Vietnam. */
const morning = (date: string): string => `${date}T01:00:00.000Z`;

/** What each mail of the log stands for. */
const mailed = async () =>
  (await fixture.told())
    .filter(({ type, data }) => type === 'ReminderSent' && (data as { channel: string }).channel === 'EMAIL')
    .map(({ data }) => (data as { rungs: readonly string[] }).rungs);

describe('a report that is due at Tết', () => {
  it('is reminded of on working days alone, the Saturday that is made up among them', async () => {
    const app = await fixture.start();
    const days = ['02-01', '02-02', '02-10', '02-11', '02-16', '02-22', '02-23', '02-24', '02-26', '02-27', '02-28'];
    const rungs: Record<string, readonly (readonly string[])[]> = {};
    let before = 0;
    for (const day of days) {
      await fixture.at(app, morning(`2026-${day}`));
      const all = await mailed();
      if (all.length > before) rungs[day] = all.slice(before);
      before = all.length;
    }
    expect(rungs).toEqual({
      '02-02': [['T-10']],
      '02-11': [['T-3']],
      '02-23': [['T0']],
      '02-24': [['T+1']],
      '02-26': [['T+3']],
      '02-28': [['T+5']],
    });
    const overdue = (await fixture.told()).filter(({ type }) => type === 'ReportOverdue');
    expect(overdue.map(({ data }) => (data as { dueOn: string }).dueOn)).toEqual(['2026-02-23']);
  });

  it('is told of in one message for each person after forty days of silence over Tết', async () => {
    const app = await fixture.start();
    await fixture.at(app, morning('2026-01-19'));
    await fixture.at(app, morning('2026-02-28'));
    await fixture.at(app, morning('2026-02-28'));
    expect((await mailed()).sort()).toEqual([['T+1'], ['T+3'], ['T+5'], ['T-10', 'T-3', 'T0']]);
    expect(smtp.caught).toHaveLength(4);
  });
});
