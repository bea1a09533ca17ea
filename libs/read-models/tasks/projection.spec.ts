import type { Ending } from '#support/histories';
import type { ReportEnding } from '#support/histories';
import { commune, id, lifeOf, PROVINCE, reportLifeOf, sampleLife } from '#support/histories';
import { happening, rowsAfter } from '../testing/history.ts';
import { taskState } from './projection.ts';

const appraiser = id('person', 2);
const history = (ending: Ending) =>
  lifeOf(1, { ...sampleLife(1), ending }).filter(({ stream }) => stream.startsWith('registration'));
const after = (type: string) => {
  const all = history('appraised');
  return rowsAfter(taskState, all.slice(0, all.findIndex(({ event }) => event.type === type) + 1))[0];
};

describe('what waits for whom', () => {
  it('gives a draft to its unit, and an accepted model to the head who starts it', () => {
    expect(after('RegistrationDrafted')?.roles).toEqual(['UNIT_HEAD', 'UNIT_OFFICER']);
    expect(after('ModelRegistered')?.acts).toEqual([{ command: 'StartImplementation', role: 'UNIT_HEAD' }]);
  });

  it('asks each appraiser by name, first for their interests, then for their scores', () => {
    expect(after('AppraisalOpened')).toMatchObject({
      roles: [],
      persons: [appraiser],
      acts: [{ command: 'DeclareInterest' }],
      dueOn: '2026-11-30',
    });
    expect(after('InterestDeclared')).toMatchObject({ persons: [appraiser], acts: [{ command: 'ScoreModel' }] });
  });

  it('asks the standing body to conclude once everybody has scored', () => {
    expect(after('ModelScored')?.acts).toEqual([
      { command: 'ConcludeAppraisal', role: 'STANDING_BODY_OFFICER', besides: [id('person', 1)] },
    ]);
  });

  it('asks for new scores when an appraisal is reopened, not for interests that are declared', () => {
    const registrationId = id('registration', 1);
    const petition = { number: '1-ĐT', issuedOn: '2026-11-20' };
    const data = { registrationId, reason: 'Đơn', petition };
    const reopened = happening(`registration-${registrationId}`, { type: 'AppraisalReopened', data });
    expect(rowsAfter(taskState, [...history('refused'), reopened])).toMatchObject([
      { status: 'UNDER_APPRAISAL', acts: [{ command: 'ScoreModel', personId: appraiser }], dueOn: null },
    ]);
  });

  const next = (type: string, more: object) => {
    const registrationId = id('registration', 1);
    const event = { type, data: { registrationId, ...more } } as Parameters<typeof happening>[1];
    return happening(`registration-${registrationId}`, event);
  };
  const acts = (...happened: Parameters<typeof rowsAfter>[1]) =>
    rowsAfter(taskState, happened)[0]?.acts.map(({ command, role }) => `${command} ${role}`);

  it('asks the council to meet and the standing body to record its vote, until one with a quorum is held', () => {
    const appraised = history('appraised').map((each) =>
      each.event.type === 'ModelAppraised'
        ? { ...each, event: { ...each.event, data: { ...(each.event.data as object), voteFollows: true } } }
        : each,
    );
    const owed = ['RecordVote STANDING_BODY_OFFICER', 'AttendCouncil COUNCIL_MEMBER'];
    expect(acts(...appraised)).toEqual(owed);
    expect(acts(...appraised, next('VoteHeld', { quorumMet: false, passed: false }))).toEqual(owed);
    const passed = [...appraised, next('VoteHeld', { quorumMet: true, passed: true })];
    expect(acts(...passed)).toEqual(['DraftDecision STANDING_BODY_OFFICER']);
    // A draft that holds the registration is found by its id.
    expect(rowsAfter(taskState, passed)[0]?.turnsWith).toBe(id('registration', 1));
  });

  it('asks for another team once too few are left', () => {
    const opened = history('appraised').slice(
      0,
      history('appraised').findIndex(({ event }) => event.type === 'InterestDeclared'),
    );
    const left = next('InterestDeclared', { personId: appraiser, conflict: true, membersLeft: 0, tooFewLeft: true });
    expect(acts(...opened, left)).toEqual(['OpenAppraisal STANDING_BODY_OFFICER']);
  });

  it.each(['declined', 'withdrawn', 'refused', 'recognized', 'revoked'] as const)(
    'asks nobody once it is %s',
    (ending) => {
      expect(rowsAfter(taskState, history(ending))).toMatchObject([{ acts: [], roles: [], persons: [] }]);
    },
  );
});

