import { by, given } from '../../kernel/testing/spec.ts';
import { decider } from '../decide.ts';
import { fact, histories } from '../testing/history.ts';
import { adoptingHead, body, OTHER_UNIT, UNIT } from '../testing/people.ts';
import { order } from '../testing/orders.ts';

const recognized = given(decider, ...histories.recognized);

describe('marking a model as typical', () => {
  it('the standing body marks a recognized model, once, with a reason', () => {
    const typical = fact('ModelMarkedTypical', { reason: 'Tiêu biểu' });
    recognized.when(order('MarkTypical')).then(typical);
    recognized.when(order('MarkTypical', { data: { reason: '' } })).thenRejected('text-required');
    given(decider, ...histories.recognized, ...by(body)(typical))
      .when(order('MarkTypical'))
      .thenRejected('already-typical');
  });
});

describe('replicating a recognized model', () => {
  const { data } = order('ReplicateModel');
  const replicated = fact('ModelReplicated', data);

  it('the standing body or the head of the adopting unit replicates it', () => {
    recognized.when(order('ReplicateModel')).then(replicated);
    recognized.when(order('ReplicateModel', { actor: adoptingHead })).then(replicated);
  });

  it('a head replicates into no unit but their own', () => {
    recognized
      .when(order('ReplicateModel', { actor: adoptingHead, facts: { actorCoversAdoptingUnit: false } }))
      .thenRejected('not-the-adopting-unit', { pointer: '/adoptingUnitId' });
  });

  it('into another unit that is active, in an open cycle', () => {
    recognized
      .when(order('ReplicateModel', { data: { adoptingUnitId: UNIT } }))
      .thenRejected('adopting-unit-is-source', { pointer: '/adoptingUnitId' });
    recognized
      .when(order('ReplicateModel', { facts: { adoptingUnitActive: false } }))
      .thenRejected('adopting-unit-not-active');
    recognized.when(order('ReplicateModel', { facts: { cycleOpen: false } })).thenRejected('cycle-not-open');
  });

  it('once for each unit and cycle', () => {
    const again = given(decider, ...histories.recognized, ...by(body)(replicated));
    again.when(order('ReplicateModel')).thenRejected('already-replicated');
    again
      .when(order('ReplicateModel', { data: { cycleId: 'cycle-2028' } }))
      .then(fact('ModelReplicated', { ...data, cycleId: 'cycle-2028' }));
    again
      .when(order('ReplicateModel', { data: { adoptingUnitId: `${OTHER_UNIT}-2` } }))
      .then(fact('ModelReplicated', { ...data, adoptingUnitId: `${OTHER_UNIT}-2` }));
  });
});

describe('carrying a model forward', () => {
  const carried = fact('ModelCarriedForward', order('CarryForward').data);

  it('the officer carries a registered, running or recognized model into the next cycle', () => {
    for (const history of [histories.registered, histories.inProgress, histories.recognized]) {
      given(decider, ...history)
        .when(order('CarryForward'))
        .then(carried);
    }
  });

  it('only into an open, later cycle and from an active unit', () => {
    recognized.when(order('CarryForward', { facts: { unitActive: false } })).thenRejected('unit-not-active');
    recognized.when(order('CarryForward', { facts: { cycleOpen: false } })).thenRejected('cycle-not-open');
    recognized.when(order('CarryForward', { facts: { laterCycle: false } })).thenRejected('cycle-not-later');
    recognized.when(order('CarryForward', { data: { cycleId: 'cycle-2026' } })).thenRejected('cycle-not-later');
  });

  it('once into each cycle', () => {
    given(decider, ...histories.recognized, ...by(body)(carried))
      .when(order('CarryForward'))
      .thenRejected('already-carried-forward', { pointer: '/cycleId' });
  });
});
