import { randomUUID } from 'node:crypto';
import { regulation, type registration, type reporting } from '#domain';
import { openLog } from '../testing/log.ts';
import { stillOwed } from './still-owed.ts';

type Kind = regulation.DutyKind;
type DataOf<Event extends { readonly type: string; readonly data: object }, Type extends Event['type']> = Omit<
  Extract<Event, { readonly type: Type }>['data'],
  'registrationId' | 'reportId'
>;

const ids = { subjectId: randomUUID(), cycleId: randomUUID(), unitId: randomUUID(), receiverId: randomUUID() };
const regulationId = randomUUID();

const setUp = () => {
  const { engine, write } = openLog();
  return {
    registers: <Type extends registration.RegistrationEvent['type']>(
      type: Type,
      data: DataOf<registration.RegistrationEvent, Type>,
    ) => write(`registration-${ids.subjectId}`, { type, data: { registrationId: ids.subjectId, ...data } }),
    reports: <Type extends reporting.ReportEvent['type']>(type: Type, data: DataOf<reporting.ReportEvent, Type>) =>
      write(`report-${ids.subjectId}`, { type, data: { reportId: ids.subjectId, ...data } }),
    cycle: (event: regulation.CycleEvent) => write(`cycle-${ids.cycleId}`, event),
    owed: (kind: Kind, dueOn: string) => stillOwed(engine, { kind, subjectId: ids.subjectId, dueOn }),
  };
};
type Scene = ReturnType<typeof setUp>;

const opened: regulation.CycleEvent = {
  type: 'CycleOpened',
  data: {
    ...{ cycleId: ids.cycleId, unitId: ids.receiverId, regulationId },
    ...{ name: 'Năm 2026', year: 2026, movement: 'Dân vận khéo' },
    ...{ registrationDeadline: '2026-03-31', dossierDeadline: '2026-10-31', appraisalDeadline: '2026-11-30' },
  },
};
const closed: regulation.CycleEvent = {
  type: 'CycleClosed',
  data: { cycleId: ids.cycleId, reason: 'Hết năm' },
};
const extended = (step: regulation.CycleStep, originalDueOn: string, dueOn: string): regulation.CycleEvent => ({
  type: 'DeadlineExtended',
  data: {
    ...{ cycleId: ids.cycleId, step, originalDueOn, dueOn, reason: 'Bão' },
    document: { number: '12-CV/BDV', issuedOn: '2026-03-20' },
  },
});

const draft = async ({ cycle, registers }: Scene) => {
  await cycle(opened);
  await registers('RegistrationDrafted', {
    ...{ modelId: randomUUID(), cycleId: ids.cycleId, unitId: ids.unitId, origin: { kind: 'NEW' } },
    form: { name: 'Đường hoa', subjectType: 'COLLECTIVE', field: 'KINH_TE', programmeTags: [] },
  });
};
const start = async (scene: Scene) => {
  await draft(scene);
  await scene.registers('RegistrationSubmitted', {});
  await scene.registers('ModelRegistered', {
    ...{ modelId: randomUUID(), cycleId: ids.cycleId, unitId: ids.unitId, name: 'Đường hoa' },
    ...{ subjectType: 'COLLECTIVE', field: 'KINH_TE', programmeTags: [], regulationId },
  });
  await scene.registers('ImplementationStarted', { plan: 'Ba bước', startedOn: '2026-03-01' });
};
const request = async (scene: Scene) => {
  await start(scene);
  await scene.registers('RecognitionRequested', { evidence: [], results: [] });
};

const oblige = ({ reports }: Scene) =>
  reports('ReportObliged', {
    ...{ unitId: ids.unitId, receiverId: ids.receiverId, regulationId, kind: 'OWN' },
    ...{ period: { kind: 'H1', year: 2026 }, from: '2026-01-01', cutoff: '2026-06-10', dueOn: '2026-06-15' },
  });
const submit = ({ reports }: Scene) =>
  reports('ReportSubmitted', {
    ...{ version: 1, figures: {}, locked: [], narrative: 'Đã làm', evidence: [], workingDaysLate: 0 },
  });

describe('a report', () => {
  it('is owed until it is submitted', async () => {
    const scene = setUp();
    expect(await scene.owed('REPORT', '2026-06-15')).toBe(false);
    await oblige(scene);
    expect(await scene.owed('REPORT', '2026-06-15')).toBe(true);
    await submit(scene);
    expect(await scene.owed('REPORT', '2026-06-15')).toBe(false);
  });

  it('is owed again when it is returned, by the new day only', async () => {
    const scene = setUp();
    await oblige(scene);
    await submit(scene);
    await scene.reports('ReportReturned', { version: 1, reason: 'Thiếu', dueOn: '2026-06-22' });
    expect(await scene.owed('REPORT', '2026-06-15')).toBe(false);
    expect(await scene.owed('REPORT', '2026-06-22')).toBe(true);
  });

  it('is owed by the day it was extended to', async () => {
    const scene = setUp();
    await oblige(scene);
    await scene.reports('ReportExtended', {
      ...{ version: 1, originalDueOn: '2026-06-15', previousDueOn: '2026-06-15', dueOn: '2026-06-30' },
      ...{ reason: 'Bão', document: { number: '12-CV/BDV', issuedOn: '2026-06-12' } },
    });
    expect(await scene.owed('REPORT', '2026-06-15')).toBe(false);
    expect(await scene.owed('REPORT', '2026-06-30')).toBe(true);
  });

  it('that is excused is not owed', async () => {
    const scene = setUp();
    await oblige(scene);
    await scene.reports('ReportExcused', { version: 1, reason: 'Đơn vị đã giải thể' });
    expect(await scene.owed('REPORT', '2026-06-15')).toBe(false);
  });
});

