import { by, given } from '../../kernel/testing/spec.ts';
import { decider } from '../decide.ts';
import { decision, fact, histories, result, scores } from '../testing/history.ts';
import { body, lan, signer } from '../testing/people.ts';
import { anotherRegulation, contentWithoutVote, minutes, regulation } from '../testing/regulation.ts';
import { order } from '../testing/orders.ts';

const noVote = { regulationId: 'regulation-1', content: contentWithoutVote };
const counts = { yes: 4, no: 1, abstain: 0, members: 5, present: 5, heldOn: '2026-10-20', minutes };
const held = { ...counts, denominator: 5, minPercent: 80, quorumMet: true, passed: true };
const failedVote = by(body)(fact('VoteHeld', { ...held, yes: 1, no: 4, passed: false }));
const noQuorum = by(body)(fact('VoteHeld', { ...held, quorumMet: false, passed: false }));

describe('recording a vote', () => {
  const appraised = given(decider, ...histories.appraised);

  it('records the counts and computes the outcome with integers', () => {
    appraised.when(order('RecordVote')).then(fact('VoteHeld', held, '2026-10-20'));
    appraised
      .when(order('RecordVote', { data: { yes: 3, no: 2 } }))
      .then(fact('VoteHeld', { ...held, yes: 3, no: 2, passed: false }, '2026-10-20'));
  });

  it('only where the regulation has a vote', () => {
    appraised.when(order('RecordVote', { facts: { regulation: noVote } })).thenRejected('no-vote-in-regulation');
    appraised
      .when(order('RecordVote', { facts: { regulation: anotherRegulation } }))
      .thenRejected('not-the-pinned-regulation');
  });

  it('the counts agree, the day is not to come and the minutes are minutes', () => {
    appraised
      .when(order('RecordVote', { data: { yes: 5 } }))
      .thenRejected('vote-counts-inconsistent', { params: { ballots: 6, present: 5, members: 5 } });
    appraised.when(order('RecordVote', { data: { heldOn: '2026-10-21' } })).thenRejected('date-in-future');
    appraised.when(order('RecordVote', { data: { minutesId: 'photo' } })).thenRejected('minutes-required');
    appraised.when(order('RecordVote', { data: { minutesId: 'lost' } })).thenRejected('evidence-unknown');
  });

  it('it is not held before there is a result to vote on, nor before the vote it takes the place of', () => {
    const pointer = '/heldOn';
    appraised
      .when(order('RecordVote', { data: { heldOn: '2026-10-14' } }))
      .thenRejected('dates-out-of-order', { pointer, params: { notBefore: '2026-10-15', milestone: 'APPRAISED' } });
    const sameDay = { ...held, heldOn: '2026-10-15' };
    appraised
      .when(order('RecordVote', { data: { heldOn: '2026-10-15' } }))
      .then(fact('VoteHeld', sameDay, '2026-10-15'));
    given(decider, ...histories.appraised, ...noQuorum)
      .when(order('RecordVote', { data: { heldOn: '2026-10-19' } }))
      .thenRejected('dates-out-of-order', { pointer, params: { notBefore: '2026-10-20', milestone: 'VOTED' } });
  });

  it('a vote with a quorum stands; one without may be held again', () => {
    given(decider, ...histories.voted)
      .when(order('RecordVote'))
      .thenRejected('vote-already-held');
    given(decider, ...histories.appraised, ...noQuorum)
      .when(order('RecordVote'))
      .then(fact('VoteHeld', held, '2026-10-20'));
  });
});