describe('what a proposed appointment waits for', () => {
  const [personId, appointmentId] = [id('person', 7), id('appointment', 7)];
  const document = { number: '12-QĐ/TU', issuedOn: '2026-12-01' };
  const terms = { personId, appointmentId, unitId: commune(1), role: 'DECISION_SIGNER', from: '2027-01-01', document };
  const on = (type: string, data: object) =>
    happening(`person-${personId}`, { type, data } as Parameters<typeof happening>[1]);
  const proposed = on('AppointmentProposed', terms);

  it('another administrator, from the day on which it was proposed', () => {
    const besides = [id('person', 1), personId];
    expect(rowsAfter(taskState, [proposed])).toMatchObject([
      {
        ...{ id: appointmentId, kind: 'appointment', personId, title: 'Phân công người ký quyết định' },
        ...{ unitId: commune(1), actingUnitId: commune(1), roles: ['SYSTEM_ADMIN'], persons: [] },
        besides: besides.map((person) => `SYSTEM_ADMIN ${person}`),
        ...{ acts: [{ command: 'ConfirmAppointment', role: 'SYSTEM_ADMIN', besides }], since: '2026-12-01' },
      },
    ]);
  });

  it('nobody once it is confirmed or declined; one that was not proposed never waited', () => {
    const declined = on('AppointmentDeclined', { personId, appointmentId, reason: 'Nhầm người' });
    for (const settled of [on('PersonAppointed', terms), declined])
      expect(rowsAfter(taskState, [proposed, settled])).toMatchObject([{ acts: [], roles: [], besides: [] }]);
    expect(rowsAfter(taskState, [on('PersonAppointed', terms)])).toEqual([]);
  });
});

describe('what a report waits for', () => {
  const task = (ending: ReportEnding, kind: 'OWN' | 'CONSOLIDATED' = 'OWN') =>
    rowsAfter(taskState, reportLifeOf(1, { ending, kind, unitId: commune(1) }))[0];

  it.each(['owed', 'returned', 'reopened', 'extended'] as const)('the unit’s own people, while it is %s', (ending) => {
    expect(task(ending)).toMatchObject({
      title: 'Báo cáo 06 tháng đầu năm 2026',
      actingUnitId: commune(1),
      roles: ['UNIT_OFFICER', 'UNIT_HEAD'],
      dueOn: { owed: '2026-06-15', extended: '2026-06-30', returned: '2026-07-01', reopened: '2026-07-01' }[ending],
    });
  });

  it('the standing body, where it is made of others', () => {
    expect(task('owed', 'CONSOLIDATED')).toMatchObject({
      title: 'Báo cáo tổng hợp 06 tháng đầu năm 2026',
      ...{ roles: [], laterRoles: ['STANDING_BODY_OFFICER'], turnsWith: `${commune(1)} H1 2026` },
      acts: [{ command: 'ConsolidateReports' }],
    });
    expect(task('approved')?.holds).toEqual([`${PROVINCE} H1 2026`]);
    expect(task('submitted')?.holds).toEqual([]);
    const period = { kind: 'ANNUAL', year: 2026 } as const;
    const yearly = reportLifeOf(1, { ending: 'owed', unitId: commune(1), period });
    expect(rowsAfter(taskState, yearly)[0]?.title).toBe('Báo cáo năm 2026');
  });

  it('the standing body of the unit that receives it, once it is submitted', () => {
    expect(task('submitted')).toMatchObject({
      unitId: commune(1),
      actingUnitId: PROVINCE,
      acts: [{ command: 'ApproveReport', role: 'STANDING_BODY_OFFICER' }],
      dueOn: null,
    });
  });

  it.each(['approved', 'consolidated', 'closed', 'excused'] as const)('nobody once it is %s', (ending) => {
    expect(task(ending)).toMatchObject({ acts: [], roles: [] });
  });
});
