import { localDateOf, regulation, reporting, type LocalDate } from '#domain';
import { deriveId } from '#engine';
import type { SampleRegulation } from './organization.ts';
import { communes, headOf, officerOf, PROVINCE, registeringUnits } from './province.ts';
import { CONSOLIDATING, CONSOLIDATING_LATE, courseOf, isEarly, type ReportCourse } from './report-courses.ts';
import { workingDaysAround, type WorkingDays } from './report-periods.ts';
import { inParallel, type SampleDesk } from './sample-desk.ts';

const OFFICER = 'standing-body';

/** Every unit that owes a report of its own. */
const UNITS = [...communes, ...registeringUnits];

interface ReportRoom {
  readonly desk: SampleDesk;
  readonly day: WorkingDays;
  /** The id of a report, by unit, kind and number of the period: 0 the half-yearly one, 1 the yearly one. */
  readonly idOf: (unit: string, kind: reporting.ReportKind, nth: 0 | 1) => string;
  /** Moves on to the morning of a working day, counted from the present. */
  readonly goTo: (n: number) => LocalDate;
  /** The same, and has everybody reminded. */
  readonly remindOn: (n: number) => Promise<void>;
}

/**
 * The reports of this year up to the present day: on time, due soon, overdue, late, missing, returned, excused,
 * extended, approved and consolidated, with the reminders that went out meanwhile.
 */
export const playReports = async (
  desk: SampleDesk,
  today: LocalDate,
  { content }: SampleRegulation,
  remind: () => Promise<void>,
): Promise<void> => {
  const room = createRoom(desk, today, content, remind);
  await room.remindOn(-17);
  room.goTo(-14);
  await submit(room, of('approved'), 0);
  room.goTo(-13);
  await approve(room, of('approved'), 0);
  await room.remindOn(-11);
  room.goTo(-9);
  await submit(room, of('returned', 'submitted'), 0);
  await submit(room, UNITS.filter(isEarly), 1);
  await decideExceptions(room);
  await room.remindOn(-8);
  await room.remindOn(-7);
  for (const commune of CONSOLIDATING) await consolidate(room, commune);
  room.goTo(-6);
  await inParallel(CONSOLIDATING, (unit) => approveOne(room, unit, 'CONSOLIDATED', 0));
  await room.remindOn(-5);
  room.goTo(-4);
  await submit(room, of('late'), 0);
  await approve(room, of('late'), 0);
  await room.remindOn(-3);
  await consolidate(room, CONSOLIDATING_LATE);
  room.goTo(-2);
  await endWithExaminations(room);
  await room.remindOn(-1);
};

const createRoom = (
  desk: SampleDesk,
  today: LocalDate,
  content: regulation.RegulationContent,
  remind: () => Promise<void>,
): ReportRoom => {
  const day = workingDaysAround(regulation.calendarOf(content), today);
  const goTo = (n: number): LocalDate => {
    desk.clock.set(`${day(n)}T01:30:00.000Z`);
    return localDateOf(desk.clock.now());
  };
  const { periods } = regulation.reportingRules(content);
  return {
    desk,
    day,
    idOf: (unit, kind, nth) => {
      const period = periods[nth];
      if (period === undefined) throw new RangeError('The sample has two periods.');
      const year = Number(period.cutoff.slice(0, 4));
      return deriveId(desk.idOf('unit', unit), reporting.reportName(kind, { kind: period.kind, year }));
    },
    goTo,
    remindOn: async (n) => {
      goTo(n);
      await remind();
    },
  };
};

const of = (...courses: readonly ReportCourse[]): readonly string[] =>
  UNITS.filter((unit) => courses.includes(courseOf(unit)));

const keyOf = (unit: string, kind: reporting.ReportKind, nth: 0 | 1): string => `report:${unit}:${kind}:${String(nth)}`;

