import { randomUUID } from 'node:crypto';
import type { Actor } from '#domain';
import type { EventLog, RecordedEvent } from '#event-store';
import { createIncidentActs } from '#support/histories';
import { createIncidents, createReactionFailures } from '#use-cases';
import { systemClock } from '../clock.ts';
import { createEngine } from '../engine.ts';
import { deriveId } from '../ids.ts';
import { add, eventsOf, seeded, tallyLog } from '../testing/tally.ts';
import type { ReactionCheckpoints } from './checkpoints.port.ts';
import { createMemoryCheckpoints } from './memory-checkpoints.ts';
import { createReactionRunner } from './reaction-runner.ts';
import { until } from '#support/until';

const admin: Actor = { personId: 'person-admin', role: 'SYSTEM_ADMIN', unitId: 'unit-1' };

/** Every event of a `tally` stream is mirrored into `mirror-<id>`, by a command derived from the event. */
const setUp = (store: EventLog = tallyLog()) => {
  const engine = createEngine({ store, random: seeded(1) });
  const tools = { engine, clock: systemClock, incidents: createIncidents(store) };
  const service = createIncidentActs(tools);
  const failures = createReactionFailures(tools);
  const poison = new Set<string>();
  const handled: RecordedEvent[] = [];
  const checkpoints = createMemoryCheckpoints();
  const mirror = (stream: string) => stream.replace('tally', 'mirror');
  const reaction = {
    name: 'mirror',
    categories: ['tally'],
    handle: async (event: RecordedEvent) => {
      if (poison.has(event.id)) throw new Error('cannot be mirrored');
      await add(engine, { stream: mirror(event.stream), commandId: deriveId(event.id, 'mirror') });
      handled.push(event);
    },
  };
  const start = (own: ReactionCheckpoints = checkpoints, owner = randomUUID()) => {
    const stop = new AbortController();
    const errors: unknown[] = [];
    const runner = createReactionRunner({
      ...{ reaction, store, failures, owner, checkpoints: own },
      ...{ tries: 2, retryMs: 1, waitMs: 10, leaseMs: 60, random: seeded(2), onError: (error) => errors.push(error) },
    });
    const running = runner.run(stop.signal);
    const end = async () => {
      stop.abort();
      await running;
    };
    return { end, errors, runner };
  };
  const mirrored = async (stream = 'tally-1') => (await eventsOf(store, mirror(stream))).length;
  const write = async (stream = 'tally-1', poisoned = false) => {
    const commandId = randomUUID();
    if (poisoned) poison.add((await import('../ids.ts')).eventId(commandId, 0));
    await add(engine, { stream, commandId });
  };
  return { store, engine, service, poison, handled, checkpoints, start, mirrored, write };
};

describe('a reaction', () => {
  it('acts on every event once, also on those written while it was away', async () => {
    const { start, mirrored, write } = setUp();
    await write();
    const first = start();
    await until(async () => (await mirrored()) === 1);
    await first.end();
    await write();
    await write();
    const second = start();
    await until(async () => (await mirrored()) === 3);
    await second.end();
    expect(await mirrored()).toBe(3);
  });

  it('that dies between its command and its checkpoint acts once all the same', async () => {
    const { start, mirrored, write, checkpoints, handled } = setUp();
    for (let count = 0; count < 3; count += 1) await write();
    const crashing: ReactionCheckpoints = {
      ...checkpoints,
      advance: async (...args) => {
        if (handled.length < 9) throw new Error('killed before the checkpoint');
        return checkpoints.advance(...args);
      },
    };
    const { end, errors } = start(crashing);
    await until(() => handled.length >= 9);
    await end();
    expect(errors).toHaveLength(2);
    expect(await mirrored()).toBe(3);
  });

  it('is run by one runner at a time; the other takes over when it stops', async () => {
    const { start, mirrored, write, handled } = setUp();
    const first = start();
    const second = start();
    for (let count = 0; count < 5; count += 1) await write();
    await until(async () => (await mirrored()) === 5);
    expect(handled).toHaveLength(5);
    await first.end();
    await write();
    await until(async () => (await mirrored()) === 6);
    await second.end();
    expect(handled).toHaveLength(6);
  });

  it('that has nothing to do moves its checkpoint all the same, and does not read the log again after a restart', async () => {
    const { start, write, checkpoints } = setUp();
    for (let count = 0; count < 20; count += 1) await write('other-1');
    const standing = async () => (await checkpoints.standings())[0]?.position;
    const idle = start();
    await until(async () => (await standing()) === 20);
    await write('other-1');
    await until(async () => (await standing()) === 21);
    await idle.end();
    const again = start();
    await until(async () => (await again.runner.progress()).position === 21);
    await again.end();
  });

  it('cannot move the checkpoint back when another runner has taken over meanwhile', async () => {
    const checkpoints = createMemoryCheckpoints();
    const stalled = await checkpoints.acquire('mirror', 'one', -1);
    const active = await checkpoints.acquire('mirror', 'two', 1000);
    if (!stalled || !active) throw new Error('both runners were to get the lease');
    expect(await checkpoints.advance(active, 10, 1000)).toBe(true);
    expect(await checkpoints.advance(stalled, 5, 1000)).toBe(false);
    await checkpoints.release(stalled);
    expect(await checkpoints.acquire('mirror', 'three', 1000)).toBeUndefined();
    await checkpoints.release(active);
    expect(await checkpoints.acquire('mirror', 'three', 1000)).toMatchObject({ position: 10 });
  });
});

