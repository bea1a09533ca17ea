import { headOf, officerOf, communes, PROVINCE } from '../sample/province.ts';
import { createReportActs, reportingUnits, type ReportActs } from '../sample/report-acts.ts';
import { addressOf, describeRecipients, namesOf } from './names.ts';
import { publishNextRegulation, tellCalendar } from './next-regulation.ts';
import { chapter, dayMonthYear, tell } from './story.ts';
import type { YearContext } from './year-context.ts';
import { tellBoard, tellConsolidation, tellProof, tellProvince } from './tell-reports.ts';

/** Never answers. */
const SILENT = 'tan-tien/nong-dan';
/** Two working days late. */
const LATE = 'an-lac/cuu-chien-binh';
const WAITING = ['tan-tien', 'an-lac'];
const PROVINCE_OFFICERS = ['standing-body', 'second-officer'];

/** Plays the year after the story: the units owe reports and are reminded. Answers whether all came as it must. */
export const playReportingYear = async (context: YearContext): Promise<boolean> => {
  const { cast, commands } = context;
  const year = context.stage.year + 1;
  const day = (monthAndDay: string): string => `${String(year)}-${monthAndDay}`;
  const checks: boolean[] = [];

  const remindOn = async (monthAndDay: string, why: string, expected: readonly string[]): Promise<void> => {
    cast.goTo(day(monthAndDay));
    await context.remind();
    const mails = await context.mailbox.newMails();
    const agrees = mails.join() === expected.map(addressOf).sort().join();
    const verdict = agrees ? '' : ` — KHÔNG KHỚP, phải là ${describeRecipients(expected.map(addressOf))}`;
    tell(`${dayMonthYear(day(monthAndDay))}  ${why}`);
    tell(`            ${String(mails.length)} thư: ${describeRecipients(mails)}${verdict}`);
    checks.push(agrees);
  };

  chapter('Năm sau: quy định mới, lịch nghỉ Tết');
  const regulationId = await publishNextRegulation(context, year);
  checks.push(await tellCalendar(context, regulationId, year));

  const acts = createReportActs(commands, { kind: 'H1', year });
  chapter('Báo cáo 6 tháng: ai nợ, ai được nhắc (đếm từ hộp thư)');
  await playHalfYear(context, { acts, day, remindOn, checks });

  chapter('Bằng chứng đã nhắc đơn vị không trả lời');
  const silentId = acts.idOf(SILENT, 'OWN');
  checks.push(await tellProof(cast, namesOf(commands), silentId));
  chapter('Số liệu tổng hợp, và đơn vị còn thiếu');
  checks.push(await tellConsolidation(context, acts.idOf('tan-tien', 'CONSOLIDATED'), 'tan-tien', [SILENT]));
  checks.push(await tellProvince(context, acts.idOf(PROVINCE, 'CONSOLIDATED'), [SILENT]));

  chapter('Máy chủ tắt từ tháng 7, tháng 12 mới chạy lại');
  const everybody = [...reportingUnits.flatMap((unit) => [officerOf(unit), headOf(unit)]), ...PROVINCE_OFFICERS];
  await remindOn('12-01', 'báo cáo năm quá hạn một ngày: các nấc đã lỡ dồn lại, mỗi người đúng một thư', everybody);
  await remindOn('12-01', 'rà soát lần nữa: không ai bị nhắc hai lần', []);
  return checks.every(Boolean);
};

interface Play {
  readonly acts: ReportActs;
  readonly day: (monthAndDay: string) => string;
  readonly remindOn: (monthAndDay: string, why: string, expected: readonly string[]) => Promise<void>;
  readonly checks: boolean[];
}

const playHalfYear = async (context: YearContext, { acts, day, remindOn, checks }: Play): Promise<void> => {
  const returned = ['unit-officer', 'unit-head', 'hoa-binh/officer', 'hoa-binh/head'];
  await remindOn('01-04', 'một đăng ký bị trả lại từ năm trước vẫn chưa sửa: các nấc đã lỡ dồn lại', returned);
  checks.push(await tellObliged(context, day('01-04').slice(0, 4)));
  await remindOn('06-01', 'trước hạn 10 ngày làm việc', reportingUnits.map(officerOf));

  context.cast.goTo(day('06-02'));
  const prompt = reportingUnits.filter((unit) => unit !== SILENT && unit !== LATE);
  await acts.submit(prompt);
  await acts.approve(prompt, 'OWN');
  await goUp(
    context,
    acts,
    communes.filter((unit) => !WAITING.includes(unit)),
  );
  tell(`${dayMonthYear(day('06-02'))}  ${String(prompt.length)} đơn vị nộp và được duyệt; hai đơn vị thì chưa`);

  const slow = [officerOf(SILENT), officerOf(LATE)];
  const waiting = WAITING.map(officerOf);
  await remindOn('06-10', 'trước hạn 3 ngày làm việc', [...slow, ...waiting, ...PROVINCE_OFFICERS]);
  await remindOn('06-15', 'hôm nay là hạn', [...slow, ...waiting]);
  await remindOn('06-16', 'quá hạn 1 ngày làm việc: nhắc thủ trưởng', [
    headOf(SILENT),
    headOf(LATE),
    ...PROVINCE_OFFICERS,
  ]);
  checks.push(await tellBoard(context, day('06-16'), { ON_TIME: 34, OVERDUE: 2 }, [SILENT, LATE], 1));

  context.cast.goTo(day('06-17'));
  await acts.submit([LATE]);
  await acts.approve([LATE], 'OWN');
  await goUp(context, acts, WAITING);
  tell(`${dayMonthYear(day('06-17'))}  một đơn vị nộp chậm; các xã nộp báo cáo tổng hợp, không chờ đơn vị còn lại`);

  await remindOn('06-18', 'quá hạn 3 ngày làm việc: báo cơ quan tiếp nhận', [officerOf('tan-tien')]);
  await goUp(context, acts, [PROVINCE]);
  await remindOn('06-22', 'quá hạn 5 ngày làm việc: báo thủ trưởng cơ quan tiếp nhận', [headOf('tan-tien')]);
  checks.push(await tellBoard(context, day('06-22'), { ON_TIME: 34, LATE: 1, MISSING: 1 }, [SILENT], 5));
};

/** Sums what was approved, and hands it in; above a commune it is approved too. */
const goUp = async ({ caughtUp }: YearContext, acts: ReportActs, units: readonly string[]): Promise<void> => {
  await acts.consolidate(units);
  await acts.submitConsolidated(units);
  await acts.approve(
    units.filter((unit) => unit !== PROVINCE),
    'CONSOLIDATED',
  );
  await caughtUp();
};

/** Who owes what from the first working day on: each unit its own report, each with units below it one more. */
const tellObliged = async ({ cast }: YearContext, year: string): Promise<boolean> => {
  const { items } = await cast.get<{ readonly items: readonly { readonly kind: string }[] }>(
    'auditor',
    `/api/reports?period=H1-${year}&limit=200`,
  );
  const own = items.filter(({ kind }) => kind === 'OWN').length;
  tell(
    `            ${String(own)} đơn vị nợ báo cáo 6 tháng, ${String(items.length - own)} cấp trên nợ báo cáo tổng hợp`,
  );
  return own === reportingUnits.length && items.length - own === communes.length + 1;
};