describe('the steps of a cycle', () => {
  it('a draft is to be submitted by the deadline for registration', async () => {
    const scene = setUp();
    await draft(scene);
    expect(await scene.owed('REGISTRATION_STEP', '2026-03-31')).toBe(true);
    expect(await scene.owed('DOSSIER_STEP', '2026-10-31')).toBe(false);
    await scene.registers('RegistrationSubmitted', {});
    expect(await scene.owed('REGISTRATION_STEP', '2026-03-31')).toBe(false);
  });

  it('a running model owes its dossier by the deadline for dossiers', async () => {
    const scene = setUp();
    await start(scene);
    expect(await scene.owed('DOSSIER_STEP', '2026-10-31')).toBe(true);
    await scene.registers('RecognitionRequested', { evidence: [], results: [] });
    expect(await scene.owed('DOSSIER_STEP', '2026-10-31')).toBe(false);
  });

  it('follow a deadline that is extended', async () => {
    const scene = setUp();
    await draft(scene);
    await scene.cycle(extended('REGISTRATION', '2026-03-31', '2026-04-15'));
    expect(await scene.owed('REGISTRATION_STEP', '2026-03-31')).toBe(false);
    expect(await scene.owed('REGISTRATION_STEP', '2026-04-15')).toBe(true);
  });

  it('end with the cycle', async () => {
    const drafted = setUp();
    await draft(drafted);
    await drafted.cycle(closed);
    expect(await drafted.owed('REGISTRATION_STEP', '2026-03-31')).toBe(false);
    const running = setUp();
    await start(running);
    await running.cycle(closed);
    expect(await running.owed('DOSSIER_STEP', '2026-10-31')).toBe(false);
  });
});

describe('what a registration owes', () => {
  it('a returned one is owed until it is submitted again', async () => {
    const scene = setUp();
    await draft(scene);
    await scene.registers('RegistrationSubmitted', {});
    await scene.registers('RegistrationReturned', { reason: 'Sửa tên', dueOn: '2026-03-20', count: 1 });
    expect(await scene.owed('RETURNED_REGISTRATION', '2026-03-20')).toBe(true);
    expect(await scene.owed('RETURNED_REGISTRATION', '2026-03-21')).toBe(false);
    await scene.registers('RegistrationSubmitted', {});
    expect(await scene.owed('RETURNED_REGISTRATION', '2026-03-20')).toBe(false);
  });

  it('a supplement is owed until it is provided', async () => {
    const scene = setUp();
    await request(scene);
    await scene.registers('SupplementRequired', { missing: ['Ảnh'], dueOn: '2026-09-15' });
    expect(await scene.owed('SUPPLEMENT', '2026-09-15')).toBe(true);
    await scene.registers('SupplementProvided', { evidence: [], note: 'Đã bổ sung' });
    expect(await scene.owed('SUPPLEMENT', '2026-09-15')).toBe(false);
  });

  it('a remedy is owed until progress is recorded', async () => {
    const scene = setUp();
    await start(scene);
    await scene.registers('InspectionRecorded', { kind: 'INSPECTION', findings: 'Chậm', remedyDueOn: '2026-07-01' });
    expect(await scene.owed('REMEDY', '2026-07-01')).toBe(true);
    await scene.registers('ProgressRecorded', { note: 'Đã sửa', indicators: [], evidence: [] });
    expect(await scene.owed('REMEDY', '2026-07-01')).toBe(false);
  });

  it('an appraisal is owed until it is concluded', async () => {
    const scene = setUp();
    await request(scene);
    const { COLLECTIVE: criteriaSet } = regulation.exampleRegulation(2026).criteriaSets;
    await scene.registers('AppraisalOpened', { team: [], dueOn: '2026-10-20', criteriaSet });
    expect(await scene.owed('APPRAISAL', '2026-10-20')).toBe(true);
    expect(await scene.owed('APPRAISAL', '2026-10-21')).toBe(false);
    const result = { perCriterion: [], totalCentipoints: 0, passMark: 50, passed: false, vetoes: [] };
    await scene.registers('ModelAppraised', { result, scores: [], aggregate: 'MEAN' });
    expect(await scene.owed('APPRAISAL', '2026-10-20')).toBe(false);
  });

  it('one that was withdrawn owes nothing of any kind', async () => {
    const scene = setUp();
    await start(scene);
    await scene.registers('InspectionRecorded', { kind: 'INSPECTION', findings: 'Chậm', remedyDueOn: '2026-10-31' });
    await scene.registers('RegistrationWithdrawn', { reason: 'Thôi' });
    const kinds = regulation.DUTY_KINDS.filter((kind) => kind !== 'REPORT');
    expect(await Promise.all(kinds.map((kind) => scene.owed(kind, '2026-10-31')))).toEqual(kinds.map(() => false));
  });

  it('one that does not exist owes nothing', async () => {
    expect(await setUp().owed('RETURNED_REGISTRATION', '2026-03-20')).toBe(false);
  });
});
