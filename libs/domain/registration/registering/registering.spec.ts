import { by, given } from '../../kernel/testing/spec.ts';
import { decider } from '../decide.ts';
import { draftedData, fact, form, histories, ID, registeredData } from '../testing/history.ts';
import { body, head, on, OTHER_UNIT } from '../testing/people.ts';
import { content, regulation } from '../testing/regulation.ts';
import { order } from '../testing/orders.ts';

const source = { modelId: 'model-0', unitId: draftedData.unitId, cycleId: 'cycle-2025', status: 'RECOGNIZED' } as const;
const continues = { kind: 'CONTINUES', registrationId: 'registration-0' } as const;
const replicates = { kind: 'REPLICATES', registrationId: 'registration-0' } as const;

describe('drafting a registration', () => {
  const draft = (change: Parameters<typeof order<'DraftRegistration'>>[1] = {}) =>
    given(decider).when(order('DraftRegistration', change));

  it('an officer drafts a new model of the unit', () => {
    draft().then(fact('RegistrationDrafted', draftedData));
  });

  it('the name is stored in NFC without stray spaces, empty items and repeated tags are left out', () => {
    const typed = {
      ...form,
      name: '  Tổ  tự quản đường hoa '.normalize('NFD'),
      content: '  ',
      programmeTags: ['NTM', 'NTM'],
    };
    draft({ data: { form: typed } }).then(fact('RegistrationDrafted', draftedData));
  });

  it('a closed unit takes no new registration', () => {
    draft({ facts: { unitActive: false } }).thenRejected('unit-not-active', { pointer: '/unitId' });
  });

  it('a closed cycle takes no new registration', () => {
    draft({ facts: { cycleOpen: false } }).thenRejected('cycle-not-open', { pointer: '/cycleId' });
  });

  it('the model must have a name', () => {
    draft({ data: { form: { ...form, name: ' ' } } }).thenRejected('text-required', { pointer: '/form/name' });
  });

  it('the field must be one of the regulation', () => {
    draft({ data: { form: { ...form, field: 'XX' } } }).thenRejected('field-unknown', { pointer: '/form/field' });
  });

  it('each programme tag must be one of the regulation', () => {
    draft({ data: { form: { ...form, programmeTags: ['NTM', 'XX'] } } }).thenRejected('tag-unknown', {
      pointer: '/form/programmeTags/1',
    });
  });

  it('a continuation keeps its model and its unit in another cycle', () => {
    const data = { origin: continues, modelId: 'model-0' };
    draft({ data, facts: { source } }).then(fact('RegistrationDrafted', { ...draftedData, ...data }));
    draft({ data }).thenRejected('source-not-found', { pointer: '/origin/registrationId' });
    draft({ data: { origin: continues }, facts: { source } }).thenRejected('model-differs-from-source');
    draft({ data, facts: { source: { ...source, unitId: OTHER_UNIT } } }).thenRejected('source-of-another-unit');
    draft({ data, facts: { source: { ...source, cycleId: 'cycle-2026' } } }).thenRejected('source-in-same-cycle');
    draft({ data, facts: { source: { ...source, status: 'WITHDRAWN' } } }).thenRejected('source-not-usable', {
      params: { sourceStatus: 'WITHDRAWN' },
    });
  });

  it('a replication is a new model of another unit, after a recognized one', () => {
    const data = { origin: replicates };
    const elsewhere = { ...source, unitId: OTHER_UNIT };
    draft({ data, facts: { source: elsewhere } }).then(fact('RegistrationDrafted', { ...draftedData, ...data }));
    draft({ data, facts: { source } }).thenRejected('adopting-unit-is-source');
    draft({ data: { ...data, modelId: 'model-0' }, facts: { source: elsewhere } }).thenRejected(
      'model-differs-from-source',
    );
    draft({ data, facts: { source: { ...elsewhere, status: 'IN_PROGRESS' } } }).thenRejected('source-not-usable');
  });
});

describe('revising a draft', () => {
  const changed = { ...form, name: 'Tổ tự quản số 1' };

  it('an officer revises a draft and a returned registration', () => {
    for (const history of [histories.draft, histories.returned]) {
      given(decider, ...history)
        .when(order('ReviseRegistration', { data: { form: changed } }))
        .then(fact('RegistrationRevised', { form: changed }));
    }
  });

  it('the revised form obeys the regulation as the first one did', () => {
    const wrong = order('ReviseRegistration', { data: { form: { ...form, field: 'XX' } } });
    given(decider, ...histories.draft)
      .when(wrong)
      .thenRejected('field-unknown');
  });

  it('what is registered is the revised form', () => {
    const revised = by(head)(fact('RegistrationRevised', { form: changed }), fact('RegistrationSubmitted', {}));
    given(decider, ...histories.draft, ...revised)
      .when(order('AcceptRegistration'))
      .then(fact('ModelRegistered', { ...registeredData, name: changed.name }));
  });
});

