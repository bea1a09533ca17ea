import { by, given, recorded, replay } from '../../kernel/testing/spec.ts';
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

describe('correcting an entry', () => {
  const draft = given(decider, ...histories.draft);
  const { data } = order('CorrectEntry');
  const corrected = fact('EntryCorrected', data);

  it('the standing body corrects a named entry, approved by another person, on a document', () => {
    for (const history of Object.values(histories)) {
      given(decider, ...history)
        .when(order('CorrectEntry'))
        .then(corrected);
    }
  });

  it('the correction stands beside the entry: nothing else changes', () => {
    const before = replay(decider, histories.recognized);
    const after = replay(decider, [...histories.recognized, recorded(corrected)]);
    const { entryRevision, field, oldValue, newValue, document } = data;
    expect(before.status).not.toBe('NONE');
    if (before.status === 'NONE') return;
    expect(after).toEqual({
      ...before,
      core: {
        ...before.core,
        entries: before.core.entries + 1,
        corrections: [{ entryRevision, field, oldValue, newValue, document }],
      },
    });
  });

  it('names an entry that exists', () => {
    for (const entryRevision of [-1, 1, 0.5]) {
      draft
        .when(order('CorrectEntry', { data: { entryRevision } }))
        .thenRejected('entry-unknown', { pointer: '/entryRevision' });
    }
    given(decider, ...histories.submitted)
      .when(order('CorrectEntry', { data: { entryRevision: 1 } }))
      .then(fact('EntryCorrected', { ...data, entryRevision: 1 }));
  });

  it('says which field, why, what instead and on which document', () => {
    draft.when(order('CorrectEntry', { data: { field: '' } })).thenRejected('text-required', { pointer: '/field' });
    draft.when(order('CorrectEntry', { data: { reason: '' } })).thenRejected('text-required', { pointer: '/reason' });
    draft.when(order('CorrectEntry', { data: { newValue: data.oldValue } })).thenRejected('nothing-corrected');
    draft
      .when(order('CorrectEntry', { data: { document: { number: '', issuedOn: '2026-01-01' } } }))
      .thenRejected('text-required', { pointer: '/document/number' });
  });

  it('is approved by another person who is entitled to', () => {
    const pointer = '/approvedBy';
    draft
      .when(order('CorrectEntry', { data: { approvedBy: body.personId } }))
      .thenRejected('approver-is-corrector', { pointer });
    draft
      .when(order('CorrectEntry', { actor: { ...body, onBehalfOf: 'chief' } }))
      .thenRejected('approver-is-corrector', { pointer });
    draft
      .when(order('CorrectEntry', { facts: { approverEligible: false } }))
      .thenRejected('approver-not-eligible', { pointer });
  });
});
