import { SYSTEM, type Recorded } from '../../kernel/index.ts';
import { by, given, recorded } from '../../kernel/testing/spec.ts';
import { computeResult } from './result.ts';
import { decider } from '../decide.ts';
import type { RegistrationEvent } from '../events.ts';
import { fact, histories, scores } from '../testing/history.ts';
import { BODY, head, hoa, lan, minh, officer, tam, UNIT } from '../testing/people.ts';
import { anotherRegulation, content, criteriaSet, member, minutes, regulation } from '../testing/regulation.ts';
import { order } from '../testing/orders.ts';

type History = readonly Recorded<RegistrationEvent>[];

const conflictOf = (personId: string, membersLeft: number): RegistrationEvent =>
  fact('InterestDeclared', { personId, conflict: true, membersLeft, tooFewLeft: membersLeft < 2 });

const tooFew: History = [...histories.declared, ...by(lan)(conflictOf('lan', 2)), ...by(minh)(conflictOf('minh', 1))];

describe('opening an appraisal', () => {
  const open = (change: Parameters<typeof order<'OpenAppraisal'>>[1] = {}, history: History = histories.requested) =>
    given(decider, ...history).when(order('OpenAppraisal', change));
  const members = order('OpenAppraisal').facts.members;
  const opened = (...team: string[]) =>
    fact('AppraisalOpened', {
      team: team.map((personId) => ({ personId, unitId: BODY })),
      dueOn: '2026-10-20',
      criteriaSet,
    });

  it('the standing body names the team; the criteria set is pinned', () => {
    open().then(opened('lan', 'minh', 'hoa'));
  });

  it('the team has as many members as the regulation asks for', () => {
    open({ data: { team: ['lan'] } }).thenRejected('team-too-small', { params: { minMembers: 2 } });
    open({ data: { team: ['lan', 'lan'] } }).thenRejected('member-twice', {
      pointer: '/team/0',
      params: { member: 'lan' },
    });
  });

  it('each member holds an appointment as appraiser that covers the unit', () => {
    open({ facts: { members: [member('lan'), member('minh'), member('hoa', { eligible: false })] } }).thenRejected(
      'member-not-eligible',
      { pointer: '/team/2' },
    );
    open({ data: { team: ['lan', 'stranger'] } }).thenRejected('member-not-eligible', {
      pointer: '/team/1',
      params: { member: 'stranger' },
    });
  });

  it('nobody from the registering unit, also when a second appointment ties them to it', () => {
    const own = (change: Parameters<typeof member>[1]) => [member('minh'), member('hoa'), member('lan', change)];
    const pointer = '/team/0';
    open({ facts: { members: own({ unitId: UNIT }) } }).thenRejected('member-from-registering-unit', { pointer });
    open({ facts: { members: own({ unitIds: [BODY, UNIT] }) } }).thenRejected('member-from-registering-unit', {
      pointer,
    });
  });

  it('a regulation may allow members from the registering unit', () => {
    const appraisal = { ...content.appraisal, noneFromRegisteringUnit: false };
    const own = [member('minh'), member('hoa'), member('lan', { unitIds: [BODY, UNIT] })];
    open({ facts: { regulation: regulation({ appraisal }), members: own } }).then(opened('lan', 'minh', 'hoa'));
  });

  it('four eyes: who drafted, revised or submitted does not appraise, in whatever role', () => {
    for (const { personId } of [officer, head]) {
      open({ data: { team: ['lan', personId] }, facts: { members: [...members, member(personId)] } }).thenRejected(
        'member-drafted-or-submitted',
        { pointer: '/team/1' },
      );
    }
  });

  it('four eyes: neither does the person in whose name it was submitted', () => {
    const delegated = recorded(fact('RegistrationRevised', { form: order('ReviseRegistration').data.form }), {
      actor: { ...officer, onBehalfOf: 'lan' },
    });
    const [draft, ...rest] = histories.requested;
    open({}, [draft, delegated, ...rest] as History).thenRejected('member-drafted-or-submitted', {
      pointer: '/team/0',
    });
  });

  it('four eyes: neither does whoever requested the recognition or supplemented the dossier', () => {
    const supplemented = by(hoa)(
      fact('SupplementRequired', { missing: ['Ảnh'], dueOn: '2026-09-15' }),
      fact('SupplementProvided', { evidence: [], note: 'Ảnh' }),
    );
    open({}, [...histories.requested, ...supplemented]).thenRejected('member-drafted-or-submitted', {
      pointer: '/team/2',
    });
    const requested = by(minh)(fact('RecognitionRequested', { evidence: [], results: [] }));
    open({}, [...histories.inProgress, ...requested]).thenRejected('member-drafted-or-submitted', {
      pointer: '/team/1',
    });
  });

  it('it is due between today and the deadline for appraisals', () => {
    open({ data: { dueOn: '2026-09-19' } }).thenRejected('date-in-past');
    open({ data: { dueOn: '2026-12-01' } }).thenRejected('after-appraisal-deadline', { pointer: '/dueOn' });
  });

  it('the pinned regulation decides', () => {
    open({ facts: { regulation: anotherRegulation } }).thenRejected('not-the-pinned-regulation');
  });

  it('a new team is named only when too few members are left, without those in conflict', () => {
    open({}, histories.opened).thenRejected('team-still-complete');
    open({}, tooFew).thenRejected('member-has-conflict', { pointer: '/team/0' });
    open({ data: { team: ['hoa', 'tam'] } }, tooFew).then(opened('hoa', 'tam'));
  });
});