const submit = ({ desk, idOf }: ReportRoom, units: readonly string[], nth: 0 | 1): Promise<void> =>
  inParallel(units, async (unit) => {
    const count = 2 + (UNITS.indexOf(unit) % 7);
    await desk.report(headOf(unit), `${keyOf(unit, 'OWN', nth)}:submit`, {
      type: 'SubmitReport',
      id: idOf(unit, 'OWN', nth),
      data: {
        figures: { BUOI_TUYEN_TRUYEN: count, LUOT_NAM: count * 21, LUOT_NU: count * 34 },
        narrative: 'Phong trào được triển khai đến từng thôn, tổ dân phố; nhân dân đồng thuận.',
        evidenceIds: [],
      },
    });
  });

const approve = (room: ReportRoom, units: readonly string[], nth: 0 | 1): Promise<void> =>
  inParallel(units, (unit) => approveOne(room, unit, 'OWN', nth));

const approveOne = ({ desk, idOf }: ReportRoom, unit: string, kind: reporting.ReportKind, nth: 0 | 1) =>
  desk.report(receiverOf(unit), `${keyOf(unit, kind, nth)}:approve`, {
    type: 'ApproveReport',
    id: idOf(unit, kind, nth),
    data: {},
  });

/** The officer of the unit above. */
const receiverOf = (unit: string): string => {
  const [commune = ''] = unit.split('/');
  return unit === commune ? OFFICER : officerOf(commune);
};

/** A commune sums what it approved and hands it in, with the missing named. */
const consolidate = async ({ desk, idOf }: ReportRoom, commune: string): Promise<void> => {
  const id = idOf(commune, 'CONSOLIDATED', 0);
  const key = keyOf(commune, 'CONSOLIDATED', 0);
  await desk.report(officerOf(commune), key, { type: 'ConsolidateReports', id, data: {} });
  await desk.report(officerOf(commune), `${key}:submit`, {
    type: 'SubmitReport',
    id,
    data: { figures: {}, narrative: 'Tổng hợp từ báo cáo của các đơn vị trong xã.', evidenceIds: [] },
  });
};

/** One unit is excused, another has more time. */
const decideExceptions = async ({ desk, day, idOf }: ReportRoom): Promise<void> => {
  await inParallel(of('excused'), (unit) =>
    desk.report(receiverOf(unit), `${keyOf(unit, 'OWN', 0)}:excuse`, {
      type: 'ExcuseReport',
      id: idOf(unit, 'OWN', 0),
      data: { reason: 'Đơn vị mới kiện toàn tổ chức, chưa có hoạt động trong kỳ.' },
    }),
  );
  await inParallel(of('extended'), (unit) =>
    desk.report(receiverOf(unit), `${keyOf(unit, 'OWN', 0)}:extend`, {
      type: 'ExtendReport',
      id: idOf(unit, 'OWN', 0),
      data: {
        dueOn: day(6),
        reason: 'Đơn vị đang khắc phục hậu quả mưa lũ.',
        document: { number: '12-CV/ĐU', issuedOn: day(-9) },
      },
    }),
  );
};

/** One is sent back, one is closed, and the province looks at what it has so far. */
const endWithExaminations = async ({ desk, day, idOf }: ReportRoom): Promise<void> => {
  await inParallel(of('returned'), (unit) =>
    desk.report(receiverOf(unit), `${keyOf(unit, 'OWN', 0)}:return`, {
      type: 'ReturnReport',
      id: idOf(unit, 'OWN', 0),
      data: { reason: 'Số lượt người tham gia chưa khớp với danh sách kèm theo.', dueOn: day(3) },
    }),
  );
  await desk.report(OFFICER, `${keyOf('dong-hai', 'OWN', 0)}:close`, {
    type: 'CloseReport',
    id: idOf('dong-hai', 'OWN', 0),
    data: {},
  });
  await desk.report(OFFICER, keyOf(PROVINCE, 'CONSOLIDATED', 0), {
    type: 'ConsolidateReports',
    id: idOf(PROVINCE, 'CONSOLIDATED', 0),
    data: {},
  });
};
