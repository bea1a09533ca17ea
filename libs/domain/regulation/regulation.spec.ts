import { ROLES, type Actor } from '../kernel/index.ts';
import { by, commandMeta, given, recorded } from '../kernel/testing/spec.ts';
import type {
  DraftRegulation,
  PublishRegulation,
  RegulationCommand,
  ReviseRegulation,
  SupersedeRegulation,
} from './commands.ts';
import { decide as decideRegulation, decider as regulationDecider } from './decide.ts';
import type { RegulationEvent } from './events.ts';
import { exampleRegulation } from './example/regulation.ts';
import { inForceOn, type RegulationState } from './state.ts';
import { STEPS } from './steps.ts';

const officer: Actor = { personId: 'officer', role: 'STANDING_BODY_OFFICER', unitId: 'province' };
const colleague: Actor = { ...officer, personId: 'colleague' };
const signer: Actor = { personId: 'signer', role: 'DECISION_SIGNER', unitId: 'province' };

const content = exampleRegulation(2026);
const revisedContent = { ...content, title: 'Quy định minh họa, sửa đổi' };
const drafted: RegulationEvent = {
  type: 'RegulationDrafted',
  data: { regulationId: 'reg-1', unitId: 'province', content },
};
const revised: RegulationEvent = {
  type: 'RegulationRevised',
  data: { regulationId: 'reg-1', content: revisedContent },
};
const published: RegulationEvent = {
  type: 'RegulationPublished',
  data: { regulationId: 'reg-1', number: '12-QĐ/TU', issuedOn: '2026-02-25', from: '2026-03-01', warnings: [] },
  effectiveOn: '2026-03-01',
};
const superseded: RegulationEvent = {
  type: 'RegulationSuperseded',
  data: { regulationId: 'reg-1', byRegulationId: 'reg-2', from: '2027-01-01' },
  effectiveOn: '2027-01-01',
};

const draft = (unitActive = true): DraftRegulation => ({
  type: 'DraftRegulation',
  data: { regulationId: 'reg-1', unitId: 'province', content },
  facts: { unitActive },
  meta: commandMeta({ actor: officer }),
});
const revise: ReviseRegulation = {
  type: 'ReviseRegulation',
  data: { content: revisedContent },
  facts: {},
  meta: commandMeta({ actor: officer }),
};
const publish = (
  data: Partial<PublishRegulation['data']> = {},
  facts: Partial<PublishRegulation['facts']> = {},
  actor = signer,
): PublishRegulation => ({
  type: 'PublishRegulation',
  data: { number: '12-QĐ/TU', issuedOn: '2026-02-25', from: '2026-03-01', illustrative: true, ...data },
  facts: { unitKinds: ['PROVINCE', 'COMMUNE', 'UNIT'], eligible: [], ...facts },
  meta: commandMeta({ actor }),
});

const inDraft = by(officer)(drafted);
const inForce = [...inDraft, ...by(signer)(published)];
const successor = ((): RegulationState =>
  given(
    regulationDecider,
    ...by(officer)<RegulationEvent>({
      ...drafted,
      data: { ...drafted.data, regulationId: 'reg-2' },
    }),
    ...by(signer)<RegulationEvent>({
      ...published,
      data: { ...published.data, regulationId: 'reg-2', from: '2027-01-01' },
    }),
  ).state)();
const supersede = (
  from = '2027-01-01',
  by: SupersedeRegulation['facts']['successor'] = successor,
): SupersedeRegulation => ({
  type: 'SupersedeRegulation',
  data: { byRegulationId: 'reg-2', from },
  facts: { successor: by },
  meta: commandMeta({ actor: signer }),
});

describe('drafting a regulation', () => {
  it('begins a version that may be incomplete', () => {
    given(regulationDecider).when(draft()).then(drafted);
  });

  it('refuses for a unit that is not active, and twice', () => {
    given(regulationDecider).when(draft(false)).thenRejected('unit-not-active', { pointer: '/unitId' });
    given(regulationDecider, ...inDraft)
      .when(draft())
      .thenRejected('regulation-exists');
  });
});

describe('revising a regulation', () => {
  it('replaces the draft', () => {
    given(regulationDecider, ...inDraft)
      .when(revise)
      .then(revised);
    expect(given(regulationDecider, ...inDraft, ...by(colleague)(revised)).state).toMatchObject({
      content: revisedContent,
      authors: ['officer', 'colleague'],
    });
  });

  it('refuses once it is published: the text in force does not change', () => {
    given(regulationDecider, ...inForce)
      .when(revise)
      .thenRejected('regulation-not-draft', { params: { regulationStatus: 'PUBLISHED' } });
  });
});

