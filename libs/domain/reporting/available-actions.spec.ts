import type { Actor } from '../kernel/index.ts';
import { replay } from '../kernel/testing/spec.ts';
import { availableActions } from './available-actions.ts';
import type { Existing } from './checks.ts';
import type { ChildReport } from './commands.ts';
import { decider } from './decide.ts';
import { awaitedIn, NOTHING_WAITS, waitingAfter } from './owed.ts';
import {
  children,
  madeConsolidated,
  officer,
  owedConsolidated,
  remind,
  remindedOnce,
  reopenedStory,
  stories,
  submittedFor,
} from './testing/stories.ts';

const head: Actor = { personId: 'head', role: 'UNIT_HEAD', unitId: 'commune' };

const EVERYBODY = [head, officer];

/** After the end of every period. */
const LATER = '2027-03-01';

const reportAfter = (history: (typeof stories)['OPEN']): Existing => {
  const state = replay(decider, history);
  if (state.status === 'NONE') throw new Error('nothing is owed');
  return state;
};

const after = (history: (typeof stories)['OPEN'], forUnit: readonly Actor[], forReceiver: readonly Actor[] = []) =>
  availableActions(
    reportAfter(history),
    { forUnit: { mine: forUnit, everybody: EVERYBODY }, forReceiver: { mine: forReceiver, everybody: EVERYBODY } },
    LATER,
  );

const allowed = (actions: ReturnType<typeof after>): readonly string[] =>
  Object.entries(actions).flatMap(([type, action]) => (action.allowed ? [type] : []));

describe('what a person may do with a report now', () => {
  it('its unit hands it in, its receiver excuses it or gives more time', () => {
    expect(allowed(after(stories.OPEN, [head]))).toEqual(['SubmitReport']);
    expect(allowed(after(stories.OPEN, [], [officer]))).toEqual(['ExcuseReport', 'ExtendReport', 'OrderReminder']);
    expect(allowed(after(stories.CLOSED, [head], [officer]))).toEqual(['ReopenReport']);
  });

  it('says why not: the role before what stands in everybody’s way, and who may', () => {
    expect(after(stories.SUBMITTED, [head], [head]).ApproveReport).toEqual({
      ...{ allowed: false, reason: 'role-not-allowed', params: { roles: ['STANDING_BODY_OFFICER'] } },
      who: [{ role: officer.role, unitId: officer.unitId }],
    });
    const params = { workflow: 'report', status: 'OPEN', possible: ['SUBMITTED'] };
    const refused = { allowed: false, reason: 'wrong-status', params, who: [] };
    const role = { reason: 'role-not-allowed', params: { roles: ['STANDING_BODY_OFFICER'] } };
    const also = { reason: 'wrong-status', params };
    expect(after(stories.OPEN, [], [head]).ApproveReport).toEqual({ ...refused, ...role, also });
    expect(after(stories.OPEN, [], [head, officer]).ApproveReport).toEqual(refused);
    expect(allowed(after(stories.OPEN, []))).toEqual([]);
  });

  it('nobody examines what they handed in themselves, or what was handed in for them', () => {
    const own = { allowed: false, reason: 'own-report', who: [{ role: officer.role, unitId: officer.unitId }] };
    for (const personId of ['clerk', 'chief']) {
      const history = [...stories.OPEN, ...submittedFor('chief', 'clerk')];
      expect(after(history, [], [{ ...officer, personId }])).toMatchObject({ ReturnReport: own, ApproveReport: own });
    }
    const submitter = { ...officer, personId: 'unit-officer' };
    expect(after(stories.APPROVED, [], [submitter]).CloseReport).toEqual(own);
    expect(after(stories.CLOSED, [], [submitter]).ReopenReport).toEqual(own);
    expect(after(stories.REVISION_REQUESTED, [], [submitter])).toMatchObject({ ExcuseReport: own, ExtendReport: own });
    expect(allowed(after(stories.SUBMITTED, [], [officer]))).toEqual(['ReturnReport', 'ApproveReport']);
  });

  it('a unit is reminded by order once a day, and who comes later is told by whom', () => {
    const report = reportAfter([...stories.OPEN, ...remindedOnce]);
    const company = { mine: [officer], everybody: [officer] };
    const on = (today: string) => availableActions(report, { forUnit: company, forReceiver: company }, today);
    expect(on('2026-06-10').OrderReminder).toEqual({
      ...{ allowed: false, reason: 'already-reminded-today', who: [] },
      params: { person: 'officer', time: '09:00' },
    });
    expect(on('2026-06-11').OrderReminder).toEqual({ allowed: true });
  });

  it('a body reminds nobody of what it owes to itself', () => {
    const report = { ...reportAfter(stories.OPEN), receiverId: 'commune' };
    const company = { mine: [officer], everybody: [officer] };
    expect(availableActions(report, { forUnit: company, forReceiver: company }, LATER).OrderReminder).toEqual({
      ...{ allowed: false, reason: 'owed-to-itself', who: [] },
    });
    expect(decider.decide(remind(), report)).toMatchObject({ kind: 'rejected', reason: 'owed-to-itself' });
  });

  it('a report made of others is made before it is handed in; a unit’s own is made of none', () => {
    expect(after(owedConsolidated, [officer])).toMatchObject({
      ConsolidateReports: { allowed: true },
      SubmitReport: { allowed: false, reason: 'not-consolidated', who: [] },
    });
    expect(after(madeConsolidated, [officer]).SubmitReport).toEqual({ allowed: true });
    const refused = { allowed: false, reason: 'not-a-consolidated-report', who: [] };
    expect(after(stories.OPEN, [officer]).ConsolidateReports).toEqual(refused);
  });

  it('it is made once one of those is approved, and anew when one was taken out since', () => {
    const told = (history: readonly (typeof madeConsolidated)[number][], below: readonly ChildReport[]) => {
      const report = replay(decider, history);
      if (report.status === 'NONE') throw new Error('nothing is owed');
      const company = { mine: [officer], everybody: [officer] };
      return availableActions(report, { forUnit: company, forReceiver: company }, LATER, below);
    };
    const waiting = children.map((child) => ({ ...child, status: 'SUBMITTED' as const }));
    expect(told(owedConsolidated, waiting).ConsolidateReports).toMatchObject({ reason: 'nothing-to-consolidate' });
    expect(told(owedConsolidated, children).ConsolidateReports).toEqual({ allowed: true });
    expect(told(madeConsolidated, children).SubmitReport).toEqual({ allowed: true });
    expect(told(madeConsolidated, waiting).SubmitReport).toMatchObject({ reason: 'consolidation-stale' });
  });

  it('nobody is offered what only the system does', () => {
    expect(Object.keys(after(reopenedStory, [officer], [officer]))).not.toContain('ObligeReport');
    expect(Object.keys(after(reopenedStory, [officer], [officer]))).not.toContain('MarkConsolidated');
  });
});

it.each(Object.entries({ ...stories, reopenedStory, madeConsolidated }))(
  'what a report waits for may be done by whom it waits for: %s',
  (_, history) => {
    const report = replay(decider, history);
    if (report.status === 'NONE') return;
    for (const { command, role } of awaitedIn(
      report.status,
      report.kind,
      replay({ initial: NOTHING_WAITS, evolve: waitingAfter }, history),
    )) {
      const mine = [{ personId: 'anybody', role, unitId: 'anywhere' }];
      const company = { mine, everybody: [] };
      const actions = availableActions(report, { forUnit: company, forReceiver: company }, LATER);
      expect([command, actions[command]]).toEqual([command, { allowed: true }]);
    }
  },
);
