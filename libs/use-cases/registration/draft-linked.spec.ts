import { randomUUID } from 'node:crypto';
import type { Actor, registration } from '#domain';
import { deriveId, createMemoryCheckpoints, createReactionRunner } from '#engine';
import { announce, furnishMovement, type Movement } from '../testing/movement.ts';
import { createIncidentActs } from '#support/histories';
import { createIncidents } from '../incident/incidents.ts';
import { createReactionFailures } from '../incident/reaction-failures.ts';
import { draftLinked } from './draft-linked.ts';
import { eventsOf } from '../testing/events-of.ts';
import { until } from '#support/until';

const setUp = async () => {
  const movement = await furnishMovement();
  return { ...movement, reaction: draftLinked(movement) };
};

type Drafted = Extract<registration.RegistrationEvent, { readonly type: 'RegistrationDrafted' }>['data'];

describe('a model that is replicated', () => {
  it('gets a draft of the adopting unit, a new model linked to its source', async () => {
    const { ids, reaction, openCycle, replicate, draftOf } = await setUp();
    await openCycle();
    const [event, id] = await announce(replicate);
    await reaction.handle(event);
    const drafted = await draftOf(id);
    expect(drafted).toMatchObject({
      type: 'RegistrationDrafted',
      data: {
        registrationId: id,
        unitId: ids.neighbourId,
        cycleId: ids.cycleId,
        origin: { kind: 'REPLICATES', registrationId: ids.source },
        form: { name: `Mô hình ${ids.source}` },
      },
      meta: {
        actor: { personId: 'person-head', role: 'SYSTEM', unitId: ids.neighbourId },
        causationId: event.id,
        correlationId: event.meta.correlationId,
      },
    });
    expect((drafted?.data as Drafted).modelId).not.toBe(deriveId(ids.source, 'model'));
  });

  it('gets it once, however often the reaction sees it, and whenever', async () => {
    const { reaction, clock, openCycle, replicate, draftOf } = await setUp();
    await openCycle();
    const [event, id] = await announce(replicate);
    await reaction.handle(event);
    const first = await draftOf(id);
    clock.set('2027-01-02T02:00:00.000Z');
    await Promise.all([reaction.handle(event), reaction.handle(event)]);
    expect(await draftOf(id)).toEqual(first);
  });

  it('gets it although the process died after the draft and before the answer', async () => {
    const { store, engine, clock, reaction, openCycle, replicate, draftOf } = await setUp();
    await openCycle();
    const [event, id] = await announce(replicate);
    const dying: typeof engine = {
      ...engine,
      run: async (request) => {
        await engine.run(request);
        throw new Error('the power failed');
      },
    };
    await expect(draftLinked({ engine: dying, store, clock }).handle(event)).rejects.toThrow('the power failed');
    await reaction.handle(event);
    expect(await draftOf(id)).toMatchObject({ type: 'RegistrationDrafted' });
  });

  it('gets it although its recognition was revoked before the draft was made', async () => {
    const { ids, reaction, write, openCycle, replicate, draftOf } = await setUp();
    await openCycle();
    const [event, id] = await announce(replicate);
    await write(`registration-${ids.source}`, {
      type: 'RecognitionRevoked',
      data: {
        ...{ registrationId: ids.source, decisionId: randomUUID(), documentNumber: '02-QĐ/TU' },
        ...{ decidedOn: '2026-11-02', ground: 'Gian dối', citesDecisionId: randomUUID() },
      },
    });
    await reaction.handle(event);
    expect(await draftOf(id)).toMatchObject({ type: 'RegistrationDrafted' });
  });
});

describe('a model that is carried forward', () => {
  it('gets a draft of the same model and unit in the next cycle, once', async () => {
    const { ids, reaction, openCycle, carryForward, draftOf } = await setUp();
    await openCycle();
    const [event, id] = await announce(carryForward);
    for (let time = 0; time < 3; time += 1) await reaction.handle(event);
    expect(await draftOf(id)).toMatchObject({
      data: {
        registrationId: id,
        modelId: deriveId(ids.source, 'model'),
        unitId: ids.communeId,
        origin: { kind: 'CONTINUES', registrationId: ids.source },
      },
      meta: { actor: { personId: 'person-officer', role: 'SYSTEM' } },
    });
  });

  it('follows no other event', async () => {
    const { store, reaction } = await setUp();
    const { events } = await store.readAll({ after: 0, limit: 100, categories: reaction.categories });
    for (const event of events) await reaction.handle(event);
    expect(await store.head()).toBe(events.at(-1)?.position);
  });
});

describe('a draft that is refused', () => {
  const causes: readonly [string, string, (movement: Movement) => Promise<unknown>][] = [
    ['the cycle does not exist', 'cycle-not-open at /cycleId', () => Promise.resolve()],
    [
      'the cycle was closed meanwhile',
      'cycle-not-open at /cycleId',
      async ({ ids, openCycle, write }) => {
        await openCycle();
        await write(`cycle-${ids.cycleId}`, { type: 'CycleClosed', data: { cycleId: ids.cycleId, reason: 'Hết năm' } });
      },
    ],
    ['the cycle is another unit’s', 'cycle-not-open at /cycleId', ({ ids, openCycle }) => openCycle({}, ids.communeId)],
    [
      'the unit was closed meanwhile',
      'unit-not-active at /unitId',
      async ({ ids, openCycle, write }) => {
        await openCycle();
        await write(`unit-${ids.neighbourId}`, {
          type: 'UnitClosed',
          data: { unitId: ids.neighbourId, on: '2026-10-31', reason: 'Sáp nhập' },
        });
      },
    ],
    [
      'the new regulation does not know the field',
      'field-unknown at /form/field',
      ({ openCycle }) => openCycle({ fields: [{ code: 'KHAC', name: 'Khác' }] }),
    ],
  ];

  it.each(causes)('says so when %s', async (_why, reason, prepare) => {
    const fixture = await setUp();
    await prepare(fixture);
    const [event, id] = await announce(fixture.replicate);
    await expect(fixture.reaction.handle(event)).rejects.toThrow(
      `the draft ${id} announced by ModelReplicated was refused: ${reason}`,
    );
    expect(await eventsOf(fixture.store, `registration-${id}`)).toEqual([]);
  });

  it('becomes an incident with its cause, and is made when it is tried again after the obstacle is gone', async () => {
    const { store, engine, clock, reaction, openCycle, replicate } = await setUp();
    const tools = { engine, clock, incidents: createIncidents(store) };
    const service = createIncidentActs(tools);
    const stop = new AbortController();
    const running = createReactionRunner({
      ...{ reaction, store, owner: 'runner-1', checkpoints: createMemoryCheckpoints() },
      failures: createReactionFailures(tools),
      ...{ tries: 2, retryMs: 1, waitMs: 5 },
    }).run(stop.signal);
    const [, id] = await announce(replicate);
    const raised = await until(async () => (await service.listIncidents({ status: 'OPEN' }))[0]);
    expect(raised).toMatchObject({ reaction: 'draft-linked', eventType: 'ModelReplicated' });
    expect(raised.cause).toContain('was refused: cycle-not-open at /cycleId');

    await openCycle();
    const actor: Actor = { personId: 'person-admin', role: 'SYSTEM_ADMIN', unitId: 'unit-1' };
    await service.retryIncident(raised.id, { commandId: randomUUID(), actor }, 'Đã mở đợt');
    const drafted = await until(async () => (await eventsOf(store, `registration-${id}`))[0]);
    expect(drafted).toMatchObject({ type: 'RegistrationDrafted' });
    stop.abort();
    await running;
  });
});
