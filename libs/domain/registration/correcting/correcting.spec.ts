import { by, given, recorded, replay } from '../../kernel/testing/spec.ts';
import { decider } from '../decide.ts';
import { awaitedIn, waitingAfter, NOTHING_WAITS } from '../awaited.ts';
import { draftedData, fact, form, histories } from '../testing/history.ts';
import { body, chief, officer, BODY } from '../testing/people.ts';
import { actionsOf } from '../testing/today.ts';
import { order } from '../testing/orders.ts';
import { CORRECTABLE } from './correctable.ts';
import { notToCorrect } from './decide.ts';

const newName = 'Tổ tự quản đường hoa số 1';
const document = { number: '12-CV/TU', issuedOn: '2026-03-01' };
const correction = {
  ...{ correctionId: 'command-1', entryRevision: 0, field: 'name', oldValue: form.name, newValue: newName },
  ...{ reason: 'Gõ sai', document },
};
const asked = fact('CorrectionRequested', correction);
const corrected = fact(
  'EntryCorrected',
  { ...correction, requestedBy: [body.personId], approvedBy: chief.personId },
  document.issuedOn,
);
const waiting = histories.correctionAsked;
const waitingFor = (...requestedBy: readonly (readonly string[])[]) => ({
  ...NOTHING_WAITS,
  corrections: requestedBy.map((each, index) => ({ correctionId: `command-${String(index + 1)}`, requestedBy: each })),
});

describe('asking for a correction', () => {
  const ask = (change: Parameters<typeof order<'RequestCorrection'>>[1] = {}) =>
    given(decider, ...histories.recognized).when(order('RequestCorrection', change));

  it('names the field; what it said and which entry said it come from the log', () => {
    ask().then(asked);
    const revised = by(officer)(fact('RegistrationRevised', { form: { ...form, name: 'Tổ hoa' } }));
    const submitted = by(officer)(fact('RegistrationSubmitted', {}));
    given(decider, ...histories.draft, ...revised, ...submitted)
      .when(order('RequestCorrection'))
      .then(fact('CorrectionRequested', { ...correction, entryRevision: 1, oldValue: 'Tổ hoa' }));
  });

  it('changes nothing until somebody else approves it', () => {
    const [before, after] = [replay(decider, histories.recognized), replay(decider, waiting)];
    expect(before).toMatchObject({ core: { form: { name: form.name } } });
    expect(after).toMatchObject({ status: before.status, core: { form: { name: form.name }, corrections: [] } });
  });

  it('is for a field of the closed list only', () => {
    for (const field of ['', 'subjectType', 'programmeTags', 'unitId', 'toString', '__proto__'])
      ask({ data: { field } }).thenRejected('field-not-correctable', {
        pointer: '/field',
        params: { items: CORRECTABLE },
      });
  });

  it('is offered for no field of a draft, which is revised', () => {
    expect(notToCorrect(replay(decider, histories.draft) as never, 'name')).toMatchObject({ reason: 'wrong-status' });
    expect(notToCorrect(replay(decider, histories.recognized) as never, 'name')).toBeUndefined();
  });

  it('is for a value that differs, and that the form could have had', () => {
    ask({ data: { newValue: ` ${form.name} ` } }).thenRejected('nothing-corrected', { pointer: '/newValue' });
    ask({ data: { newValue: ' ' } }).thenRejected('text-required', { pointer: '/newValue' });
    ask({ data: { newValue: 'x'.repeat(301) } }).thenRejected('name-too-long', {
      ...{ pointer: '/newValue', params: { max: 300 } },
    });
    ask({ data: { field: 'field', newValue: 'XX' } }).thenRejected('field-unknown', { pointer: '/newValue' });
    ask({ data: { field: 'situation', newValue: '' } }).thenRejected('text-required', { pointer: '/newValue' });
    ask({ data: { field: 'content', newValue: 'Trồng hoa' } }).then(
      fact('CorrectionRequested', { ...correction, field: 'content', oldValue: '', newValue: 'Trồng hoa' }),
    );
  });

  it('is not for a name that another model of the unit has', () => {
    ask({ facts: { nameTaken: true } }).thenRejected('name-taken', {
      ...{ pointer: '/newValue', params: { unit: draftedData.unitId } },
    });
  });

  it('says why and on which document, which is no older than the registration', () => {
    ask({ data: { reason: ' ' } }).thenRejected('text-required', { pointer: '/reason' });
    ask({ data: { document: { ...document, number: '' } } }).thenRejected('text-required', {
      pointer: '/document/number',
    });
    ask({ data: { document: { ...document, issuedOn: '2026-01-31' } } }).thenRejected('dates-out-of-order', {
      pointer: '/document/issuedOn',
    });
  });

  it('is asked once at a time for a field, and not for a draft, which is revised', () => {
    given(decider, ...waiting)
      .when(order('RequestCorrection'))
      .thenRejected('correction-pending', { pointer: '/field' });
    given(decider, ...histories.draft)
      .when(order('RequestCorrection'))
      .thenRejected('wrong-status');
  });
});