describe('declaring an interest', () => {
  const opened = given(decider, ...histories.opened);
  const conflict = { conflict: true, detail: 'Em trai là tổ trưởng' };

  it('a member declares to have none', () => {
    opened
      .when(order('DeclareInterest'))
      .then(fact('InterestDeclared', { personId: 'lan', conflict: false, membersLeft: 3, tooFewLeft: false }));
  });

  it('a conflict takes the member off the team; too few left is reported', () => {
    opened
      .when(order('DeclareInterest', { data: conflict }))
      .then(fact('InterestDeclared', { personId: 'lan', ...conflict, membersLeft: 2, tooFewLeft: false }));
    given(decider, ...histories.opened, ...by(minh)(conflictOf('minh', 2)))
      .when(order('DeclareInterest', { data: conflict }))
      .then(fact('InterestDeclared', { personId: 'lan', ...conflict, membersLeft: 1, tooFewLeft: true }));
  });

  it('a conflict found later counts, but none is declared only once', () => {
    const declared = given(decider, ...histories.declared);
    declared.when(order('DeclareInterest')).thenRejected('interest-already-declared');
    declared
      .when(order('DeclareInterest', { data: conflict }))
      .then(fact('InterestDeclared', { personId: 'lan', ...conflict, membersLeft: 2, tooFewLeft: false }));
  });

  it('only members declare, for themselves, and only once a conflict', () => {
    opened.when(order('DeclareInterest', { actor: tam })).thenRejected('not-on-team');
    opened.when(order('DeclareInterest', { actor: { ...tam, onBehalfOf: 'lan' } })).thenRejected('not-in-person');
    given(decider, ...tooFew)
      .when(order('DeclareInterest', { data: conflict }))
      .thenRejected('conflict-declared');
    opened
      .when(order('DeclareInterest', { facts: { regulation: anotherRegulation } }))
      .thenRejected('not-the-pinned-regulation');
  });
});

