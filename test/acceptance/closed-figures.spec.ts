import type { Reply } from '#support';
import { done, openReportingFixture, type ReportingFixture } from './reporting-fixture.ts';

let fixture: ReportingFixture;

beforeAll(async () => {
  fixture = await openReportingFixture();
}, 120_000);

afterAll(() => fixture?.close());

const filled = (meetings: number): object => ({
  figures: { BUOI_TUYEN_TRUYEN: meetings, LUOT_NAM: 40, LUOT_NU: 60, LUOT_NGUOI: 100 },
  narrative: 'Đạt kế hoạch',
  evidenceIds: [],
});

/** The day on which the figures are closed, and the last instant of what was known then. */
const CLOSED_ON = '2026-06-22';
const CLOSED_AT = '2026-06-22T02:00:00.000Z';
const CLOSED_AT_IN_VIETNAM = '2026-06-22T09:00:00+07:00';
const PERIOD = 'period=H1-2026';

/** What the board says about the first half of the year, but for when it was asked. */
const figures = async (cutoff = ''): Promise<readonly Reply['body'][]> => {
  const commune = await fixture.reportOf('commune');
  const paths = [
    `/api/reports?${PERIOD}&unit=${fixture.units.province}`,
    `/api/reports?${PERIOD}&status=overdue`,
    `/api/reports/coverage?${PERIOD}&kind=OWN`,
    `${commune}?`,
  ];
  const replies = await Promise.all(paths.map((path) => fixture.seen('auditor', `${path}${cutoff}`)));
  // What waits today is no figure of that day.
  return replies.map(({ asOf: _asOf, waitsFor: _waitsFor, ...said }, nth) =>
    nth < 2 ? ({ items: said.items } as Reply['body']) : (said as Reply['body']),
  );
};

describe('a figure that was closed', () => {
  let closed: Awaited<ReturnType<typeof figures>>;

  it('says how many of how many, and of what: units of one kind of report, or reports', async () => {
    fixture.later('2026-06-12');
    const commune = await fixture.reportOf('commune');
    done(await fixture.post('commune-officer', `${commune}/submit`, filled(12)));
    done(await fixture.post('body', `${commune}/approve`));
    fixture.later(CLOSED_ON);
    done(await fixture.post('body', `${commune}/close`));
    const coverage = async (query: string, language: 'vi' | 'en') =>
      (await fixture.seen('auditor', `/api/reports/coverage?${PERIOD}${query}`, language))['text'];
    expect(await coverage('&kind=OWN', 'vi')).toBe('1/2 đơn vị');
    expect(await coverage('&kind=OWN', 'en')).toBe('1/2 units');
    expect(await coverage('', 'vi')).toBe('1/4 báo cáo');
    expect(await coverage('', 'en')).toBe('1/4 reports');
    const consolidation = `${await fixture.reportOf('commune', 'CONSOLIDATED')}/consolidation`;
    expect((await fixture.seen('auditor', consolidation, 'en'))['text']).toBe('0/1 reports');
  });

  it('does not change when reports are reopened, extended and handed in, and holidays declared, later', async () => {
    closed = await figures();
    const [commune, hamlet] = [await fixture.reportOf('commune'), await fixture.reportOf('hamlet')];
    expect(closed[1]?.items).toContainEqual(expect.objectContaining({ unitId: fixture.units.hamlet, workingDays: 5 }));

    fixture.later('2026-07-06');
    done(await fixture.post('body', `${commune}/reopen`, { reason: 'Sai số buổi', dueOn: '2026-07-20' }));
    const document = { number: '31-CV/BDV', issuedOn: '2026-07-01' };
    done(await fixture.post('commune-body', `${hamlet}/extend`, { dueOn: '2026-07-15', reason: 'Mưa lũ', document }));
    done(await fixture.post('hamlet-officer', `${hamlet}/submit`, filled(3)));
    const addedHolidays = [{ date: '2026-06-17', name: 'Ngày nghỉ bù' }];
    done(
      await fixture.post('signer', `/api/regulations/${fixture.regulationId}/amend-calendar`, {
        addedHolidays,
        document,
      }),
    );

    expect(await figures()).not.toEqual(closed);
    expect(await figures(`&asOf=${CLOSED_ON}`)).toEqual(closed);
    expect(await figures(`&knownAt=${CLOSED_AT}`)).toEqual(closed);
    const inVietnam = encodeURIComponent(CLOSED_AT_IN_VIETNAM);
    expect(await figures(`&knownAt=${inVietnam}`)).toEqual(closed);
    expect(await figures(`&knownAt=${CLOSED_ON}`)).toEqual(closed);
    expect(await figures(`&asOf=${CLOSED_ON}&knownAt=${CLOSED_AT}`)).toEqual(closed);
  });

  it('stands as on the day that is asked for, by what was known at the instant', async () => {
    const [, overdue] = await figures(`&asOf=2026-06-24&knownAt=${CLOSED_AT}`);
    expect(overdue?.items).toContainEqual(expect.objectContaining({ unitId: fixture.units.hamlet, workingDays: 7 }));
    const report = await fixture.seen('auditor', `${await fixture.reportOf('commune')}?asOf=${CLOSED_ON}`);
    expect(report).toMatchObject({ status: 'CLOSED', version: 1, standing: 'ON_TIME' });
  });

  it('is not there before anything was owed', async () => {
    const early = 'asOf=2026-02-01';
    const auditor = await fixture.as('auditor');
    expect((await fixture.seen('auditor', `/api/reports?${early}`)).items).toEqual([]);
    expect((await auditor.get(`${await fixture.reportOf('commune')}?${early}`)).status).toBe(404);
    expect(await fixture.seen('auditor', `/api/reports/coverage?${PERIOD}&${early}`)).toMatchObject({
      obliged: 0,
      asOf: '2026-02-01',
    });
    for (const wrong of ['asOf=hôm qua', 'asOf=2026-02-30', 'knownAt=2026-06-22T10:00'])
      expect((await auditor.get(`/api/reports?${encodeURI(wrong)}`)).status).toBe(400);
  });

  it('is exported as it stood, with filter and day in the header', async () => {
    const unit = fixture.units.hamlet;
    const path = `/api/reports?${PERIOD}&unit=${unit}&asOf=${CLOSED_ON}`;
    const [, day, filter, , ...rows] = await fixture.exported('auditor', path);
    expect(day).toBe('Tính đến,22/06/2026');
    expect(filter).toBe('Bộ lọc,Kỳ: 06 tháng đầu năm 2026; Đơn vị: Chi bộ thôn Một; Tính đến: 22/06/2026');
    expect(rows).toHaveLength(1);
    expect(rows[0]).toContain(',Quá hạn,5,');
  });
});
