import { regulation } from '#domain';
import type { Session } from '#support';
import { done, startWorld, type World } from './security/world.ts';

let world: World;
let calendar: string;
beforeAll(async () => {
  world = await startWorld();
  calendar = `/api/regulations/${world.regulationId}`;
}, 180_000);
afterAll(() => world?.stop());

const announcement = { number: '345/TB-BNV', issuedOn: '2026-01-30' };
const tet = ['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'].map((date) => ({
  date,
  name: 'Tết Nguyên đán',
}));

/** What is said of ten working days from 3 February, once all that was recorded has been seen. */
const tenDays = async (session: Session, language = 'vi'): Promise<Record<string, unknown>> => {
  const head = await world.api.ports.store.head();
  const headers = { 'x-kheo-wait-for': String(head), 'accept-language': language };
  return done(await session.get(`${calendar}/working-days?from=2026-02-03&days=10`, { headers }));
};

describe('the working calendar of a regulation in force', () => {
  it('a unit asks how ten working days are counted, before Tết is announced', async () => {
    expect(await tenDays(world.keeper)).toMatchObject({
      result: '2026-02-17',
      sentence: '10 ngày làm việc kể từ 03/02/2026 là 17/02/2026 (bỏ qua 4 ngày cuối tuần)',
    });
  });

  it('the days of Tết and a make-up Saturday are added by a document, and the next count skips them', async () => {
    const change = { addedHolidays: tet, addedMakeUpDays: ['2026-02-14'], document: announcement };
    done(await world.keeper.post(`${calendar}/amend-calendar`, change));
    expect(await tenDays(world.keeper)).toEqual({
      from: '2026-02-03',
      days: 10,
      result: '2026-02-23',
      workingDays: 10,
      weekends: 5,
      holidays: [{ name: 'Tết Nguyên đán', from: '2026-02-16', until: '2026-02-20', days: 5 }],
      makeUpDays: ['2026-02-14'],
      unknownYears: [],
      sentence:
        '10 ngày làm việc kể từ 03/02/2026 là 23/02/2026 (bỏ qua 5 ngày cuối tuần, Tết Nguyên đán 5 ngày; tính cả ngày làm bù 14/02/2026)',
    });
    expect(await tenDays(world.keeper, 'en')).toMatchObject({
      sentence: expect.stringContaining('10 working days from 03/02/2026 is 23/02/2026') as string,
    });
  });

  it('a unit asks how far a due date is, before it and behind it', async () => {
    const far = async (query: string): Promise<unknown> =>
      done(await world.keeper.get(`${calendar}/working-days?${query}`, { headers: { 'accept-language': 'vi' } }));
    expect(await far('from=2026-02-12&until=2026-02-24')).toMatchObject({
      days: 4,
      sentence:
        'Còn 4 ngày làm việc đến hạn 24/02/2026 (bỏ qua 3 ngày cuối tuần, Tết Nguyên đán 5 ngày; tính cả ngày làm bù 14/02/2026)',
    });
    expect(await far('from=2026-02-13&until=2026-02-12')).toMatchObject({
      days: -1,
      sentence: 'Quá hạn 1 ngày làm việc, từ hạn 12/02/2026 đến 13/02/2026',
    });
    expect(await far('from=2026-02-12&until=2026-02-12')).toMatchObject({
      days: 0,
      sentence: 'Hôm nay là hạn cuối (12/02/2026)',
    });
  });

  it('the same document a second time changes nothing: the repetition is answered, a new one refused', async () => {
    const change = { removedMakeUpDays: ['2026-02-14'], document: announcement };
    const key = { 'idempotency-key': crypto.randomUUID() };
    const first = await world.keeper.post(`${calendar}/amend-calendar`, change, { headers: key });
    const again = await world.keeper.post(`${calendar}/amend-calendar`, change, { headers: key });
    expect([first.status, again.status, again.body]).toEqual([200, 200, first.body]);
    const added = { addedHolidays: tet, document: announcement };
    const refused = await world.keeper.post(`${calendar}/amend-calendar`, added);
    expect(refused).toMatchObject({ status: 409, body: { code: 'calendar-unchanged' } });
  });

  it('a draft has no calendar to amend yet', async () => {
    const { keeper, belongings } = world;
    const change = { addedHolidays: tet, document: announcement };
    const refused = await keeper.post(`/api/regulations/${belongings.A.regulation}/amend-calendar`, change);
    expect(refused).toMatchObject({ status: 409, body: { code: 'regulation-not-published' } });
  });

  it.each([
    ['days=1001', 'days'],
    ['days=-1001', 'days'],
    ['days=1.5', 'days'],
    ['from=2026-02-30', 'from'],
    ['until=2026-02-30', 'until'],
    ['calendar=lunar', 'calendar'],
  ])('a count by ?%s is refused and names the field', async (query, pointer) => {
    const { status, body } = await world.keeper.get(`${calendar}/working-days?${query}`);
    expect(status).toBe(400);
    expect(JSON.stringify(body)).toContain(pointer);
  });

  it('without a question it tells the next working day', async () => {
    expect(done(await world.keeper.get(`${calendar}/working-days`))).toMatchObject({ days: 1, workingDays: 1 });
  });
});