describe('scoring', () => {
  const declared = given(decider, ...histories.declared);
  const score = (...points: readonly [string, number][]) =>
    declared.when(
      order('ScoreModel', { data: { scores: points.map(([criterion, value]) => ({ criterion, points: value })) } }),
    );

  it('a member scores every criterion, and may do so again until it is concluded', () => {
    for (const history of [histories.declared, histories.scored]) {
      given(decider, ...history)
        .when(order('ScoreModel'))
        .then(fact('ModelScored', { personId: 'lan', scores }));
    }
    given(decider, ...histories.appraised)
      .when(order('ScoreModel'))
      .thenRejected('wrong-status');
  });

  it('one value per criterion, no other criterion, all in range', () => {
    score(['C1', 50]).thenRejected('score-missing', { params: { criteria: ['C2 (Nhân rộng)'] } });
    score(['C1', 50], ['C1', 50]).thenRejected('criterion-twice', { pointer: '/scores/1/criterion' });
    score(['C9', 1]).thenRejected('criterion-unknown', { pointer: '/scores/0/criterion' });
    for (const points of [-1, 61, 1.5, NaN]) {
      score(['C1', points], ['C2', 1]).thenRejected('score-out-of-range', {
        pointer: '/scores/0/points',
        params: { maxPoints: 60 },
      });
    }
  });

  it('only after declaring to have no conflict', () => {
    given(decider, ...histories.opened)
      .when(order('ScoreModel'))
      .thenRejected('interest-not-declared');
  });

  it('never with a conflict, from outside the team or for somebody else', () => {
    given(decider, ...tooFew)
      .when(order('ScoreModel'))
      .thenRejected('conflict-declared');
    declared.when(order('ScoreModel', { actor: tam })).thenRejected('not-on-team');
    declared.when(order('ScoreModel', { actor: { ...lan, onBehalfOf: 'minh' } })).thenRejected('not-in-person');
  });
});

describe('a member who joined the registering unit, or left it lately', () => {
  const removed = fact('AppraiserRemoved', { personId: 'lan', membersLeft: 2, tooFewLeft: false });
  const scored = [...histories.scored, ...by(SYSTEM)(removed)];

  it('is taken off the team, once', () => {
    given(decider, ...histories.scored)
      .when(order('RemoveAppraiser'))
      .then(removed);
    given(decider, ...scored)
      .when(order('RemoveAppraiser'))
      .thenNothing();
  });

  it('stays while they belong elsewhere, or where the regulation has them', () => {
    const stays = (change: Parameters<typeof order<'RemoveAppraiser'>>[1]) =>
      given(decider, ...histories.scored)
        .when(order('RemoveAppraiser', change))
        .thenNothing();
    stays({ facts: { fromRegisteringUnit: false } });
    const appraisal = { ...content.appraisal, noneFromRegisteringUnit: false };
    stays({ facts: { regulation: regulation({ appraisal }) } });
  });

  it('neither declares, scores nor concludes any more, nor is on a later team; their scores do not count', () => {
    const after = given(decider, ...scored);
    expect(after.state).toMatchObject({ core: { impartial: ['minh', 'hoa'] }, appraisal: { removed: ['lan'] } });
    after.when(order('ScoreModel')).thenRejected('member-from-registering-unit');
    after.when(order('DeclareInterest')).thenRejected('member-from-registering-unit');
    const asBody = order('ConcludeAppraisal').meta.actor;
    after
      .when(order('ConcludeAppraisal', { actor: { ...asBody, personId: 'lan' } }))
      .thenRejected('member-from-registering-unit');
    const { outcome } = after.when(order('ConcludeAppraisal'));
    expect(outcome).toMatchObject({
      kind: 'accepted',
      events: [{ data: { scores: [{ personId: 'minh' }, { personId: 'hoa' }] } }],
    });
    const fewer = fact('AppraiserRemoved', { personId: 'minh', membersLeft: 1, tooFewLeft: true });
    given(decider, ...scored, ...by(SYSTEM)(fewer))
      .when(order('OpenAppraisal', { data: { team: ['hoa', 'lan'] } }))
      .thenRejected('member-from-registering-unit', { pointer: '/team/1' });
  });
});