describe('submitting a registration', () => {
  const submit = (change: Parameters<typeof order<'SubmitRegistration'>>[1] = {}) =>
    given(decider, ...histories.draft).when(order('SubmitRegistration', change));

  it('the head submits in time', () => {
    submit().then(fact('RegistrationSubmitted', {}));
    submit({ on: '2026-03-31' }).then(fact('RegistrationSubmitted', {}));
  });

  it('a required item that is empty holds it back', () => {
    const registration = { ...content.registration, requiredItems: ['situation', 'content'] as const };
    submit({ facts: { regulation: regulation({ registration }) } }).thenRejected('required-item-missing', {
      params: { items: ['content'] },
    });
  });

  it('after the deadline a reason is needed, and is recorded', () => {
    submit({ on: '2026-04-01' }).thenRejected('late-reason-required', { pointer: '/lateReason' });
    submit({ on: '2026-04-01', data: { lateReason: ' ' } }).thenRejected('late-reason-required');
    submit({ on: '2026-04-01', data: { lateReason: 'Bão' } }).then(
      fact('RegistrationSubmitted', { lateReason: 'Bão' }),
    );
  });

  it('a reason given in time is not one for being late', () => {
    submit({ data: { lateReason: 'Bão' } }).then(fact('RegistrationSubmitted', {}));
  });

  it('where the regulation takes nothing late, a reason does not help', () => {
    const registration = { ...content.registration, lateWithReason: false };
    submit({
      on: '2026-04-01',
      data: { lateReason: 'Bão' },
      facts: { regulation: regulation({ registration }) },
    }).thenRejected('deadline-passed', { params: { limit: 'REGISTRATION', deadline: '2026-03-31' } });
  });

  it('an extended deadline counts', () => {
    submit({ on: '2026-04-01', facts: { deadline: '2026-04-10' } }).then(fact('RegistrationSubmitted', {}));
  });

  it('a returned registration may come back until the day it was given', () => {
    const again = (date: string) =>
      given(decider, ...histories.returned).when(order('SubmitRegistration', { on: date }));
    again('2026-04-05').then(fact('RegistrationSubmitted', {}));
    again('2026-04-06').thenRejected('late-reason-required');
  });

  it('a closed cycle takes no submission', () => {
    submit({ facts: { cycleOpen: false } }).thenRejected('cycle-not-open');
  });
});

describe('what the standing body makes of a submission', () => {
  const submitted = given(decider, ...histories.submitted);

  it('returns it with a reason and a due date', () => {
    submitted
      .when(order('ReturnRegistration'))
      .then(fact('RegistrationReturned', { reason: 'Sửa tên', dueOn: '2026-02-25', count: 1 }));
  });

  it('does not return it without a reason or to a day that is gone', () => {
    submitted.when(order('ReturnRegistration', { data: { reason: '' } })).thenRejected('text-required');
    submitted.when(order('ReturnRegistration', { data: { dueOn: '2026-02-14' } })).thenRejected('date-in-past', {
      params: { date: '2026-02-14', today: '2026-02-15' },
    });
    submitted.when(order('ReturnRegistration', { data: { dueOn: '2026-02-30' } })).thenRejected('date-invalid');
  });

  it('returns it no more often than the regulation allows', () => {
    const resubmitted = by(head, on('2026-03-25'))(fact('RegistrationSubmitted', {}));
    given(decider, ...histories.returned, ...resubmitted)
      .when(order('ReturnRegistration'))
      .thenRejected('too-many-returns', { params: { maxReturns: 1 } });
  });

  it('accepts it on the register and pins the regulation', () => {
    submitted.when(order('AcceptRegistration')).then(fact('ModelRegistered', registeredData));
  });

  it('does not register the same name twice in a unit and cycle', () => {
    submitted.when(order('AcceptRegistration', { facts: { nameTaken: true } })).thenRejected('name-taken', {
      params: { unit: draftedData.unitId, name: form.name },
    });
  });

  it('declines it with a reason', () => {
    submitted.when(order('DeclineRegistration')).then(fact('RegistrationDeclined', { reason: 'Ngoài phạm vi' }));
    submitted.when(order('DeclineRegistration', { data: { reason: ' ' } })).thenRejected('text-required');
  });

  it.each(['AcceptRegistration', 'ReturnRegistration', 'DeclineRegistration'] as const)(
    'four eyes: who drafted or submitted it does not give %s, nor anybody for them',
    (type) => {
      for (const personId of ['officer', 'head'])
        for (const actor of [
          { ...body, personId },
          { ...body, onBehalfOf: personId },
        ])
          submitted.when(order(type, { actor })).thenRejected('own-registration');
    },
  );

  it('the stream says whose registration it is', () => {
    expect(submitted.state).toMatchObject({ core: { registrationId: ID, authors: ['officer', 'head'] } });
  });
});

describe('withdrawing', () => {
  it('the head withdraws with a reason', () => {
    given(decider, ...histories.appraised)
      .when(order('WithdrawRegistration'))
      .then(fact('RegistrationWithdrawn', { reason: 'Không đủ người' }));
  });

  it('not without a reason, and not once it was decided', () => {
    given(decider, ...histories.draft)
      .when(order('WithdrawRegistration', { data: { reason: '' } }))
      .thenRejected('text-required');
    given(decider, ...histories.recognized)
      .when(order('WithdrawRegistration'))
      .thenRejected('wrong-status', { params: { status: 'RECOGNIZED' } });
  });
});
