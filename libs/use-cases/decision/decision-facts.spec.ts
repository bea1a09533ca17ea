import { randomUUID } from 'node:crypto';
import type { Actor, decision, DomainEvent } from '#domain';
import { createEventLog, type EventLog } from '#event-store';
import { createMemoryEventStore } from '#event-store/memory';
import { appraisedModels, createDecisionFixture } from '#support/histories';
import { createEngine } from '#engine';
import { createDecisionFacts } from './decision-facts.ts';

const officer: Actor = { personId: 'officer', role: 'UNIT_OFFICER', unitId: 'commune' };
const verifier: Actor = { personId: 'verifier', role: 'STANDING_BODY_OFFICER', unitId: 'province' };

const setUp = async () => {
  const store = createEventLog(createMemoryEventStore());
  const engine = createEngine({ store });
  const fixture = await createDecisionFixture(store);
  const facts = createDecisionFacts(engine, store);
  const anything: EventLog<DomainEvent> = store;
  const append = async (stream: string, actor: Actor, ...events: readonly DomainEvent[]) => {
    const { revision } = await engine.load(stream, { initial: null, evolve: (state) => state });
    const commandId = randomUUID();
    const meta = { actor, recordedAt: '2026-10-01T02:00:00.000Z', commandId };
    const stored = events.map(({ type, data, effectiveOn = '2026-10-01' }) => ({
      ...{ id: randomUUID(), type, data },
      meta: { ...meta, effectiveOn, correlationId: commandId, commandHash: '0'.repeat(64) },
    }));
    await anything.append(stream, revision === -1 ? 'no-stream' : revision, stored);
  };
  const deciding = (kind: decision.ItemKind, id: string, unitId = fixture.provinceId): decision.DecisionState => ({
    ...{ status: 'FROZEN', decisionId: 'd1', unitId, title: 'Quyết định', refusedNumbers: [] },
    act: kind === 'registration' ? 'RECOGNIZE' : 'COMMEND',
    items: [{ kind, id }],
    manifest: [{ kind, id, revision: 100 }],
    manifestSha256: '',
    frozenBy: ['freezer'],
  });
  const [model = ''] = await appraisedModels(store, fixture, 1);
  const notCompetentOn = async (issuedOn: string, unitId?: string) =>
    (await facts.forIssue(deciding('registration', model, unitId), issuedOn)).notCompetentFor;
  return { fixture, facts, append, deciding, model, notCompetentOn };
};

describe('competence is that of the day of issue', () => {
  it('of a body from its first day to its last', async () => {
    const { fixture, append, model, notCompetentOn } = await setUp();
    await append(`unit-${fixture.provinceId}`, officer, {
      type: 'UnitClosed',
      data: { unitId: fixture.provinceId, on: '2026-10-31', reason: 'Sáp nhập' },
    });
    expect(await notCompetentOn('2025-06-30')).toEqual([model]);
    expect(await notCompetentOn('2025-07-01')).toEqual([]);
    expect(await notCompetentOn('2026-10-31')).toEqual([]);
    expect(await notCompetentOn('2026-11-01')).toEqual([model]);
  });

  it('of a body that stands above the unit on that day, not one of the same kind elsewhere', async () => {
    const { fixture, append, model, notCompetentOn } = await setUp();
    await append('unit-other', officer, {
      type: 'UnitEstablished',
      data: { unitId: 'other', name: 'Tỉnh khác', kind: 'PROVINCE', from: '2025-07-01' },
    });
    await append(`unit-${fixture.communeId}`, officer, {
      type: 'UnitMoved',
      data: { unitId: fixture.communeId, parentId: 'other', from: '2026-09-01' },
    });
    expect(await notCompetentOn('2026-08-31')).toEqual([]);
    expect(await notCompetentOn('2026-08-31', 'other')).toEqual([model]);
    expect(await notCompetentOn('2026-09-01')).toEqual([model]);
    expect(await notCompetentOn('2026-09-01', 'other')).toEqual([]);
  });

  it('of nobody who was never established', async () => {
    const { model, notCompetentOn } = await setUp();
    expect(await notCompetentOn('2026-10-20', 'nowhere')).toEqual([model]);
  });
});

