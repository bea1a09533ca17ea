import { by, given } from '../../kernel/testing/spec.ts';
import { decider } from '../decide.ts';
import { fact, histories } from '../testing/history.ts';
import { body, inspector, signer } from '../testing/people.ts';
import { anotherRegulation, minutes, photo, report } from '../testing/regulation.ts';
import { order } from '../testing/orders.ts';

describe('implementing a registered model', () => {
  const started = (startedOn: string, recognitionOpensOn: string) =>
    fact('ImplementationStarted', { plan: 'Ba bước', startedOn, recognitionOpensOn }, startedOn);

  it('the head starts it with a plan; it counts from the day it started, and tells from when recognition may be asked for', () => {
    given(decider, ...histories.registered)
      .when(order('StartImplementation'))
      .then(started('2026-03-01', '2026-05-30'));
  });

  it('there is no start without a plan or in the future', () => {
    const registered = given(decider, ...histories.registered);
    registered.when(order('StartImplementation', { data: { plan: ' ' } })).thenRejected('text-required');
    registered.when(order('StartImplementation', { data: { startedOn: '2026-03-03' } })).thenRejected('date-in-future');
    registered.when(order('StartImplementation', { data: { startedOn: 'sớm' } })).thenRejected('date-invalid');
  });

  it('work cannot have started before the model was registered, but on that very day', () => {
    const registered = given(decider, ...histories.registered);
    registered
      .when(order('StartImplementation', { data: { startedOn: '2026-02-19' } }))
      .thenRejected('started-before-registration', {
        pointer: '/startedOn',
        params: { registeredOn: '2026-02-20' },
      });
    registered
      .when(order('StartImplementation', { data: { startedOn: '2026-02-20' } }))
      .then(started('2026-02-20', '2026-05-21'));
  });

  it('the officer records progress with indicators and files', () => {
    given(decider, ...histories.inProgress)
      .when(order('RecordProgress'))
      .then(
        fact('ProgressRecorded', {
          note: 'Trồng 2 km',
          indicators: [{ name: 'Chiều dài', value: 2, unit: 'km' }],
          evidence: [photo],
        }),
      );
  });

  it('progress without a note, with a nameless indicator or an unknown file is not recorded', () => {
    const running = given(decider, ...histories.inProgress);
    const nameless = [{ name: '', value: 1, unit: 'km' }];
    const endless = [{ name: 'Dài', value: Infinity, unit: 'km' }];
    running.when(order('RecordProgress', { data: { note: '' } })).thenRejected('text-required');
    running.when(order('RecordProgress', { data: { indicators: nameless } })).thenRejected('indicator-invalid');
    running.when(order('RecordProgress', { data: { indicators: endless } })).thenRejected('indicator-invalid');
    running
      .when(order('RecordProgress', { data: { evidenceIds: ['photo', 'lost'] } }))
      .thenRejected('evidence-unknown', { pointer: '/evidenceIds/1' });
  });

  it('the standing body and the inspector record inspections, on what is registered or running', () => {
    for (const history of [histories.registered, histories.inProgress]) {
      given(decider, ...history)
        .when(order('RecordInspection', { actor: inspector, data: { kind: 'URGING', remedyDueOn: '2026-05-20' } }))
        .then(fact('InspectionRecorded', { kind: 'URGING', findings: 'Đúng tiến độ', remedyDueOn: '2026-05-20' }));
    }
  });

  it('an inspection has findings, and its remedy is due in the future', () => {
    const running = given(decider, ...histories.inProgress);
    running.when(order('RecordInspection', { data: { findings: '' } })).thenRejected('text-required');
    running.when(order('RecordInspection', { data: { remedyDueOn: '2026-05-01' } })).thenRejected('date-in-past');
  });

  it('the standing body discontinues a model with a reason', () => {
    const running = given(decider, ...histories.inProgress);
    running.when(order('DiscontinueModel')).then(fact('ModelDiscontinued', { reason: 'Trùng nguồn vốn' }));
    running.when(order('DiscontinueModel', { data: { reason: '' } })).thenRejected('text-required');
  });
});

