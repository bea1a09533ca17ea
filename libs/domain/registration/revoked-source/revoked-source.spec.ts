import { by, given, recorded, replay } from '../../kernel/testing/spec.ts';
import { decider } from '../decide.ts';
import { awaitedIn, waitingAfter, NOTHING_WAITS } from '../awaited.ts';
import type { RegistrationEvent } from '../events.ts';
import { passedOn } from './decide.ts';
import { decision, fact, histories, revocation } from '../testing/history.ts';
import { order } from '../testing/orders.ts';
import { body, officer } from '../testing/people.ts';
import { actionsOf } from '../testing/today.ts';

const { revokedId } = revocation;
const sourceRevoked = fact('SourceRevoked', revocation);
const settledFact = fact('RevokedSourceSettled', { revokedId, reason: 'Mô hình tự đứng vững' });
const marked = recorded(sourceRevoked);
const settled = recorded(settledFact);
const waiting = { ...NOTHING_WAITS, authors: [officer.personId], revokedSource: true };

describe('a registration whose source lost its recognition', () => {
  it('is marked once while it can still be stopped, taken back or taken up again', () => {
    for (const name of ['draft', 'submitted', 'inProgress', 'appraised', 'recognized', 'notRecognized'] as const)
      given(decider, ...histories[name])
        .when(order('MarkSourceRevoked'))
        .then(sourceRevoked);
    for (const name of ['declined', 'withdrawn', 'discontinued', 'revoked'] as const)
      given(decider, ...histories[name])
        .when(order('MarkSourceRevoked'))
        .thenRejected('wrong-status');
    given(decider, ...histories.recognized, marked)
      .when(order('MarkSourceRevoked'))
      .thenNothing();
  });

  it('goes on as it was', () => {
    const before = replay(decider, histories.inProgress);
    const after = replay(decider, [...histories.inProgress, marked]);
    expect(after).toMatchObject({ status: 'IN_PROGRESS', core: { revokedSource: { revokedId, settled: false } } });
    expect(Object.keys(after)).toEqual(Object.keys(before));
  });

  it('stands when the standing body says so, once, with a reason, and not by who wrote it', () => {
    const settle = given(decider, ...histories.recognized, marked);
    settle.when(order('SettleRevokedSource')).then(settledFact);
    settle.when(order('SettleRevokedSource', { data: { reason: '' } })).thenRejected('text-required', {
      pointer: '/reason',
    });
    settle
      .when(order('SettleRevokedSource', { actor: { ...body, onBehalfOf: officer.personId } }))
      .thenRejected('own-registration');
    given(decider, ...histories.recognized)
      .when(order('SettleRevokedSource'))
      .thenRejected('nothing-to-settle');
    given(decider, ...histories.recognized, marked, settled)
      .when(order('SettleRevokedSource'))
      .thenRejected('nothing-to-settle');
  });

  it('can be revoked or refused by a decision that was frozen before the mark, but not recognized', () => {
    const frozen = (history: readonly unknown[]) => ({
      frozenRevision: history.length - 1,
      currentRevision: history.length,
    });
    const { recognized, voted } = histories;
    const revoke = order('RevokeByDecision', { facts: frozen(recognized) });
    expect(given(decider, ...recognized, marked).when(revoke).outcome).toMatchObject({ kind: 'accepted' });
    const other = recorded(fact('ModelMarkedTypical', { reason: 'Tiêu biểu' }));
    given(decider, ...recognized, other)
      .when(revoke)
      .thenRejected('changed-after-freeze');
    const later = order('RevokeByDecision', {
      facts: { ...frozen(recognized), currentRevision: recognized.length + 1 },
    });
    given(decider, ...recognized, marked, other)
      .when(later)
      .thenRejected('changed-after-freeze');
    const undecided = given(decider, ...voted, marked);
    undecided.when(order('RecognizeByDecision', { facts: frozen(voted) })).thenRejected('changed-after-freeze');
    expect(undecided.when(order('RefuseByDecision', { facts: frozen(voted) })).outcome).toMatchObject({
      kind: 'accepted',
    });
  });

  it('passes it on to what rests on itself, unless it was recognized or may stand', () => {
    const passed = (history: readonly (typeof marked)[]) => passedOn(replay(decider, history));
    expect(passed([...histories.inProgress, marked])).toEqual(revocation);
    for (const history of [
      histories.inProgress,
      [...histories.recognized, marked],
      [...histories.inProgress, marked, settled],
    ])
      expect(passed(history)).toBeUndefined();
    expect(passedOn(decider.initial)).toBeUndefined();
  });

  it('waits for the standing body until it is settled or over', () => {
    expect(awaitedIn('RECOGNIZED', waiting)).toEqual([
      { command: 'SettleRevokedSource', role: 'STANDING_BODY_OFFICER', besides: [officer.personId] },
    ]);
    const after = (event: Parameters<typeof recorded<RegistrationEvent>>[0]) =>
      waitingAfter(waiting, recorded(event, { actor: officer }));
    expect(waitingAfter(NOTHING_WAITS, marked).revokedSource).toBe(true);
    expect(after(fact('RegistrationSubmitted', {}))).toBe(waiting);
    expect(after(fact('ModelRecognized', { ...decision, modelId: 'model-1' }))).toBe(waiting);
    const ends = [
      settledFact,
      fact('RegistrationWithdrawn', { reason: 'Thôi' }),
      fact('RegistrationDeclined', { reason: 'Trùng' }),
    ];
    for (const event of ends) expect(after(event).revokedSource).toBe(false);
    const state = replay(decider, [...histories.recognized, ...by(body)(sourceRevoked)]);
    expect(actionsOf(state, [body]).SettleRevokedSource).toEqual({ allowed: true });
    expect(actionsOf(replay(decider, histories.recognized), [body]).SettleRevokedSource).toEqual({
      allowed: false,
      reason: 'nothing-to-settle',
      who: [],
    });
  });
});