describe('asking for a correction that only its asker could approve', () => {
  it('is refused: it would wait for ever', () => {
    given(decider, ...histories.recognized)
      .when(order('RequestCorrection', { facts: { othersMayApprove: false } }))
      .thenRejected('no-other-approver');
    const state = replay(decider, histories.recognized);
    expect(actionsOf(state, [body]).RequestCorrection).toMatchObject({ allowed: false, reason: 'no-other-approver' });
    expect(actionsOf(state, [body], { others: [chief] }).RequestCorrection).toEqual({ allowed: true });
  });
});

describe('approving a correction', () => {
  const approve = (change: Parameters<typeof order<'ApproveCorrection'>>[1] = {}) =>
    given(decider, ...waiting).when(order('ApproveCorrection', change));

  it('is an act of another person, and bears the date of the document', () => {
    approve().then(corrected);
  });

  it('four eyes: neither who asked for it approves it, nor anybody in their name, nor for whom it was asked', () => {
    approve({ actor: body }).thenRejected('approver-is-corrector');
    approve({ actor: { ...chief, onBehalfOf: body.personId } }).thenRejected('approver-is-corrector');
    const forChief = by({ ...body, onBehalfOf: chief.personId })(asked);
    given(decider, ...histories.recognized, ...forChief)
      .when(order('ApproveCorrection'))
      .thenRejected('approver-is-corrector');
  });

  it('is of a request that waits, and once', () => {
    approve({ data: { correctionId: 'another' } }).thenRejected('correction-unknown', { pointer: '/correctionId' });
    given(decider, ...waiting, ...by(chief)(corrected))
      .when(order('ApproveCorrection'))
      .thenRejected('correction-unknown');
  });

  it('does not give it a name that another model of the unit has', () => {
    approve({ facts: { nameTaken: true } }).thenRejected('name-taken', { params: { unit: draftedData.unitId } });
  });

  it('puts the corrected value in place, and keeps what it said', () => {
    expect(given(decider, ...waiting, ...by(chief)(corrected)).state).toMatchObject({
      core: {
        form: { ...form, name: newName },
        requests: [],
        corrections: [{ oldValue: form.name, newValue: newName }],
      },
    });
  });

  it('a correction from before requests were approved by an act stands beside the entry, as it did', () => {
    const { correctionId: _, ...old } = correction;
    const { state } = given(
      decider,
      ...histories.draft,
      recorded(fact('EntryCorrected', { ...old, approvedBy: 'chief' })),
    );
    expect(state).toMatchObject({ core: { form: { name: form.name }, corrections: [{ newValue: newName }] } });
  });
});

describe('declining a correction', () => {
  it('is done with a reason, also by who asked for it; then nothing waits', () => {
    const declined = fact('CorrectionDeclined', { correctionId: 'command-1', field: 'name', reason: 'Tên đã đúng' });
    for (const actor of [chief, body])
      given(decider, ...waiting)
        .when(order('DeclineCorrection', { actor }))
        .then(declined);
    given(decider, ...waiting)
      .when(order('DeclineCorrection', { data: { reason: '' } }))
      .thenRejected('text-required', { pointer: '/reason' });
    given(decider, ...waiting, ...by(chief)(declined))
      .when(order('DeclineCorrection'))
      .thenRejected('correction-unknown');
  });

  it('and a revision of what was returned takes the request along', () => {
    const history = [...histories.submitted, ...by(body)(asked)];
    const returned = fact('RegistrationReturned', { reason: 'Sửa', dueOn: '2026-04-05', count: 1 });
    const revised = fact('RegistrationRevised', { form });
    expect(given(decider, ...history, ...by(body)(returned, revised)).state).toMatchObject({ core: { requests: [] } });
  });
});

describe('what a requested correction waits for', () => {
  it('another officer of the standing body; who asked is told why not they', () => {
    const state = replay(decider, waiting);
    expect(actionsOf(state, [chief]).ApproveCorrection).toEqual({ allowed: true });
    expect(actionsOf(state, [body], { others: [chief] }).ApproveCorrection).toEqual({
      allowed: false,
      reason: 'approver-is-corrector',
      who: [{ role: 'STANDING_BODY_OFFICER', unitId: BODY }],
    });
  });

  it('is a task of the others for each that waits, which it names', () => {
    const task = { command: 'ApproveCorrection', role: 'STANDING_BODY_OFFICER' };
    const one = { ...task, besides: [body.personId], correctionId: 'command-1' };
    const other = { ...task, besides: [chief.personId], correctionId: 'command-2' };
    expect(awaitedIn('RECOGNIZED', waitingFor([body.personId]))).toEqual([one]);
    expect(awaitedIn('RECOGNIZED', waitingFor([body.personId], [chief.personId]))).toEqual([one, other]);
  });

  it('nothing more once it is approved, declined, or overtaken by a revision', () => {
    const one = waitingFor([body.personId]);
    expect(waitingAfter(NOTHING_WAITS, recorded(asked, { actor: body }))).toEqual(one);
    expect(waitingAfter(one, recorded(corrected))).toEqual(NOTHING_WAITS);
    const declined = fact('CorrectionDeclined', { correctionId: 'command-1', field: 'name', reason: 'Đúng' });
    expect(waitingAfter(one, recorded(declined))).toEqual(NOTHING_WAITS);
    const revised = recorded(fact('RegistrationRevised', { form }));
    expect(waitingAfter(waitingFor(['an'], ['binh']), revised).corrections).toEqual([]);
  });
});
