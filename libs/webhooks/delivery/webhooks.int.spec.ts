import { randomBytes, randomUUID } from 'node:crypto';
import { createPostgresCheckpoints, systemClock } from '#engine';
import { until } from '#support/until';
import { Webhook } from 'standardwebhooks';
import { createWebhookSecrets } from '../sending/secrets.ts';
import { createWebhookService } from '../webhook-service.ts';
import { createStandings } from './standings.ts';
import { ok, status, worlds } from '../testing/world.ts';

describe('a webhook', () => {
  const here = worlds();

  it('is told of what happens from now on, in order, with a signature its receiver can check', async () => {
    const world = here();
    await world.happen(2);
    const { secret } = await world.register();
    const ids = await world.happen(5);
    await world.deliver();
    await until(() => world.receiver.got.length >= 5);
    expect(world.told()).toEqual(ids);
    for (const { headers, body } of world.receiver.got)
      expect(new Webhook(secret).verify(body, headers)).toMatchObject({
        type: 'CycleClosed',
        timestamp: '2026-03-02T01:30:00.000Z',
      });
    expect(() =>
      new Webhook(`whsec_${randomBytes(32).toString('base64')}`).verify(
        world.receiver.got[0]?.body ?? '',
        world.receiver.got[0]?.headers ?? {},
      ),
    ).toThrow();
    expect(new Set(world.receiver.got.map(({ id }) => id)).size).toBe(5);
  });

  it('is told from the first event where that was asked for, and of its types only', async () => {
    const world = here();
    const [before] = await world.happen(1);
    await world.happen(1, 'CycleOpened');
    const { id } = await world.register({ begin: 'FIRST_EVENT', eventTypes: ['CycleClosed'] });
    const [after] = await world.happen(1);
    await world.deliver();
    await until(async () => (await world.service.find(id))?.standing.position === (await world.store.head()));
    expect(world.told()).toEqual([before, after]);
  });

  it('tries again, with the same id, until the event is taken', async () => {
    const world = here();
    let answers = 0;
    world.receiver.answer = (...all) => ((answers += 1) < 3 ? status(503) : ok)(...all);
    const { id } = await world.register();
    await world.happen(1);
    await world.deliver();
    await until(() => world.receiver.got.length >= 3);
    expect(new Set(world.receiver.got.map((one) => one.id)).size).toBe(1);
    await until(async () => typeof (await world.service.find(id))?.standing.lastSuccessAt === 'string');
    expect(await world.service.find(id)).toMatchObject({ parkedCount: 0, standing: { lastFailure: 'answered 503' } });
  });

  it('is shown with all that was set aside up to the position it tells, though that happens while it is asked', async () => {
    const world = here();
    world.receiver.answer = status(500);
    const { id } = await world.register();
    await world.happen(1);
    const standings = createStandings(world.pool);
    const of = async (webhookId: string) => {
      await world.deliver({ tries: 1 });
      await until(async () => (await standings.of(webhookId)).position === (await world.store.head()));
      return standings.of(webhookId);
    };
    const service = createWebhookService({ ...world, clock: systemClock, standings: { of }, targets: [] });
    expect(await service.find(id)).toMatchObject({ parkedCount: 1, standing: { position: await world.store.head() } });
  });

  it('waits as long as the receiver asks, within bounds', async () => {
    const world = here();
    const times: number[] = [];
    world.receiver.answer = (...all) =>
      (times.push(Date.now()) < 2 ? status(429, { 'retry-after': '3600' }) : ok)(...all);
    await world.register();
    await world.happen(1);
    await world.deliver({ maxRetryMs: 400 });
    await until(() => times.length >= 2);
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(390);
  });

  it('sets aside what is not taken, goes on, and sends it again when somebody asks', async () => {
    const world = here();
    const { id } = await world.register();
    const [bad, good] = await world.happen(2);
    world.receiver.answer = (response, got, request) =>
      (got.body.includes(String(bad)) ? status(500) : ok)(response, got, request);
    await world.deliver();
    await until(() => world.told().includes(String(good)));
    expect(await world.parked(id)).toMatchObject([
      { eventId: bad, cause: 'answered 500', attempts: 3, status: 'PARKED' },
    ]);
    expect(world.told()).toEqual([bad, bad, bad, good]);

    await world.say(id, { type: 'ReplayDeliveries', data: { eventIds: [] }, facts: {} });
    await until(() => world.receiver.got.length >= 7);
    await until(async () => (await world.parked(id))[0]?.status === 'PARKED');
    world.receiver.answer = ok;
    await world.say(id, { type: 'ReplayDeliveries', data: { eventIds: [String(bad)] }, facts: {} });
    await until(async () => (await world.parked(id)).length === 0);
    expect(world.told().at(-1)).toBe(bad);
    expect(world.receiver.got.at(-1)?.id).toBe(world.receiver.got[0]?.id);
  });

  it('is paused when the receiver is gone, and goes on with that event', async () => {
    const world = here();
    world.receiver.answer = status(410);
    const { id } = await world.register();
    const ids = await world.happen(2);
    await world.deliver();
    await until(async () => (await world.service.find(id))?.status === 'PAUSED');
    await until(() => world.isLeft(id));
    expect(world.told()).toEqual([ids[0]]);
    world.receiver.answer = ok;
    await world.say(id, { type: 'ResumeWebhook', data: {}, facts: {} });
    await until(() => world.receiver.got.length >= 3);
    expect(world.told()).toEqual([ids[0], ...ids]);
  });

  it('gets nothing that happens after it was paused or removed, however late that is noticed', async () => {
    const world = here();
    const { id } = await world.register();
    await world.deliver({ watchMs: 60_000 });
    const [before] = await world.happen(1);
    await until(() => world.receiver.got.length >= 1);
    await world.say(id, { type: 'PauseWebhook', data: { reason: 'bảo trì' }, facts: {} });
    await world.happen(1);
    await until(() => world.isLeft(id));
    expect(world.told()).toEqual([before]);
  });

  it('signs with the old secret and the new for a day', async () => {
    const world = here();
    const { id, secret } = await world.register();
    const rotation = randomUUID();
    const renewed = (await world.secrets.renew(id, rotation, systemClock.now())) ?? '';
    expect(await world.secrets.renew(id, rotation, systemClock.now())).toBe(renewed);
    await world.happen(1);
    await world.deliver();
    await until(() => world.receiver.got.length >= 1);
    const [{ body, headers } = { body: '', headers: {} }] = world.receiver.got;
    for (const one of [secret, renewed]) expect(new Webhook(one).verify(body, headers)).toBeDefined();
    const tomorrow = new Date(Date.now() + 25 * 3_600_000).toISOString();
    expect(await createWebhookSecrets(world.pool, randomBytes).valid(id, tomorrow)).toEqual([renewed]);
  });
});