describe('an event that keeps failing', () => {
  const failing = async () => {
    const world = setUp();
    await world.write('tally-1');
    await world.write('tally-1', true);
    await world.write('tally-1');
    await world.write('tally-2');
    const { end } = world.start();
    await until(async () => (await world.mirrored('tally-2')) === 1);
    const [incident] = await world.service.listIncidents();
    if (!incident) throw new Error('no incident was raised');
    const asked = (commandId = randomUUID()) => ({ commandId, actor: admin });
    return { ...world, end, incident, asked };
  };

  it('becomes an incident that says what failed, why, and since when', async () => {
    const { incident, end } = await failing();
    await end();
    expect(incident).toMatchObject({
      reaction: 'mirror',
      stream: 'tally-1',
      position: 2,
      revision: 1,
      cause: 'Error: cannot be mirrored',
      attempts: 2,
      status: 'OPEN',
      released: false,
    });
    expect(Date.parse(incident.since)).toBeGreaterThan(0);
  });

  it('holds back its own stream, and no other', async () => {
    const { mirrored, write, end } = await failing();
    await write('tally-1');
    await write('tally-2');
    await until(async () => (await mirrored('tally-2')) === 2);
    await end();
    expect(await mirrored('tally-1')).toBe(1);
  });

  it('is handled after a retry, and then what waited behind it, in order', async () => {
    const { service, incident, asked, mirrored, poison, handled, end } = await failing();
    poison.clear();
    const by = asked();
    const answer = await service.retryIncident(incident.id, by, 'the disk was enlarged');
    expect(answer).toMatchObject({ kind: 'done', events: ['IncidentRetried'] });
    expect(await service.retryIncident(incident.id, by, 'the disk was enlarged')).toEqual(answer);
    await until(async () => (await mirrored('tally-1')) === 3);
    await until(async () => (await service.listIncidents({ status: 'OPEN' })).length === 0);
    await end();
    const order = handled.filter(({ stream }) => stream === 'tally-1').map(({ revision }) => revision);
    expect(order).toEqual([0, 1, 2]);
  });

  it('is open again when the retry failed, with more attempts', async () => {
    const { service, incident, asked, mirrored, end } = await failing();
    await service.retryIncident(incident.id, asked(), 'perhaps');
    await until(async () => (await service.listIncidents()).some(({ attempts }) => attempts === 4));
    await end();
    expect(await service.listIncidents()).toMatchObject([{ status: 'OPEN', retryAsked: false, since: incident.since }]);
    expect(await mirrored('tally-1')).toBe(1);
  });

  it('is passed over when it was settled by hand; the act is on record with who and why', async () => {
    const { store, service, incident, asked, mirrored, handled, write, end } = await failing();
    await service.resolveIncident(incident.id, asked(), 'entered by hand');
    await until(async () => (await mirrored('tally-1')) === 2);
    await write('tally-1');
    await until(async () => (await mirrored('tally-1')) === 3);
    await end();
    expect(handled.filter(({ stream }) => stream === 'tally-1').map(({ revision }) => revision)).toEqual([0, 2, 3]);
    const story = await eventsOf(store, `incident-${incident.id}`);
    expect(story.map(({ type }) => type)).toEqual(['IncidentRaised', 'IncidentResolved', 'StreamReleased']);
    expect(story[1]).toMatchObject({ data: { reason: 'entered by hand' }, meta: { actor: admin } });
  });

  it('a second one behind it becomes an incident of its own', async () => {
    const { service, incident, asked, mirrored, poison, write, end } = await failing();
    await write('tally-1', true);
    await write('tally-1');
    await service.resolveIncident(incident.id, asked(), 'entered by hand');
    await until(async () => (await service.listIncidents()).length === 2);
    await until(async () => (await service.listIncidents())[0]?.released === true);
    const [, second] = await service.listIncidents();
    expect(second).toMatchObject({ revision: 3, status: 'OPEN' });
    expect(await mirrored('tally-1')).toBe(2);
    poison.clear();
    await service.retryIncident(second?.id ?? '', asked(), 'repaired');
    await until(async () => (await mirrored('tally-1')) === 4);
    await end();
  });

  it('still waits after a restart, and what people ask while nobody runs is done then', async () => {
    const { store, service, incident, asked, mirrored, poison, start, end } = await failing();
    await end();
    const idle = start();
    await until(async () => (await idle.runner.progress()).position === (await store.head()));
    await idle.end();
    expect(await mirrored('tally-1')).toBe(1);
    poison.clear();
    await service.retryIncident(incident.id, asked(), 'repaired');
    const again = start();
    await until(async () => (await mirrored('tally-1')) === 3);
    await again.end();
  });
});