describe('concluding an appraisal', () => {
  const conclude = (
    change: Parameters<typeof order<'ConcludeAppraisal'>>[1] = {},
    history: History = histories.scored,
  ) => given(decider, ...history).when(order('ConcludeAppraisal', change));
  const inputs = ['lan', 'minh', 'hoa'].map((personId) => ({ personId, scores }));

  it('the result is computed from the scores and stored with them', () => {
    conclude().then(
      fact('ModelAppraised', {
        result: computeResult(criteriaSet, 'MEAN', inputs),
        scores: inputs,
        aggregate: 'MEAN',
        voteFollows: true,
        fieldVisitOn: '2026-10-01',
        minutes,
      }),
    );
  });

  it('four eyes: who drafted or submitted the registration does not conclude, nor anybody in their name', () => {
    const asBody = order('ConcludeAppraisal').meta.actor;
    for (const { personId } of [officer, head]) {
      conclude({ actor: { ...asBody, personId } }).thenRejected('own-registration');
      conclude({ actor: { ...asBody, onBehalfOf: personId } }).thenRejected('own-registration');
    }
  });

  it('four eyes: who declared a conflict does not conclude, nor anybody in their name', () => {
    const history = [...histories.scored, ...by(lan)(conflictOf('lan', 2))];
    const asBody = order('ConcludeAppraisal').meta.actor;
    conclude({ actor: { ...asBody, personId: 'lan' } }, history).thenRejected('conflict-declared');
    conclude({ actor: { ...asBody, onBehalfOf: 'lan' } }, history).thenRejected('conflict-declared');
  });

  it('all remaining members have scored', () => {
    conclude({}, histories.declared).thenRejected('scores-outstanding', {
      params: { outstanding: 3, people: ['lan', 'minh', 'hoa'] },
    });
  });

  it('the scores of a member who found a conflict do not count', () => {
    const without = inputs.filter(({ personId }) => personId !== 'lan');
    const { outcome } = conclude({}, [...histories.scored, ...by(lan)(conflictOf('lan', 2))]);
    expect(outcome).toMatchObject({ kind: 'accepted', events: [{ data: { scores: without } }] });
  });

  it('a team that became too small cannot conclude', () => {
    conclude({}, tooFew).thenRejected('team-too-small', { params: { minMembers: 2 } });
  });

  it('where a field visit is required, its day and its minutes are', () => {
    const { fieldVisitOn, minutesId } = order('ConcludeAppraisal').data;
    const withData = (data: object) =>
      given(decider, ...histories.scored).when({ ...order('ConcludeAppraisal'), data });
    withData({ minutesId }).thenRejected('field-visit-required', { pointer: '/fieldVisitOn' });
    withData({ fieldVisitOn }).thenRejected('minutes-required', { pointer: '/minutesId' });
    withData({ fieldVisitOn, minutesId: 'photo' }).thenRejected('minutes-required');
    withData({ fieldVisitOn, minutesId: 'lost' }).thenRejected('evidence-unknown');
    withData({ fieldVisitOn: '2026-10-16', minutesId }).thenRejected('date-in-future');
    withData({ fieldVisitOn: '2026-01-31', minutesId }).thenRejected('dates-out-of-order', {
      pointer: '/fieldVisitOn',
      params: { notBefore: '2026-02-01', milestone: 'DRAFTED' },
    });
  });

  it('where none is required, neither is', () => {
    const appraisal = { ...content.appraisal, fieldVisit: false, aggregate: 'MEDIAN' as const };
    const command = order('ConcludeAppraisal', { facts: { regulation: regulation({ appraisal }) } });
    given(decider, ...histories.scored)
      .when({ ...command, data: {} })
      .then(
        fact('ModelAppraised', {
          result: computeResult(criteriaSet, 'MEDIAN', inputs),
          scores: inputs,
          aggregate: 'MEDIAN',
          voteFollows: true,
        }),
      );
  });

  it('the pinned regulation decides', () => {
    conclude({ facts: { regulation: anotherRegulation } }).thenRejected('not-the-pinned-regulation');
  });
});
