import { regulation } from '#domain';
import { dayMonthYear, tell } from './story.ts';
import type { YearContext } from './year-context.ts';

const BODY = 'standing-body';
const SIGNER = 'signer';

/** Publishes the regulation of the next year with the holidays the system proposes; answers its id. */
export const publishNextRegulation = async ({ cast, stage }: YearContext, year: number): Promise<string> => {
  const issuedOn = `${String(stage.year)}-12-28`;
  const from = `${String(year)}-01-01`;
  cast.goTo(issuedOn);
  const proposed = await cast.get<{ readonly items: readonly regulation.Holiday[] }>(
    BODY,
    `/api/regulations/holidays?year=${String(year)}`,
  );
  const content = regulation.exampleRegulation(year, proposed.items);
  const id = await cast.act(BODY, '/api/regulations', { unitId: stage.province, content });
  await cast.act(SIGNER, `/api/regulations/${id}/publish`, {
    ...{ number: '28-QĐ/TU', issuedOn, from },
    illustrative: true,
  });
  await cast.act(SIGNER, `/api/regulations/${stage.regulationId}/supersede`, { byRegulationId: id, from });
  tell(
    `Quy định số 28-QĐ/TU, hiệu lực từ ${dayMonthYear(from)}; ${String(proposed.items.length)} ngày nghỉ lễ do hệ thống đề xuất`,
  );
  return id;
};

/** What the count of ten working days over Tết must come to in 2027, by a wall calendar. */
const OVER_TET = { from: '02-03', days: 10, result: '02-24' } as const;

/** A swap is announced: a Friday off, a Saturday worked. Tells the count over Tết before and after. */
export const tellCalendar = async (
  { cast, caughtUp }: YearContext,
  regulationId: string,
  year: number,
): Promise<boolean> => {
  const date = (monthAndDay: string): string => `${String(year)}-${monthAndDay}`;
  const count = () =>
    cast.get<{ readonly result: string; readonly sentence: string }>(
      BODY,
      `/api/regulations/${regulationId}/working-days?from=${date(OVER_TET.from)}&days=${String(OVER_TET.days)}`,
    );
  cast.goTo(date('01-04'));
  const before = await count();
  await cast.act(SIGNER, `/api/regulations/${regulationId}/amend-calendar`, {
    addedHolidays: [{ date: date('02-12'), name: 'Nghỉ hoán đổi' }],
    addedMakeUpDays: [date('02-20')],
    document: { number: '01-TB/VP', issuedOn: date('01-04') },
  });
  await caughtUp();
  const after = await count();
  tell(before.sentence);
  tell('Thông báo số 01-TB/VP: nghỉ thứ sáu 12/02, làm bù thứ bảy 20/02. Đếm lại:');
  tell(after.sentence);
  return [before, after].every(({ result }) => result === date(OVER_TET.result)) && after.sentence.includes('20/02');
};