describe('whether anything would come of it', () => {
  it('not where none of the items is as it was frozen', async () => {
    const { facts, deciding, model } = await setUp();
    const frozen = deciding('registration', model);
    expect(await facts.forIssue(frozen, '2026-10-20')).toMatchObject({
      changed: [`Mô hình ${model} (Xã minh họa)`],
      allChanged: true,
    });
    const manifest = [{ kind: 'registration', id: model, revision: 6 }] as const;
    const asItWas = { ...frozen, manifest } as decision.DecisionState;
    expect(await facts.forIssue(asItWas, '2026-10-20')).toMatchObject({ changed: [], allChanged: false });
  });
});

describe('since when an item is ready', () => {
  const by = { decisionId: 'd0', documentNumber: '01-QĐ/TU', decidedOn: '2026-11-24' };
  const effectiveOn = by.decidedOn;

  it('for a revocation, since the recognition and not since the appraisal', async () => {
    const { facts, append, deciding, model } = await setUp();
    const since = async () => (await facts.forIssue(deciding('registration', model), '2026-11-30')).itemsReadyOn;
    expect(await since()).toBe('2026-10-20');
    const data = { registrationId: model, modelId: model, ...by };
    await append(`registration-${model}`, officer, { type: 'ModelRecognized', data, effectiveOn });
    expect(await since()).toBe('2026-11-24');
  });

  it.each(['ModelCommended', 'AchievementCommended'])('for a cancellation, since %s', async (type) => {
    const { facts, append, deciding } = await setUp();
    await append('commendation-c1', officer, { type: 'CommendationSubmitted', data: { commendationId: 'c1' } });
    await append('commendation-c1', officer, { type, data: { commendationId: 'c1', ...by }, effectiveOn });
    const { itemsReadyOn } = await facts.forIssue(deciding('commendation', 'c1'), '2026-11-30');
    expect(itemsReadyOn).toBe('2026-11-24');
  });
});

describe('who stands in the signer’s way', () => {
  it('on a model, everybody who drafted or submitted it, and who appraised it', async () => {
    const { facts, deciding, model } = await setUp();
    const { itemPersons } = await facts.forIssue(deciding('registration', model), '2026-10-20');
    expect(itemPersons).toEqual([
      { id: model, part: 'DRAFTED_OR_SUBMITTED', personIds: ['person-officer'] },
      { id: model, part: 'APPRAISED', personIds: expect.arrayContaining(['person-appraiser-1', 'person-appraiser-3']) },
    ]);
  });

  it('on a commendation, who proposed it and who verified it, before a number is taken', async () => {
    const { fixture, facts, append, deciding } = await setUp();
    const about = {
      commendationId: 'c1',
      unitId: fixture.communeId,
      cycleId: 'cycle',
      regulationId: fixture.regulationId,
    };
    const proposed = {
      ...about,
      form: 'PUBLIC_PRAISE',
      scope: 'MOVEMENT',
      recipient: {},
      achievement: {},
      evidence: [],
    };
    await append('commendation-c1', officer, { type: 'CommendationProposed', data: proposed });
    const verified = { type: 'CommendationVerified', data: { commendationId: 'c1', note: 'Đúng' } };
    await append('commendation-c1', { ...verifier, onBehalfOf: 'chief' }, verified);
    const { itemPersons } = await facts.forIssue(deciding('commendation', 'c1'), '2026-10-20');
    expect(itemPersons).toEqual([
      { id: 'c1', part: 'PROPOSED', personIds: ['officer'] },
      { id: 'c1', part: 'VERIFIED', personIds: ['verifier', 'chief'] },
    ]);
  });
});
