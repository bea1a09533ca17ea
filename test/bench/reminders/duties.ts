import { regulation, reporting, type LocalDate } from '#domain';
import { deriveId } from '#engine';
import { rungTimes } from '#reminders';
import { id, PROVINCE, Recorder, type Happening } from '#support/histories';

const TOGETHER = 500;
const FROM = '2025-07-01';
const REGULATION = id('regulation', 1);
const YEAR = 2026;

const EXAMPLE = regulation.exampleRegulation(YEAR);
const CONTENT: regulation.RegulationContent = {
  ...EXAMPLE,
  reporting: { ...EXAMPLE.reporting, obliged: ['COMMUNE'] },
};

/** Communes that each owe a report for several periods, whose officers have an address. */
export interface DutiesWanted {
  readonly units: number;
  /** For each period its due date, in all units; the periods of this year come first. */
  readonly dueOn: readonly LocalDate[];
  /** How many of the periods, the last ones, were reported on already. */
  readonly submitted?: number;
  /** The officers have an account, and so an inbox beside their mail. */
  readonly accounts?: boolean;
}

export const unitOf = (unit: number): string => id('unit', 1 + unit);

export const addressOf = (unit: number): string => `can-bo-${unit}@example.vn`;

export const reportOf = (unit: number, period: number): string =>
  deriveId(unitOf(unit), reporting.reportName('OWN', periodOf(period)));

/** H1 and ANNUAL of this year, then of the year before, and so on. */
const periodOf = (number: number): reporting.ReportingPeriod => ({
  kind: number % 2 === 0 ? 'H1' : 'ANNUAL',
  year: YEAR - Math.floor(number / 2),
});

/** When the rung of a due date is reached. */
export const rungAt = (dueOn: LocalDate, code: string): string => {
  const { ladder, quietHours } = CONTENT.reminders ?? { ladder: [], quietHours: { from: '', until: '' } };
  const times = rungTimes(ladder, regulation.calendarOf(CONTENT), dueOn, quietHours);
  const found = times.find((rung) => rung.code === code);
  if (found === undefined) throw new Error(`the ladder has no rung ${code}`);
  return found.at;
};

/** Everything that happened, in parts that can be written one after the other. */
export function* dutyHistory(wanted: DutiesWanted): Generator<Happening[]> {
  yield province();
  for (let first = 0; first < wanted.units; first += TOGETHER) {
    const units = Array.from({ length: Math.min(TOGETHER, wanted.units - first) }, (_, nth) => first + nth);
    yield units.flatMap((unit) => unitHistory(unit, wanted));
  }
}

function province(): Happening[] {
  const world = new Recorder();
  const unit = { unitId: PROVINCE, kind: 'PROVINCE', name: 'Tỉnh minh họa', from: FROM } as const;
  world.record(`unit-${PROVINCE}`, { type: 'UnitEstablished', data: unit });
  const stream = `regulation-${REGULATION}`;
  world.record(stream, {
    type: 'RegulationDrafted',
    data: { regulationId: REGULATION, unitId: PROVINCE, content: CONTENT },
  });
  const published = { regulationId: REGULATION, number: '1-QĐ', issuedOn: FROM, from: FROM, warnings: [] };
  world.record(stream, { type: 'RegulationPublished', data: published });
  return world.happenings;
}

function unitHistory(unit: number, { dueOn, submitted = 0, accounts = false }: DutiesWanted): Happening[] {
  const world = new Recorder(0x2000_0000 + unit);
  const unitId = unitOf(unit);
  const place = { unitId, kind: 'COMMUNE', name: `Xã số ${unit + 1}`, parentId: PROVINCE, from: FROM } as const;
  world.record(`unit-${unitId}`, { type: 'UnitEstablished', data: place });
  enterOfficer(world, unit, accounts);
  dueOn.forEach((day, period) => {
    const of = { reportId: reportOf(unit, period), version: 1 };
    world.record(`report-${of.reportId}`, obliged(unit, period, day));
    if (period < dueOn.length - submitted) return;
    const told = { figures: {}, locked: [], narrative: 'Phong trào được giữ vững.', evidence: [], workingDaysLate: 0 };
    world.record(`report-${of.reportId}`, { type: 'ReportSubmitted', data: { ...of, ...told } });
  });
  return world.happenings;
}

function enterOfficer(world: Recorder, unit: number, account: boolean): void {
  const personId = id('person', 1 + unit);
  const stream = `person-${personId}`;
  world.record(stream, {
    type: 'PersonEntered',
    data: { personId, name: `Nguyễn Thị ${unit}`, email: addressOf(unit) },
  });
  if (account)
    world.record(stream, {
      type: 'AccountOpened',
      data: {
        ...{ personId, accountId: id('account', unit), username: `can-bo-${unit}` },
        credentialId: id('password', unit),
      },
    });
  const post = { unitId: unitOf(unit), role: 'UNIT_OFFICER', from: FROM } as const;
  const document = { number: '1-QĐ', issuedOn: FROM };
  const appointmentId = id('appointment', unit);
  world.record(stream, { type: 'PersonAppointed', data: { personId, appointmentId, ...post, document } });
}

function obliged(unit: number, number: number, dueOn: LocalDate): reporting.ReportEvent {
  const period = periodOf(number);
  const window = { from: `${period.year}-01-01`, cutoff: `${period.year}-05-31` };
  const whose = { reportId: reportOf(unit, number), unitId: unitOf(unit), kind: 'OWN' } as const;
  return {
    type: 'ReportObliged',
    data: { ...whose, period, ...window, dueOn, receiverId: PROVINCE, regulationId: REGULATION },
  };
}
