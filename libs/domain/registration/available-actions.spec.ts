import { by, replay } from '../kernel/testing/spec.ts';
import { availableActions } from './available-actions.ts';
import { decider } from './decide.ts';
import { fact, histories } from './testing/history.ts';
import { auditor, body, head, lan, officer, tam } from './testing/people.ts';

const allowed = (actions: ReturnType<typeof availableActions>) =>
  Object.entries(actions).flatMap(([type, action]) => (action.allowed ? [type] : []));

describe('what a person may do now', () => {
  const draft = replay(decider, histories.draft);
  const declared = replay(decider, histories.declared);

  it('a head may submit and withdraw a draft; everything else says why not', () => {
    const actions = availableActions(draft, [head]);
    expect(allowed(actions)).toEqual(['SubmitRegistration', 'WithdrawRegistration']);
    expect(actions.ReviseRegistration).toEqual({ allowed: false, reason: 'role-not-allowed' });
    expect(actions.StartImplementation).toEqual({ allowed: false, reason: 'wrong-status' });
  });

  it('two appointments give the rights of both', () => {
    expect(allowed(availableActions(draft, [head, officer]))).toEqual([
      'ReviseRegistration',
      'SubmitRegistration',
      'WithdrawRegistration',
    ]);
  });

  it('an auditor, and whoever has no appointment here, may do nothing', () => {
    expect(allowed(availableActions(draft, [auditor]))).toEqual([]);
    expect(allowed(availableActions(draft, []))).toEqual([]);
  });

  it('an appraiser scores as a declared member of the team and not otherwise', () => {
    const opened = replay(decider, histories.opened);
    expect(availableActions(opened, [lan]).ScoreModel).toEqual({ allowed: false, reason: 'interest-not-declared' });
    expect(availableActions(declared, [lan]).ScoreModel).toEqual({ allowed: true });
    expect(availableActions(declared, [tam]).ScoreModel).toEqual({ allowed: false, reason: 'not-on-team' });
    expect(availableActions(declared, [tam]).DeclareInterest).toEqual({ allowed: false, reason: 'not-on-team' });
  });

  it('what was done once for all is not offered again', () => {
    const typical = [...histories.recognized, ...by(body)(fact('ModelMarkedTypical', { reason: 'Tiêu biểu' }))];
    expect(availableActions(replay(decider, typical), [body]).MarkTypical).toEqual({
      allowed: false,
      reason: 'already-typical',
    });
    expect(availableActions(replay(decider, histories.voted), [body]).RecordVote).toEqual({
      allowed: false,
      reason: 'vote-already-held',
    });
  });

  it('nobody is offered to examine what they drafted or submitted themselves', () => {
    const submitted = replay(decider, histories.submitted);
    const own = availableActions(submitted, [{ ...body, personId: 'officer' }]);
    const scored = availableActions(replay(decider, histories.scored), [{ ...body, personId: 'head' }]);
    for (const type of ['AcceptRegistration', 'ReturnRegistration', 'DeclineRegistration'] as const) {
      expect(availableActions(submitted, [body])[type]).toEqual({ allowed: true });
      expect(own[type]).toEqual({ allowed: false, reason: 'own-registration' });
    }
    expect(scored.ConcludeAppraisal).toEqual({ allowed: false, reason: 'own-registration' });
  });

  it('who declared a conflict is not offered to conclude', () => {
    const conflict = fact('InterestDeclared', { personId: 'lan', conflict: true, membersLeft: 2, tooFewLeft: false });
    const state = replay(decider, [...histories.scored, ...by(lan)(conflict)]);
    expect(availableActions(state, [body]).ConcludeAppraisal).toEqual({ allowed: true });
    expect(availableActions(state, [{ ...body, personId: 'lan' }]).ConcludeAppraisal).toEqual({
      allowed: false,
      reason: 'conflict-declared',
    });
  });

  it('nobody is offered what only a decision can do', () => {
    const actions = availableActions(replay(decider, histories.voted), [body]);
    expect(Object.keys(actions).filter((type) => type.endsWith('ByDecision'))).toEqual([]);
  });
});