describe('recognizing by decision', () => {
  const voted = given(decider, ...histories.voted);
  const recognized = fact('ModelRecognized', { modelId: 'model-1', ...decision }, '2026-11-10');

  it('a model whose appraisal and vote passed is recognized, from the day of the decision', () => {
    voted.when(order('RecognizeByDecision')).then(recognized);
  });

  it('not without a passed vote where the regulation has one', () => {
    given(decider, ...histories.appraised)
      .when(order('RecognizeByDecision'))
      .thenRejected('vote-not-held');
    given(decider, ...histories.appraised, ...failedVote)
      .when(order('RecognizeByDecision'))
      .thenRejected('vote-not-passed', { params: { yes: 1, needed: 4, ballots: 5, members: 5 } });
    given(decider, ...histories.appraised)
      .when(order('RecognizeByDecision', { facts: { regulation: noVote } }))
      .then(recognized);
  });

  it('not when the appraisal did not pass', () => {
    given(decider, ...histories.appraisedFailing)
      .when(order('RecognizeByDecision'))
      .thenRejected('appraisal-not-passed');
  });

  it('four eyes: who appraised does not sign', () => {
    const bySigner = { facts: { signerId: lan.personId } };
    voted.when(order('RecognizeByDecision', bySigner)).thenRejected('signer-appraised');
    voted.when(order('RefuseByDecision', bySigner)).thenRejected('signer-appraised');
    given(decider, ...histories.recognized)
      .when(order('RevokeByDecision', bySigner))
      .thenRejected('signer-appraised');
  });

  it('four eyes: who concluded the appraisal does not sign, nor anybody for whom it was concluded', () => {
    const concluded = fact('ModelAppraised', { result, scores: [], aggregate: 'MEAN' });
    const appraised = given(
      decider,
      ...histories.scored,
      ...by({ ...body, personId: 'deputy', onBehalfOf: 'chief' })(concluded),
    );
    for (const signerId of ['deputy', 'chief'])
      appraised
        .when(order('RefuseByDecision', { facts: { signerId, frozenRevision: 13, currentRevision: 13 } }))
        .thenRejected('signer-appraised');
  });

  it('who opened the appraisal only named the team, and may sign', () => {
    const concluded = fact('ModelAppraised', { result, scores: [], aggregate: 'MEAN' });
    const { outcome } = given(decider, ...histories.scored, ...by({ ...body, personId: 'colleague' })(concluded)).when(
      order('RefuseByDecision', { facts: { signerId: body.personId } }),
    );
    expect(outcome.kind).toBe('accepted');
  });

  it('four eyes: nor does anybody in the name of who appraised', () => {
    const forLan = { actor: { ...signer, onBehalfOf: lan.personId } };
    voted.when(order('RecognizeByDecision', forLan)).thenRejected('signer-appraised');
    voted.when(order('RefuseByDecision', forLan)).thenRejected('signer-appraised');
    given(decider, ...histories.recognized)
      .when(order('RevokeByDecision', forLan))
      .thenRejected('signer-appraised');
  });

  it('four eyes: who drafted or submitted it does not sign, nor anybody in their name', () => {
    const recognized = given(decider, ...histories.recognized);
    for (const personId of ['officer', 'head'])
      for (const change of [{ facts: { signerId: personId } }, { actor: { ...signer, onBehalfOf: personId } }]) {
        voted.when(order('RecognizeByDecision', change)).thenRejected('signer-drafted-or-submitted');
        voted.when(order('RefuseByDecision', change)).thenRejected('signer-drafted-or-submitted');
        recognized.when(order('RevokeByDecision', change)).thenRejected('signer-drafted-or-submitted');
      }
  });

  it('what changed after the freeze drops out of the decision, whatever it became', () => {
    const changed = order('RecognizeByDecision', { facts: { currentRevision: 16 } });
    const params = { changes: 1, item: 'Tổ tự quản đường hoa' };
    voted.when(changed).thenRejected('changed-after-freeze', { params });
    given(decider, ...histories.withdrawn)
      .when(changed)
      .thenRejected('changed-after-freeze', { params });
  });

  it('the pinned regulation decides', () => {
    voted
      .when(order('RecognizeByDecision', { facts: { regulation: anotherRegulation } }))
      .thenRejected('not-the-pinned-regulation');
    voted.when(order('RecognizeByDecision', { facts: { regulation: regulation() } })).then(recognized);
  });

  it('nobody recognizes, refuses or revokes but an issued decision', () => {
    for (const type of ['RecognizeByDecision', 'RefuseByDecision', 'RevokeByDecision'] as const) {
      voted.when(order(type, { actor: { ...signer, role: 'DECISION_SIGNER' } })).thenRejected('role-not-allowed');
    }
  });
});

describe('refusing and revoking by decision', () => {
  it('a refusal has a reason, and needs no passed appraisal', () => {
    const refused = fact('RecognitionRefused', { ...decision, reason: 'Chưa bền' }, '2026-11-10');
    for (const history of [histories.appraisedFailing, histories.voted]) {
      given(decider, ...history)
        .when(order('RefuseByDecision'))
        .then(refused);
    }
    given(decider, ...histories.voted)
      .when(order('RefuseByDecision', { data: { reason: ' ' } }))
      .thenRejected('text-required');
  });

  it('a revocation has a ground and cites the decision that recognized', () => {
    const { data } = order('RevokeByDecision');
    const recognized = given(decider, ...histories.recognized);
    recognized
      .when(order('RevokeByDecision'))
      .then(fact('RecognitionRevoked', { ...data, citesDecisionId: 'decision-1' }, '2026-12-10'));
    recognized.when(order('RevokeByDecision', { data: { ground: '' } })).thenRejected('text-required');
  });
});

describe('reopening an appraisal', () => {
  const { data } = order('ReopenAppraisal');
  const reopened = [...histories.notRecognized, ...by(body)(fact('AppraisalReopened', data))];

  it('an upheld petition reopens it', () => {
    given(decider, ...histories.notRecognized)
      .when(order('ReopenAppraisal'))
      .then(fact('AppraisalReopened', data));
  });

  it('with a reason and the petition', () => {
    const refused = given(decider, ...histories.notRecognized);
    const { petition } = data;
    refused.when(order('ReopenAppraisal', { data: { reason: '' } })).thenRejected('text-required');
    refused
      .when(order('ReopenAppraisal', { data: { petition: { ...petition, number: ' ' } } }))
      .thenRejected('text-required', { pointer: '/petition/number' });
    refused
      .when(order('ReopenAppraisal', { data: { petition: { ...petition, issuedOn: '2027-01-01' } } }))
      .thenRejected('date-in-future', { pointer: '/petition/issuedOn' });
    refused
      .when(order('ReopenAppraisal', { data: { petition: { ...petition, issuedOn: '2026-11-09' } } }))
      .thenRejected('dates-out-of-order', {
        pointer: '/petition/issuedOn',
        params: { notBefore: '2026-11-10', milestone: 'REFUSED' },
      });
  });

  it('the earlier scores do not count any more', () => {
    given(decider, ...reopened)
      .when(order('ConcludeAppraisal'))
      .thenRejected('scores-outstanding', { params: { outstanding: 3 } });
    given(decider, ...reopened)
      .when(order('ScoreModel'))
      .then(fact('ModelScored', { personId: 'lan', scores }));
  });

  it('another team may be named until somebody has scored', () => {
    const team = { data: { team: ['minh', 'tam'], dueOn: '2026-11-30' }, on: '2026-11-20' };
    const { outcome } = given(decider, ...reopened).when(order('OpenAppraisal', team));
    expect(outcome).toMatchObject({ kind: 'accepted' });
    given(decider, ...reopened, ...by(lan)(fact('ModelScored', { personId: 'lan', scores })))
      .when(order('OpenAppraisal', team))
      .thenRejected('team-still-complete');
  });
});
