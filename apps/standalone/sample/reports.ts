import { regulation, type LocalDate } from '#domain';
import type { SampleRegulation } from './organization.ts';
import { headOf, PROVINCE } from './province.ts';
import { createReportActs, examinerOf, receiverOf, reportingUnits, type ReportActs } from './report-acts.ts';
import { CONSOLIDATING, CONSOLIDATING_LATE, courseOf, isEarly, type ReportCourse } from './report-courses.ts';
import { workingDaysAround, type WorkingDays } from './report-periods.ts';
import { inParallel, type SampleCommands } from './sample-commands.ts';

/**
 * The reports of this year up to the present day: on time, due soon, overdue, late, missing, returned, excused,
 * extended, approved and consolidated, with the reminders that went out meanwhile. No rung falls on the present day, so
 * that starting the sample again on that day reminds nobody.
 */
export const playReports = async (
  commands: SampleCommands,
  today: LocalDate,
  { content }: SampleRegulation,
  remind: () => Promise<void>,
): Promise<void> => {
  const day = workingDaysAround(regulation.calendarOf(content), today);
  const goTo = (n: number): void => {
    commands.clock.set(`${day(n)}T01:30:00.000Z`);
  };
  const remindOn = async (n: number): Promise<void> => {
    goTo(n);
    await remind();
  };
  const [halfYear, wholeYear] = regulation
    .reportingRules(content)
    .periods.map(({ kind, cutoff }) => createReportActs(commands, { kind, year: Number(cutoff.slice(0, 4)) }));
  if (halfYear === undefined || wholeYear === undefined) throw new RangeError('The sample has two periods.');

  await remindOn(-17);
  goTo(-14);
  await halfYear.submit(of('approved'));
  goTo(-13);
  await halfYear.approve(of('approved'), 'OWN');
  await remindOn(-11);
  goTo(-9);
  await halfYear.submit(of('returned', 'submitted'));
  await wholeYear.submit(reportingUnits.filter(isEarly));
  await decideExceptions(halfYear, day);
  await leaveVacant(commands, 'duc-thinh/thanh-nien');
  await remindOn(-8);
  await remindOn(-7);
  await halfYear.consolidate(CONSOLIDATING);
  await halfYear.submitConsolidated(CONSOLIDATING);
  goTo(-6);
  await halfYear.approve(CONSOLIDATING, 'CONSOLIDATED');
  await remindOn(-5);
  goTo(-4);
  await halfYear.submit(of('late'));
  await halfYear.approve(of('late'), 'OWN');
  await remindOn(-3);
  await halfYear.consolidate([CONSOLIDATING_LATE]);
  await halfYear.submitConsolidated([CONSOLIDATING_LATE]);
  goTo(-2);
  await examine(halfYear, day);
  await remindOn(-1);
};

const of = (...courses: readonly ReportCourse[]): readonly string[] =>
  reportingUnits.filter((unit) => courses.includes(courseOf(unit)));

/** One unit is excused, another has more time. */
const decideExceptions = async (acts: ReportActs, day: WorkingDays): Promise<void> => {
  await inParallel(of('excused'), (unit) =>
    acts.act(examinerOf(receiverOf(unit)), unit, 'excuse', 'ExcuseReport', {
      reason: 'Đơn vị mới kiện toàn tổ chức, chưa có hoạt động trong kỳ.',
    }),
  );
  await inParallel(of('extended'), (unit) =>
    acts.act(examinerOf(receiverOf(unit)), unit, 'extend', 'ExtendReport', {
      dueOn: day(6),
      reason: 'Đơn vị đang khắc phục hậu quả mưa lũ.',
      document: { number: '12-CV/ĐU', issuedOn: day(-9) },
    }),
  );
};

/** The head of a unit that owes a report leaves: the rung that would have reached them goes to the next at once. */
const leaveVacant = (commands: SampleCommands, unit: string): Promise<string> =>
  commands.person('admin', `${headOf(unit)}:leaves`, {
    type: 'EndAppointment',
    id: commands.idOf('person', headOf(unit)),
    data: { appointmentId: commands.idOf('appointment', `${headOf(unit)}:UNIT_HEAD`), reason: 'Chuyển công tác.' },
  });

/** One is sent back, one is closed, and the province looks at what it has so far. */
const examine = async (acts: ReportActs, day: WorkingDays): Promise<void> => {
  await inParallel(of('returned'), (unit) =>
    acts.act(examinerOf(receiverOf(unit)), unit, 'return', 'ReturnReport', {
      reason: 'Số lượt người tham gia chưa khớp với danh sách kèm theo.',
      dueOn: day(4),
    }),
  );
  await acts.act(examinerOf(PROVINCE), 'dong-hai', 'close', 'CloseReport', {});
  await acts.consolidate([PROVINCE]);
};
