import { addDays } from '../kernel/index.ts';
import { by, replay } from '../kernel/testing/spec.ts';
import { decider } from './decide.ts';
import { fact, form, histories } from './testing/history.ts';
import { adoptingHead, auditor, body, chief, head, lan, officer, on, tam, BODY, UNIT } from './testing/people.ts';
import { contentWithoutVote, regulation } from './testing/regulation.ts';
import { actionsOf, onDay } from './testing/today.ts';

const allowed = (actions: ReturnType<typeof actionsOf>) =>
  Object.entries(actions).flatMap(([type, action]) => (action.allowed ? [type] : []));
const refused = (reason: string, more: object = {}) => ({ allowed: false, reason, who: [], ...more });
const ofBody = [{ role: 'STANDING_BODY_OFFICER', unitId: BODY }];

describe('what a person may do now', () => {
  const draft = replay(decider, histories.draft);
  const declared = replay(decider, histories.declared);

  it('a head may submit and withdraw a draft; everything else says why not, and who may', () => {
    const actions = actionsOf(draft, [head], { others: [officer, body] });
    expect(allowed(actions)).toEqual(['SubmitRegistration', 'WithdrawRegistration']);
    expect(actions.ReviseRegistration).toEqual(
      refused('role-not-allowed', {
        params: { roles: ['UNIT_OFFICER'] },
        who: [{ role: 'UNIT_OFFICER', unitId: UNIT }],
      }),
    );
    expect(actions.StartImplementation).toEqual(
      refused('wrong-status', { params: { workflow: 'registration', status: 'DRAFT', possible: ['REGISTERED'] } }),
    );
  });

  it('the role is told before the status, as the command refuses it, and the status besides', () => {
    const params = { workflow: 'registration', status: 'DRAFT', possible: ['SUBMITTED'] };
    expect(actionsOf(draft, [officer], { others: [body] }).AcceptRegistration).toEqual(
      refused('role-not-allowed', {
        params: { roles: ['STANDING_BODY_OFFICER'] },
        also: { reason: 'wrong-status', params },
      }),
    );
    expect(actionsOf(draft, [body]).AcceptRegistration).toEqual(refused('wrong-status', { params }));
  });

  it('two appointments give the rights of both', () => {
    expect(allowed(actionsOf(draft, [head, officer]))).toEqual([
      'ReviseRegistration',
      'SubmitRegistration',
      'WithdrawRegistration',
    ]);
  });

  it('an auditor, and whoever has no appointment here, may do nothing', () => {
    expect(allowed(actionsOf(draft, [auditor]))).toEqual([]);
    expect(allowed(actionsOf(draft, []))).toEqual([]);
  });

  it('an appraiser scores as a declared member of the team and not otherwise; others are told who does', () => {
    const opened = replay(decider, histories.opened);
    expect(actionsOf(opened, [lan]).ScoreModel).toEqual(refused('interest-not-declared'));
    expect(actionsOf(declared, [lan]).ScoreModel).toEqual({ allowed: true });
    const who = [{ role: 'APPRAISER', unitId: BODY }];
    expect(actionsOf(declared, [tam], { others: [lan] }).ScoreModel).toEqual(refused('not-on-team', { who }));
    expect(actionsOf(declared, [tam], { others: [lan] }).DeclareInterest).toEqual(refused('not-on-team', { who }));
  });

  it('what was done once for all is not offered again', () => {
    const typical = [...histories.recognized, ...by(body)(fact('ModelMarkedTypical', { reason: 'Tiêu biểu' }))];
    expect(actionsOf(replay(decider, typical), [body]).MarkTypical).toEqual(refused('already-typical'));
    expect(actionsOf(replay(decider, histories.voted), [body]).RecordVote).toEqual(refused('vote-already-held'));
  });

  it('nobody is offered to examine what they drafted or submitted themselves, but told who else may', () => {
    const submitted = replay(decider, histories.submitted);
    const own = actionsOf(submitted, [{ ...body, personId: 'officer' }], { others: [chief] });
    const scored = actionsOf(replay(decider, histories.scored), [{ ...body, personId: 'head' }]);
    for (const type of ['AcceptRegistration', 'ReturnRegistration', 'DeclineRegistration'] as const) {
      expect(actionsOf(submitted, [body])[type]).toEqual({ allowed: true });
      expect(own[type]).toEqual(refused('own-registration', { who: ofBody }));
    }
    expect(scored.ConcludeAppraisal).toEqual(refused('own-registration'));
  });

  it('who declared a conflict is not offered to conclude', () => {
    const conflict = fact('InterestDeclared', { personId: 'lan', conflict: true, membersLeft: 2, tooFewLeft: false });
    const state = replay(decider, [...histories.scored, ...by(lan)(conflict)]);
    expect(actionsOf(state, [body]).ConcludeAppraisal).toEqual({ allowed: true });
    expect(actionsOf(state, [{ ...body, personId: 'lan' }]).ConcludeAppraisal).toEqual(refused('conflict-declared'));
  });

  it('nobody who is not told the whole learns from it that a member declared a conflict, or who has scored', () => {
    const conflict = fact('InterestDeclared', { personId: 'lan', conflict: true, membersLeft: 1, tooFewLeft: true });
    const told = [histories.opened, histories.declared, histories.scored, [...histories.opened, ...by(lan)(conflict)]];
    const actions = told.map((history) => {
      const seen = actionsOf(replay(decider, history), [head], { others: [body, lan, tam], sight: 'RESULT' });
      const { OpenAppraisal, DeclareInterest, ScoreModel, ConcludeAppraisal } = seen;
      return { OpenAppraisal, DeclareInterest, ScoreModel, ConcludeAppraisal };
    });
    expect(new Set(actions.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(actions[0]?.ConcludeAppraisal).toMatchObject({ reason: 'role-not-allowed', who: ofBody });
    const member = actionsOf(replay(decider, histories.opened), [lan], { others: [body, tam], sight: 'NAME' });
    expect([member.DeclareInterest, member.ScoreModel]).toMatchObject([
      { allowed: true },
      { allowed: false, reason: 'interest-not-declared' },
    ]);
  });

  it('nobody is offered what only a decision can do', () => {
    const actions = actionsOf(replay(decider, histories.voted), [body]);
    expect(Object.keys(actions).filter((type) => type.endsWith('ByDecision'))).toEqual([]);
  });
});

describe('what a day, the regulation and the cycle stand in the way of', () => {
  const draft = replay(decider, histories.draft);
  const inProgress = replay(decider, histories.inProgress);

  it('a draft that lacks what is required, after a deadline that takes no reason, or of a closed cycle', () => {
    const bare = replay(decider, [
      ...histories.draft,
      ...by(officer)(fact('RegistrationRevised', { form: { ...form, situation: '' } })),
    ]);
    expect(actionsOf(bare, [head]).SubmitRegistration).toEqual(
      refused('required-item-missing', { params: { items: ['situation'] } }),
    );
    const { registration } = contentWithoutVote;
    const strict = regulation({ registration: { ...registration, lateWithReason: false } });
    const late = onDay('2026-04-01', { regulation: strict });
    expect(actionsOf(draft, [head], { today: late }).SubmitRegistration).toEqual(
      refused('deadline-passed', { params: { limit: 'REGISTRATION', deadline: '2026-03-31' } }),
    );
    expect(actionsOf(draft, [head], { today: onDay('2026-03-31') }).SubmitRegistration).toEqual({ allowed: true });
    expect(actionsOf(draft, [head], { today: onDay('2026-04-01') }).SubmitRegistration).toEqual({
      allowed: true,
      remark: { reason: 'late-reason-required', params: { deadline: '2026-03-31' }, pointer: '/lateReason' },
    });
    expect(actionsOf(draft, [head], { today: onDay('2026-03-02', { cycleOpen: false }) }).SubmitRegistration).toEqual(
      refused('cycle-not-open', { params: { cycle: 'cycle-2026' } }),
    );
  });

  it('recognition before the minimum of days, from which day on is told, and after the deadline', () => {
    const started = 'startedOn' in inProgress ? inProgress.startedOn : '';
    const soon = actionsOf(inProgress, [head], { today: onDay(started) }).RequestRecognition;
    const params = { days: 0, minImplementationDays: 90, from: addDays(started, 90) };
    expect(soon).toMatchObject({ reason: 'implementation-too-short', params });
    const deadlines = { ...onDay(started).deadlines, DOSSIER: addDays(started, 89) };
    const never = actionsOf(inProgress, [head], { today: onDay(started, { deadlines }) }).RequestRecognition;
    expect(never).toEqual(refused('implementation-too-short', { params: { ...params, deadline: deadlines.DOSSIER } }));
    expect(actionsOf(inProgress, [head], { today: onDay('2026-10-31') }).RequestRecognition).toEqual({ allowed: true });
    expect(actionsOf(inProgress, [head], { today: onDay('2026-11-01') }).RequestRecognition).toEqual(
      refused('deadline-passed', { params: { limit: 'DOSSIER', deadline: '2026-10-31' } }),
    );
  });

  it('a supplement is provided until the end of its day, and lapses only after it', () => {
    const missing = fact('SupplementRequired', { missing: ['Biên bản'], dueOn: '2026-06-20' });
    const state = replay(decider, [...histories.requested, ...by(body, on('2026-06-10'))(missing)]);
    const params = { dueOn: '2026-06-20' };
    const [inTime, after] = ['2026-06-20', '2026-06-21'].map((day) =>
      actionsOf(state, [head, body], { today: onDay(day) }),
    );
    expect([inTime?.ProvideSupplement, inTime?.LapseDossier]).toEqual([
      { allowed: true },
      refused('supplement-not-overdue', { params }),
    ]);
    expect([after?.ProvideSupplement, after?.LapseDossier]).toEqual([
      refused('supplement-overdue', { params }),
      { allowed: true },
    ]);
  });

  it('a team after the time for appraisals, a conclusion without all scores, a vote the regulation does not have', () => {
    const requested = replay(decider, histories.requested);
    expect(actionsOf(requested, [body], { today: onDay('2026-12-01') }).OpenAppraisal).toEqual(
      refused('after-appraisal-deadline', { params: { deadline: '2026-11-30' } }),
    );
    expect(actionsOf(replay(decider, histories.declared), [body]).ConcludeAppraisal).toMatchObject({
      reason: 'scores-outstanding',
    });
    const without = onDay('2026-11-01', { regulation: { regulationId: 'regulation-1', content: contentWithoutVote } });
    const appraised = replay(decider, histories.appraised);
    expect(actionsOf(appraised, [body], { today: without }).RecordVote).toEqual(refused('no-vote-in-regulation'));
    expect(actionsOf(appraised, [body]).RecordVote).toEqual({ allowed: true });
  });

  it('a registration that was returned as often as allowed', () => {
    const again = [...histories.returned, ...by(head, on('2026-03-25'))(fact('RegistrationSubmitted', {}))];
    expect(actionsOf(replay(decider, again), [body]).ReturnRegistration).toEqual(
      refused('too-many-returns', { params: { maxReturns: 1 } }),
    );
  });

  it('a model is carried into a later open cycle of an active unit, once into each', () => {
    const may = (change: Parameters<typeof onDay>[1], state = inProgress) =>
      actionsOf(state, [officer], { today: onDay('2026-06-01', change) }).CarryForward;
    expect(may({})).toEqual({ allowed: true });
    expect(may({ laterCycles: [] })).toMatchObject({ allowed: false, reason: 'no-later-cycle' });
    expect(may({ unitActive: false })).toMatchObject({ allowed: false, reason: 'unit-not-active' });
    const carried = fact('ModelCarriedForward', { cycleId: 'cycle-2027', nextRegistrationId: 'registration-3' });
    const again = replay(decider, [...histories.inProgress, ...by(officer)(carried)]);
    expect(may({}, again)).toMatchObject({ allowed: false, reason: 'already-carried-forward' });
  });

  it('a model is taken up by who covers another unit; the head of its own unit alone does not', () => {
    const recognized = replay(decider, histories.recognized);
    const today = onDay('2026-12-01', { canAdopt: (unitId) => unitId !== UNIT });
    expect(actionsOf(recognized, [body], { today }).ReplicateModel).toEqual({ allowed: true });
    expect(actionsOf(recognized, [head], { today, others: [body] }).ReplicateModel).toEqual(
      refused('not-the-adopting-unit', { who: ofBody }),
    );
    expect(actionsOf(recognized, [auditor], { today, heads: [adoptingHead] }).ReplicateModel).toEqual({
      allowed: true,
    });
  });
});