describe('two processes that deliver', () => {
  const here = worlds();

  it('share one webhook: one delivers, and when it goes the other takes over', async () => {
    const world = here();
    const { id } = await world.register();
    const noted = async () => (await world.service.find(id))?.standing.position === (await world.store.head());
    const first = await world.deliver({ leaseMs: 4000 });
    await world.happen(20);
    await until(() => world.receiver.got.length >= 1);
    await world.deliver({ leaseMs: 4000 });
    await until(noted);
    expect(new Set(world.told()).size).toBe(20);
    expect(world.receiver.got).toHaveLength(20);
    await first.stop();
    const later = await world.happen(5);
    await until(() => world.receiver.got.length >= 25);
    expect(world.told().slice(20)).toEqual(later);
  });

  it('and one that stops between the answer and its note repeats the event under the same id', async () => {
    const world = here();
    const { id } = await world.register();
    const checkpoints = createPostgresCheckpoints(world.pool);
    const first = await world.deliver();
    await until(async () => typeof (await world.service.find(id))?.standing.position === 'number');
    // The answer is held back until another has taken the lease: the first cannot note that the event was taken.
    world.receiver.answer = (response, got, request) => {
      void (async () => {
        await world.pool.query('update engine.reaction_checkpoints set holder = null where name = $1', [
          `webhook-${id}`,
        ]);
        const stolen = await checkpoints.acquire(`webhook-${id}`, 'a third', 60_000);
        if (stolen) await checkpoints.release(stolen);
        world.receiver.answer = ok;
        ok(response, got, request);
      })();
    };
    const [event] = await world.happen(1);
    await until(() => world.receiver.got.length >= 2);
    expect(world.told()).toEqual([event, event]);
    expect(new Set(world.receiver.got.map((one) => one.id)).size).toBe(1);
    await first.stop();
  });
});