describe('requesting recognition', () => {
  const request = (change: Parameters<typeof order<'RequestRecognition'>>[1] = {}) =>
    given(decider, ...histories.inProgress).when(order('RequestRecognition', change));
  const results = order('RequestRecognition').data.results;

  it('the head requests it with the required documents and a result per criterion', () => {
    request().then(fact('RecognitionRequested', { evidence: [report], results }));
  });

  it('a file named twice is attached once', () => {
    request({ data: { evidenceIds: ['report', 'report'] } }).then(
      fact('RecognitionRequested', { evidence: [report], results }),
    );
  });

  it('a required document must be among the files', () => {
    request({ data: { evidenceIds: ['photo'] } }).thenRejected('document-missing', {
      params: { kinds: ['RESULT_REPORT'] },
    });
    request({ data: { evidenceIds: ['lost'] } }).thenRejected('evidence-unknown', { pointer: '/evidenceIds/0' });
  });

  it('every registered criterion has one result, and no other', () => {
    const [first, second] = [
      { criterion: 'C1', result: 'Đạt' },
      { criterion: 'C2', result: ' ' },
    ];
    request({ data: { results: [first, second] } }).thenRejected('result-missing', {
      params: { criteria: ['C2 (Nhân rộng)'] },
    });
    request({ data: { results: [first, first] } }).thenRejected('criterion-twice', { pointer: '/results/1/criterion' });
    request({ data: { results: [{ criterion: 'C9', result: 'Đạt' }] } }).thenRejected('criterion-unknown');
  });

  it('not before the model has run for the shortest time', () => {
    request({ on: '2026-05-29' }).thenRejected('implementation-too-short', {
      params: { days: 89, minImplementationDays: 90 },
    });
    request({ on: '2026-05-30' }).then(fact('RecognitionRequested', { evidence: [report], results }));
  });

  it('not after the deadline for dossiers, unless it was extended', () => {
    request({ on: '2026-11-01' }).thenRejected('deadline-passed', {
      params: { limit: 'DOSSIER', deadline: '2026-10-31' },
    });
    request({ on: '2026-11-01', facts: { deadline: '2026-11-05' } }).then(
      fact('RecognitionRequested', { evidence: [report], results }),
    );
  });

  it('the regulation pinned at the registration decides, no later one', () => {
    request({ facts: { regulation: anotherRegulation } }).thenRejected('not-the-pinned-regulation');
  });
});

describe('supplementing a dossier', () => {
  const requested = given(decider, ...histories.requested);
  const waiting = given(decider, ...histories.supplement);

  it('the standing body asks for what is missing, until a day', () => {
    requested
      .when(order('RequireSupplement'))
      .then(fact('SupplementRequired', { missing: ['Ảnh'], dueOn: '2026-09-15' }));
  });

  it('it says what is missing, and gives no longer than the regulation allows', () => {
    requested.when(order('RequireSupplement', { data: { missing: [' '] } })).thenRejected('missing-items-required');
    requested.when(order('RequireSupplement', { data: { dueOn: '2026-09-04' } })).thenRejected('date-in-past');
    requested
      .when(order('RequireSupplement', { data: { dueOn: '2026-09-16' } }))
      .thenRejected('supplement-term-too-long', { params: { supplementDays: 10 } });
    requested
      .when(order('RequireSupplement', { facts: { regulation: anotherRegulation } }))
      .thenRejected('not-the-pinned-regulation');
  });

  it('the head supplements until the due day', () => {
    const provided = fact('SupplementProvided', { evidence: [photo], note: 'Bổ sung ảnh' });
    waiting.when(order('ProvideSupplement', { on: '2026-09-15' })).then(provided);
    waiting.when(order('ProvideSupplement', { on: '2026-09-16' })).thenRejected('supplement-overdue');
    waiting.when(order('ProvideSupplement', { data: { note: '' } })).thenRejected('text-required');
    waiting.when(order('ProvideSupplement', { data: { evidenceIds: ['lost'] } })).thenRejected('evidence-unknown');
  });

  it('the dossier lapses the day after, by the standing body or by itself', () => {
    const lapsed = fact('DossierLapsed', { dueOn: '2026-09-15' });
    waiting.when(order('LapseDossier')).then(lapsed);
    waiting.when(order('LapseDossier', { actor: signer })).then(lapsed);
    waiting.when(order('LapseDossier', { on: '2026-09-15' })).thenRejected('supplement-not-overdue');
  });

  it('a lapsed dossier may be requested again by the unit', () => {
    given(decider, ...histories.supplement, ...by(body)(fact('DossierLapsed', { dueOn: '2026-09-15' })))
      .when(order('RequestRecognition', { on: '2026-10-01', data: { evidenceIds: ['report', 'minutes'] } }))
      .then(
        fact('RecognitionRequested', {
          evidence: [report, minutes],
          results: order('RequestRecognition').data.results,
        }),
      );
  });
});