describe('the holidays proposed for a year', () => {
  it('name Tết and the day off in lieu of the Hùng Kings’ day, and what is settled each year', async () => {
    const { year, items } = done(await world.keeper.get('/api/regulations/holidays?year=2026'));
    expect(year).toBe(2026);
    expect(items).toEqual(
      expect.arrayContaining([
        { date: '2026-02-16', name: 'Tết Nguyên đán', announcedYearly: true },
        { date: '2026-04-27', name: 'Giỗ tổ Hùng Vương (nghỉ bù)', announcedYearly: false },
      ]),
    );
    expect((await world.keeper.get('/api/regulations/holidays?year=1999')).status).toBe(400);
  });

  it('can be taken over into a draft that passes the check when it is published', async () => {
    const { items } = done(await world.keeper.get('/api/regulations/holidays?year=2027'));
    const proposal = (items as unknown as readonly regulation.Holiday[]).map(({ date, name }) => ({ date, name }));
    const content = regulation.exampleRegulation(2027, proposal);
    const { id } = done(await world.keeper.post('/api/regulations', { unitId: world.belongings.P.unitId, content }));
    const paper = { number: '14-QĐ/TU', issuedOn: '2026-01-30', from: '2027-01-01' };
    const publication = { ...paper, illustrative: true };
    done(await world.second.post(`/api/regulations/${id}/publish`, publication));
  });
});

describe('a regulation to start from', () => {
  it('is there for each kind of office, and is drafted as it was given', async () => {
    const { items } = done(await world.keeper.get('/api/regulations/examples?year=2027'));
    const offered = items as unknown as readonly Readonly<Record<'kind' | 'title', string>>[];
    expect(offered.map(({ kind }) => kind)).toEqual(['PROVINCE', 'COMMUNE', 'CENTRAL_AGENCIES']);
    for (const { kind, title } of offered) {
      const { content } = done(await world.keeper.get(`/api/regulations/examples/${kind}?year=2027`));
      expect(content).toMatchObject({ title, illustrative: true });
      done(await world.keeper.post('/api/regulations', { unitId: world.belongings.P.unitId, content }));
    }
    expect((await world.keeper.get('/api/regulations/examples/UNIT')).status).toBe(404);
  });
});

describe('what a draft says of reports and reminders', () => {
  const drafting = (change: object) =>
    world.keeper.post('/api/regulations', {
      unitId: world.belongings.P.unitId,
      content: { ...regulation.exampleRegulation(2026), ...change },
    });
  const { reminders, reporting, calendar: days } = regulation.exampleRegulation(2026);

  it.each([
    ['an unknown unit kind', { reporting: { ...reporting, obliged: ['DISTRICT'] } }, '/content/reporting/obliged'],
    ['half a day', { reporting: { ...reporting, dueSoonDays: 0.5 } }, '/content/reporting/dueSoonDays'],
    [
      'a figure the log does not know',
      { reporting: { ...reporting, figures: [{ code: 'A', name: 'A', known: 'X' }] } },
      '/content/reporting/figures/0/known',
    ],
    [
      'a rung to nobody',
      { reminders: { ...reminders, ladder: [{ code: 'T', workingDays: 0, recipient: 'ALL' }] } },
      '/content/reminders/ladder/0/recipient',
    ],
    [
      'a ladder for no duty',
      { reminders: { ...reminders, ladders: { HOLIDAY: [] } } },
      '/content/reminders/ladders/HOLIDAY',
    ],
    [
      'a night from 25:00',
      { reminders: { ...reminders, quietHours: { from: '25:00', until: '07:30' } } },
      '/content/reminders/quietHours/from',
    ],
    [
      'a name for no date',
      { calendar: { ...days, holidayNames: { Tet: 'Tết' } } },
      '/content/calendar/holidayNames/Tet',
    ],
    [
      'a name that is none',
      { calendar: { ...days, holidayNames: { '2026-01-01': 1 } } },
      '/content/calendar/holidayNames/2026-01-01',
    ],
  ])('%s is refused where it stands', async (_title, change, pointer) => {
    const { status, body } = await drafting(change);
    expect({ status, pointers: JSON.stringify(body) }).toMatchObject({
      status: 400,
      pointers: expect.stringContaining(`"${pointer}"`) as string,
    });
  });

  it('faults that only the whole text shows are named when it is published', async () => {
    const figures = [{ code: 'A', name: 'Tổng', sumOf: ['A'] }];
    const { id } = done(await drafting({ reporting: { ...reporting, figures } }));
    const publication = { number: '15-QĐ/TU', issuedOn: '2026-01-30', from: '2026-02-01' };
    const refused = await world.second.post(`/api/regulations/${id}/publish`, publication);
    expect(refused).toMatchObject({ status: 422, body: { code: 'regulation-invalid' } });
    expect(JSON.stringify(refused.body)).toContain('figure-sums-itself');
  });
});