describe('publishing a regulation', () => {
  it('puts it in force from a day, under its number', () => {
    given(regulationDecider, ...inDraft)
      .when(publish({ number: ' 12-QĐ/TU ' }))
      .then(published);
  });

  it('not under the number of another one', () => {
    given(regulationDecider, ...inDraft)
      .when(publish({}, { numberOf: 'Quy định khác' }))
      .thenRejected('regulation-number-taken', {
        pointer: '/number',
        params: { number: '12-QĐ/TU', regulation: 'Quy định khác' },
      });
  });

  it('that is illustrative takes saying so; one of an office’s own does not', () => {
    const publishing = (of: Partial<PublishRegulation['data']>, illustrative: boolean) => {
      const own = { ...drafted, data: { ...drafted.data, content: { ...content, illustrative } } };
      return given(regulationDecider, ...by(officer)<RegulationEvent>(own)).when(publish(of));
    };
    for (const said of [{ illustrative: undefined }, { illustrative: false }])
      publishing(said, true).thenRejected('regulation-illustrative', { pointer: '/illustrative' });
    publishing({ illustrative: true }, true).then(published);
    publishing({ illustrative: undefined }, false).then(published);
  });

  it('lists the steps for which a unit lacks people, and only those', () => {
    given(regulationDecider, ...inDraft)
      .when(
        publish(
          {},
          {
            eligible: [
              { unitId: 'commune', step: 'SUBMIT', persons: 0 },
              { unitId: 'commune', step: 'DRAFT', persons: 1 },
              { unitId: 'commune', step: 'SCORE', persons: 2 },
              { unitId: 'province', step: 'SCORE', persons: 3 },
              { unitId: 'province', step: 'VOTE', persons: 0 },
            ],
          },
        ),
      )
      .then({
        ...published,
        data: {
          ...published.data,
          warnings: [
            { code: 'no-eligible-person', step: 'SUBMIT', units: 1, examples: ['commune'] },
            { code: 'no-eligible-person', step: 'SCORE', units: 1, examples: ['commune'] },
            { code: 'no-eligible-person', step: 'VOTE', units: 1, examples: ['province'] },
          ],
        },
      });
  });

  it('counts the units that lack people and names a few: the event is as small in an office of 3,356 units', () => {
    const eligible = Array.from({ length: 3356 }, (_, index) => `unit-${String(index)}`).flatMap((unitId) =>
      STEPS.map((step) => ({ unitId, step, persons: 0 })),
    );
    const { outcome } = given(regulationDecider, ...inDraft).when(publish({}, { eligible }));
    expect(outcome).toMatchObject({
      events: [
        {
          data: {
            warnings: STEPS.map((step) => ({ step, units: 3356, examples: ['unit-0', 'unit-1', 'unit-2'] })),
          },
        },
      ],
    });
    expect(JSON.stringify(outcome).length).toBeLessThan(2000);
  });

  it('needs no council where the regulation has no vote', () => {
    const { vote: _vote, ...withoutVote } = content;
    const outcome = decideRegulation(publish({}, { eligible: [{ unitId: 'x', step: 'VOTE', persons: 0 }] }), {
      status: 'DRAFT',
      regulationId: 'reg-1',
      unitId: 'province',
      content: withoutVote,
      authors: ['officer'],
    });
    expect(outcome).toMatchObject({ events: [{ data: { warnings: [] } }] });
  });

  it('refuses whoever drafted it or revised it at any time', () => {
    const revisedByAnother = given(regulationDecider, ...inDraft, ...by(colleague)(revised));
    for (const personId of ['officer', 'colleague'])
      revisedByAnother.when(publish({}, {}, { ...signer, personId })).thenRejected('drafter-publishes');
    revisedByAnother.when(publish()).then(published);
  });

  it('refuses whoever acts for an author, and the person for whom an author acted', () => {
    given(regulationDecider, ...inDraft)
      .when(publish({}, {}, { ...signer, onBehalfOf: 'officer' }))
      .thenRejected('drafter-publishes');
    for (const history of [
      by({ ...officer, onBehalfOf: 'chief' })(drafted),
      [...inDraft, ...by({ ...colleague, onBehalfOf: 'chief' })(revised)],
    ])
      given(regulationDecider, ...history)
        .when(publish({}, {}, { ...signer, personId: 'chief' }))
        .thenRejected('drafter-publishes');
  });

  it('refuses an unsound regulation with every problem at once', () => {
    const unsound = { ...content, title: ' ', vote: { ...content.vote!, minPercent: 101 } };
    const command = publish({}, { unitKinds: ['NATIONAL'] });
    const { outcome } = given(
      regulationDecider,
      ...by(officer)<RegulationEvent>({
        type: 'RegulationDrafted',
        data: { regulationId: 'reg-1', unitId: 'province', content: unsound },
      }),
    ).when(command);
    expect(outcome).toEqual({
      kind: 'rejected',
      reason: 'regulation-invalid',
      params: { count: 2 },
      problems: [
        { pointer: '/title', code: 'title-missing' },
        { pointer: '/vote/minPercent', code: 'percent-invalid' },
      ],
    });
  });

  it('refuses when a kind of unit that registers has nobody to decide on it', () => {
    const authorities = content.authorities.filter(({ unitKind }) => unitKind !== 'COMMUNE');
    const { outcome } = given(
      regulationDecider,
      ...by(officer)<RegulationEvent>({
        type: 'RegulationDrafted',
        data: { regulationId: 'reg-1', unitId: 'province', content: { ...content, authorities } },
      }),
    ).when(publish());
    expect(outcome).toMatchObject({
      reason: 'regulation-invalid',
      problems: expect.arrayContaining([
        { pointer: '/authorities', code: 'no-competent-body', params: { act: 'RECOGNIZE', unitKind: 'COMMUNE' } },
      ]) as unknown,
    });
  });

  it('refuses without a number, with wrong days, issued in the future or in force before it is issued', () => {
    const regulation = given(regulationDecider, ...inDraft);
    regulation.when(publish({ number: ' ' })).thenRejected('number-missing', { pointer: '/number' });
    regulation.when(publish({ issuedOn: '25/02/2026' })).thenRejected('date-invalid', { pointer: '/issuedOn' });
    regulation.when(publish({ from: '2026-02-30' })).thenRejected('date-invalid', { pointer: '/from' });
    regulation
      .when(publish({ issuedOn: '2026-03-03', from: '2026-03-03' }))
      .thenRejected('issued-in-future', { pointer: '/issuedOn' });
    regulation.when(publish({ from: '2026-02-24' })).thenRejected('dates-out-of-order', { pointer: '/from' });
  });

  it('refuses to publish twice', () => {
    given(regulationDecider, ...inForce)
      .when(publish())
      .thenRejected('regulation-not-draft', { params: { regulationStatus: 'PUBLISHED' } });
  });
});

