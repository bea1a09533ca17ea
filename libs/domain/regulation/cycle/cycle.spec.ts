import { ROLES, type Actor } from '../../kernel/index.ts';
import { by, commandMeta, given, recorded } from '../../kernel/testing/spec.ts';
import type { CloseCycle, CycleCommand, ExtendDeadline, OpenCycle } from './commands.ts';
import { deadlineOf } from './state.ts';
import { decide as decideCycle, decider as cycleDecider } from './decide.ts';
import type { CycleEvent } from './events.ts';
import { exampleRegulation } from '../example/regulation.ts';
import type { RegulationState } from '../state.ts';

const officer: Actor = { personId: 'officer', role: 'STANDING_BODY_OFFICER', unitId: 'province' };
const meta = commandMeta({ actor: officer });

const regulation: RegulationState = {
  status: 'PUBLISHED',
  regulationId: 'reg-1',
  unitId: 'province',
  content: exampleRegulation(2026),
  authors: ['officer'],
  number: '12-QĐ/TU',
  issuedOn: '2026-01-05',
  from: '2026-01-10',
  publishedBy: 'signer',
  warnings: [],
};
const movement = 'Dân vận khéo';
const opened: CycleEvent = {
  type: 'CycleOpened',
  data: {
    cycleId: 'cycle-1',
    unitId: 'province',
    name: 'Dân vận khéo năm 2026',
    year: 2026,
    movement,
    regulationId: 'reg-1',
    registrationDeadline: '2026-03-31',
    dossierDeadline: '2026-10-31',
    appraisalDeadline: '2026-11-30',
  },
};
const document = { number: '45-CV/BTGDV', issuedOn: '2026-03-01' };
const extended = (originalDueOn: string, dueOn: string): CycleEvent => ({
  type: 'DeadlineExtended',
  data: { cycleId: 'cycle-1', step: 'REGISTRATION', originalDueOn, dueOn, reason: 'Mưa lũ', document },
});
const closed: CycleEvent = { type: 'CycleClosed', data: { cycleId: 'cycle-1', reason: 'Đã tổng kết' } };

const open = (data: Partial<OpenCycle['data']> = {}, facts: Partial<OpenCycle['facts']> = {}): OpenCycle => ({
  type: 'OpenCycle',
  data: {
    cycleId: 'cycle-1',
    unitId: 'province',
    name: 'Dân vận khéo năm 2026',
    year: 2026,
    movement,
    regulationId: 'reg-1',
    ...data,
  },
  facts: { unitPath: ['province', 'nation'], regulation, alreadyOpen: undefined, ...facts },
  meta,
});
const extend = (data: Partial<ExtendDeadline['data']> = {}): ExtendDeadline => ({
  type: 'ExtendDeadline',
  data: { step: 'REGISTRATION', dueOn: '2026-04-15', reason: 'Mưa lũ', document, ...data },
  facts: {},
  meta,
});
const close = (reason = 'Đã tổng kết'): CloseCycle => ({ type: 'CloseCycle', data: { reason }, facts: {}, meta });

const running = by(officer)(opened);

describe('opening a cycle', () => {
  it('takes the deadlines of the regulation in force', () => {
    given(cycleDecider).when(open()).then(opened);
  });

  it('takes its own deadlines where they are given, and a phase of several years', () => {
    const own = { registrationDeadline: '2026-04-30', untilYear: 2030 };
    given(cycleDecider)
      .when(open(own))
      .then({ ...opened, data: { ...opened.data, ...own } });
  });

  it('refuses a deadline outside its own years, unless whoever opens it says that it is meant', () => {
    const cycle = given(cycleDecider);
    const params = { limit: 'REGISTRATION', deadline: '2026-03-31', years: '2027' };
    cycle
      .when(open({ year: 2027 }))
      .thenRejected('deadline-outside-year', { pointer: '/registrationDeadline', params });
    cycle
      .when(open({ appraisalDeadline: '2027-01-15' }))
      .thenRejected('deadline-outside-year', { pointer: '/appraisalDeadline' });
    cycle.when(open({ appraisalDeadline: '2027-01-15', untilYear: 2027 })).then({
      ...opened,
      data: { ...opened.data, appraisalDeadline: '2027-01-15', untilYear: 2027 },
    });
    const meant = { appraisalDeadline: '2027-01-15', deadlinesOutsideYear: true };
    cycle.when(open(meant)).then({ ...opened, data: { ...opened.data, ...meant } });
  });

  it('refuses a second one of the movement and year while the first is open', () => {
    given(cycleDecider)
      .when(open({}, { alreadyOpen: 'another' }))
      .thenRejected('cycle-open-already', { pointer: '/movement' });
  });

  it('refuses a unit that is not active', () => {
    given(cycleDecider)
      .when(open({}, { unitPath: [] }))
      .thenRejected('unit-not-active', { pointer: '/unitId' });
  });

  it('refuses without a name or a movement, and a phase that ends before it begins', () => {
    const cycle = given(cycleDecider);
    cycle.when(open({ name: ' ' })).thenRejected('name-empty', { pointer: '/name' });
    cycle.when(open({ movement: '' })).thenRejected('name-empty', { pointer: '/movement' });
    cycle.when(open({ untilYear: 2025 })).thenRejected('years-out-of-order', { pointer: '/untilYear' });
  });

  it('refuses a regulation that is missing, not in force or of a unit that is not above', () => {
    const cycle = given(cycleDecider);
    const pointer = '/regulationId';
    const { regulationId, unitId, content, authors } = regulation as Exclude<RegulationState, { status: 'NONE' }>;
    const inDraft = { status: 'DRAFT', regulationId, unitId, content, authors } as const;
    cycle.when(open({}, { regulation: undefined })).thenRejected('regulation-missing', { pointer });
    cycle.when(open({}, { regulation: { status: 'NONE' } })).thenRejected('regulation-missing', { pointer });
    cycle.when(open({}, { regulation: inDraft })).thenRejected('regulation-not-in-force', { pointer });
    cycle
      .when(open({}, { regulation: { ...regulation, from: '2026-03-03' } as RegulationState }))
      .thenRejected('regulation-not-in-force', { pointer });
    cycle
      .when(open({}, { regulation: { ...regulation, unitId: 'neighbour' } as RegulationState }))
      .thenRejected('regulation-of-another-unit', { pointer });
  });

  it('refuses deadlines out of order or not in the calendar', () => {
    const cycle = given(cycleDecider);
    cycle.when(open({ registrationDeadline: '2026-11-01' })).thenRejected('dates-out-of-order');
    cycle.when(open({ appraisalDeadline: '2026-10-30' })).thenRejected('dates-out-of-order');
    cycle.when(open({ dossierDeadline: '2026-11-31' })).thenRejected('date-invalid', { pointer: '/dossierDeadline' });
  });

  it('refuses to open it twice', () => {
    given(cycleDecider, ...running)
      .when(open())
      .thenRejected('cycle-exists');
  });
});

