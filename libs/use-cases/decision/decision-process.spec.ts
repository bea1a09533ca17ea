import { randomUUID } from 'node:crypto';
import type { decision, DomainEvent } from '#domain';
import { createEventLog, type EventLog } from '#event-store';
import { createMemoryEventStore } from '#event-store/memory';
import { appraisedModels, bookOf, frozenDecision, createDecisionFixture, sign, type Signing } from '#support/histories';
import { systemClock, createEngine } from '#engine';
import { createDecisionReactions } from './decision-reactions.ts';
import { eventsOf } from '../testing/events-of.ts';

const setUp = async (models = 3) => {
  const store = createEventLog(createMemoryEventStore());
  const engine = createEngine({ store });
  const fixture = await createDecisionFixture(store);
  const ids = await appraisedModels(store, fixture, models);
  const decisionId = await frozenDecision(store, fixture, ids);
  const [apply, carryOn] = createDecisionReactions({ engine, store, clock: systemClock, graceMs: 0 });
  if (!apply || !carryOn) throw new Error('both reactions were expected');
  const react = async (reaction: typeof apply, after = 0) => {
    const { events } = await store.readAll({ after, limit: 10_000, categories: reaction.categories });
    for (const event of events) await reaction.handle(event);
  };
  const typesOf = async (stream: string) => (await eventsOf(store, stream)).map(({ type }) => type);
  const signing = (how: Partial<Signing> = {}) =>
    sign(engine, store, fixture, { decisionId, signerId: 'person-signer', ...how });
  return { store, engine, fixture, ids, decisionId, apply, carryOn, react, typesOf, signing };
};

describe('an issued decision', () => {
  it('reaches each of its models once, however often the reaction sees it', async () => {
    const { store, ids, decisionId, apply, react, typesOf, signing } = await setUp(70);
    expect(await signing()).toMatchObject({ kind: 'done', events: ['DecisionIssued'] });
    for (let time = 0; time < 3; time += 1) await react(apply);
    for (const id of ids)
      expect((await typesOf(`registration-${id}`)).filter((type) => type === 'ModelRecognized')).toHaveLength(1);
    const book = await eventsOf(store, `decision-${decisionId}`);
    expect(book.filter(({ type }) => type === 'DecisionItemApplied')).toHaveLength(70);
    expect(book.at(-1)).toMatchObject({ type: 'DecisionCompleted', data: { applied: 70, rejected: 0 } });
  });

  it('recognizes in the signer’s name, joined to the decision that caused it', async () => {
    const { store, ids, decisionId, apply, react, signing } = await setUp(1);
    await signing();
    await react(apply);
    const issued = (await eventsOf(store, `decision-${decisionId}`)).find(({ type }) => type === 'DecisionIssued');
    expect((await eventsOf(store, `registration-${ids[0]}`)).at(-1)).toMatchObject({
      data: { decisionId, documentNumber: '01-QĐ/TU', decidedOn: '2026-10-20' },
      meta: {
        actor: { personId: 'person-signer', role: 'SYSTEM' },
        effectiveOn: '2026-10-20',
        causationId: issued?.id,
        correlationId: issued?.meta.correlationId,
      },
    });
  });

  it('lists a model that changed after the freeze as dropped out, and the rest goes through', async () => {
    const { store, ids, decisionId, apply, react, typesOf, signing } = await setUp(3);
    const stream = `registration-${ids[1]}`;
    const [first] = await eventsOf(store, stream);
    if (!first) throw new Error('the registration was to have events');
    const anything: EventLog<DomainEvent> = store;
    await anything.append(stream, 6, [{ ...first, id: randomUUID(), type: 'EntryCorrected', data: {} }]);
    await signing();
    for (let time = 0; time < 2; time += 1) await react(apply);
    const book = await eventsOf(store, `decision-${decisionId}`);
    expect(book.filter(({ type }) => type === 'DecisionItemRejected').map(({ data }) => data)).toEqual([
      { decisionId, kind: 'registration', id: ids[1], reason: 'changed-after-freeze' },
    ]);
    expect(book.at(-1)).toMatchObject({ data: { applied: 2, rejected: 1 } });
    expect(await typesOf(stream)).not.toContain('ModelRecognized');
  });

  it('goes on where it stopped when some of the models had it already', async () => {
    const { store, engine, ids, decisionId, apply, react, typesOf, signing } = await setUp(5);
    await signing();
    let left = 3;
    const dying: typeof engine = {
      ...engine,
      run: (request) => {
        if (request.stream.startsWith('registration-') && left-- <= 0) throw new Error('the power failed');
        return engine.run(request);
      },
    };
    const [halfWay] = createDecisionReactions({ engine: dying, store, clock: systemClock });
    await expect(react(halfWay ?? apply)).rejects.toThrow('the power failed');
    await react(apply);
    for (const id of ids) expect((await typesOf(`registration-${id}`)).at(-1)).toBe('ModelRecognized');
    expect((await eventsOf(store, `decision-${decisionId}`)).at(-1)).toMatchObject({ data: { applied: 5 } });
  });
});

describe('a number whose signer’s process died', () => {
  it('is used: the decision is issued with it, once', async () => {
    const { decisionId, carryOn, react, typesOf, signing } = await setUp();
    await signing({ diesAfterNumber: true });
    expect(await typesOf(`decision-${decisionId}`)).not.toContain('DecisionIssued');
    for (let time = 0; time < 2; time += 1) await react(carryOn);
    expect((await typesOf(`decision-${decisionId}`)).filter((type) => type === 'DecisionIssued')).toHaveLength(1);
  });

  it('is struck with the reason when the signer may not sign', async () => {
    const { store, fixture, decisionId, apply, carryOn, react, typesOf, signing } = await setUp();
    await signing({ signerId: 'person-appraiser-1', diesAfterNumber: true });
    for (let time = 0; time < 2; time += 1) await react(carryOn).then(() => react(apply));
    expect(await typesOf(`decision-${decisionId}`)).toContain('DecisionNumberRefused');
    const [, struck, ...more] = await eventsOf(store, bookOf(fixture));
    expect(more).toEqual([]);
    expect(struck).toMatchObject({ type: 'NumberVoided', data: { number: 1, reason: 'signer-appraised' } });
  });

  it('is left alone when the signer’s own request finished the work', async () => {
    const { fixture, decisionId, carryOn, react, typesOf, signing } = await setUp();
    await signing();
    await react(carryOn);
    expect(await typesOf(bookOf(fixture))).toEqual(['NumberReserved']);
    expect(await typesOf(`decision-${decisionId}`)).not.toContain('DecisionNumberRefused');
  });

  it('is struck at once when there is no such decision', async () => {
    const { fixture, carryOn, react, typesOf, signing } = await setUp();
    await signing({ decisionId: randomUUID(), diesAfterNumber: true });
    for (let time = 0; time < 2; time += 1) await react(carryOn);
    expect(await typesOf(bookOf(fixture))).toEqual(['NumberReserved', 'NumberVoided']);
  });
});

describe('the facts of an issue', () => {
  it('name the items outside the signing body’s competence', async () => {
    const { store, engine, fixture, ids } = await setUp();
    const foreign = { ...fixture, provinceId: fixture.communeId };
    const decisionId = await frozenDecision(store, foreign, ids);
    const answer = await sign(engine, store, foreign, { decisionId, signerId: 'person-signer' });
    expect(answer).toMatchObject({ kind: 'rejected', reason: 'not-competent' satisfies decision.DecisionRejection });
  });
});