describe('superseding a regulation', () => {
  it('ends it on the day from which the successor is in force, and keeps it readable', () => {
    given(regulationDecider, ...inForce)
      .when(supersede())
      .then(superseded);
    const { state } = given(regulationDecider, ...inForce, ...by(signer)(superseded));
    expect(state).toMatchObject({ status: 'SUPERSEDED', content });
    expect(['2026-02-28', '2026-03-01', '2026-12-31', '2027-01-01'].map((date) => inForceOn(state, date))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('refuses unless it is in force', () => {
    given(regulationDecider, ...inDraft)
      .when(supersede())
      .thenRejected('regulation-not-published', { params: { regulationStatus: 'DRAFT' } });
    given(regulationDecider, ...inForce, ...by(signer)(superseded))
      .when(supersede())
      .thenRejected('regulation-not-published', { params: { regulationStatus: 'SUPERSEDED' } });
  });

  it("refuses a successor that is missing, is itself, is another unit's or is not in force that day", () => {
    const regulation = given(regulationDecider, ...inForce);
    const pointer = '/byRegulationId';
    regulation.when({ ...supersede(), facts: { successor: undefined } }).thenRejected('successor-missing', { pointer });
    regulation.when(supersede('2027-01-01', { status: 'NONE' })).thenRejected('successor-missing', { pointer });
    regulation.when(supersede('2027-01-01', regulation.state)).thenRejected('successor-unfit', { pointer });
    regulation
      .when(supersede('2027-01-01', { ...successor, unitId: 'elsewhere' } as RegulationState))
      .thenRejected('successor-unfit', { pointer });
    regulation.when(supersede('2026-12-31')).thenRejected('successor-not-in-force', { pointer });
  });

  it('refuses a day before its own first day and one that is not in the calendar', () => {
    const regulation = given(regulationDecider, ...inForce);
    regulation.when(supersede('2026-03-01')).thenRejected('dates-out-of-order', { pointer: '/from' });
    regulation.when(supersede('2027-02-29')).thenRejected('date-invalid', { pointer: '/from' });
  });
});

describe('regulations', () => {
  it('nobody revises, publishes or supersedes what was never drafted', () => {
    for (const command of [revise, publish(), supersede()]) {
      given(regulationDecider).when(command).thenRejected('regulation-missing');
    }
  });

  it('are written by the standing body, the first by whoever sets the office up, and put in force by a signer', () => {
    const commands: readonly RegulationCommand[] = [draft(), revise, publish(), supersede()];
    for (const command of commands) {
      for (const role of [...ROLES, 'SYSTEM'] as const) {
        const asked = { ...command, meta: commandMeta({ actor: { ...officer, role } }) };
        const answer = decideRegulation(asked, regulationDecider.initial);
        const writes = command.type === 'DraftRegulation' || command.type === 'ReviseRegulation';
        const begins = role === 'SYSTEM' && command.type === 'DraftRegulation';
        const allowed = begins || role === (writes ? 'STANDING_BODY_OFFICER' : 'DECISION_SIGNER');
        const refused = answer.kind === 'rejected' && answer.reason === 'role-not-allowed';
        expect([command.type, role, refused]).toEqual([command.type, role, !allowed]);
      }
    }
  });

  it('stay as they are when an event does not fit', () => {
    const { state } = given(regulationDecider, ...inForce);
    for (const event of [revised, published]) expect(regulationDecider.evolve(state, recorded(event))).toEqual(state);
    for (const event of [revised, published, superseded]) {
      expect(regulationDecider.evolve({ status: 'NONE' }, recorded(event))).toEqual({ status: 'NONE' });
    }
    expect(inForceOn({ status: 'NONE' }, '2026-03-01')).toBe(false);
    expect(inForceOn(given(regulationDecider, ...inDraft).state, '2026-03-01')).toBe(false);
  });
});