describe('extending a deadline', () => {
  it('moves it to a later day by a document, and the original day stays readable', () => {
    given(cycleDecider, ...running)
      .when(extend())
      .then(extended('2026-03-31', '2026-04-15'));
    given(cycleDecider, ...running, ...by(officer)(extended('2026-03-31', '2026-04-15')))
      .when(extend({ dueOn: '2026-04-30' }))
      .then(extended('2026-03-31', '2026-04-30'));
  });

  it('counts from then on for that step alone', () => {
    const { state } = given(cycleDecider, ...running, ...by(officer)(extended('2026-03-31', '2026-04-15')));
    if (state.status === 'NONE') throw new Error('the cycle was opened');
    expect(deadlineOf(state, 'REGISTRATION')).toBe('2026-04-15');
    expect(deadlineOf(state, 'DOSSIER')).toBe('2026-10-31');
    expect(deadlineOf(state, 'APPRAISAL')).toBe('2026-11-30');
    expect(state.deadlines.REGISTRATION.originalDueOn).toBe('2026-03-31');
  });

  it('refuses the same or an earlier day', () => {
    given(cycleDecider, ...running)
      .when(extend({ dueOn: '2026-03-31' }))
      .thenRejected('not-an-extension', { pointer: '/dueOn', params: { current: '2026-03-31' } });
  });

  it('refuses a day behind the deadline of the next step', () => {
    given(cycleDecider, ...running)
      .when(extend({ dueOn: '2026-11-01' }))
      .thenRejected('dates-out-of-order', { pointer: '/dueOn' });
  });

  it('refuses without reason or document, and days that are not in the calendar or a document of tomorrow', () => {
    const cycle = given(cycleDecider, ...running);
    cycle.when(extend({ reason: '' })).thenRejected('reason-missing', { pointer: '/reason' });
    cycle
      .when(extend({ document: { ...document, number: '' } }))
      .thenRejected('number-missing', { pointer: '/document/number' });
    cycle
      .when(extend({ document: { ...document, issuedOn: 'hôm qua' } }))
      .thenRejected('date-invalid', { pointer: '/document/issuedOn' });
    cycle
      .when(extend({ document: { ...document, issuedOn: '2026-03-03' } }))
      .thenRejected('date-in-future', { pointer: '/document/issuedOn' });
    cycle.when(extend({ dueOn: '2026-04-31' })).thenRejected('date-invalid', { pointer: '/dueOn' });
  });
});

describe('closing a cycle', () => {
  it('ends it with a reason', () => {
    given(cycleDecider, ...running)
      .when(close())
      .then(closed);
    given(cycleDecider, ...running)
      .when(close(' '))
      .thenRejected('reason-missing', { pointer: '/reason' });
  });

  it('is final', () => {
    const cycle = given(cycleDecider, ...running, ...by(officer)(closed));
    for (const command of [extend(), close()])
      cycle.when(command).thenRejected('cycle-closed', { params: { cycle: 'Dân vận khéo năm 2026' } });
  });
});

describe('cycles', () => {
  it('nobody extends or closes a cycle that was never opened', () => {
    for (const command of [extend(), close()]) given(cycleDecider).when(command).thenRejected('cycle-missing');
  });

  it('are run by the standing body', () => {
    const commands: readonly CycleCommand[] = [open(), extend(), close()];
    for (const command of commands) {
      for (const role of [...ROLES, 'SYSTEM'] as const) {
        const asked = { ...command, meta: commandMeta({ actor: { ...officer, role } }) };
        const answer = decideCycle(asked, cycleDecider.initial);
        const refused = answer.kind === 'rejected' && answer.reason === 'role-not-allowed';
        expect([command.type, role, refused]).toEqual([command.type, role, role !== 'STANDING_BODY_OFFICER']);
      }
    }
  });

  it('stay as they are when an event does not fit', () => {
    for (const event of [extended('2026-03-31', '2026-04-15'), closed]) {
      expect(cycleDecider.evolve({ status: 'NONE' }, recorded(event))).toEqual({ status: 'NONE' });
    }
  });
});
