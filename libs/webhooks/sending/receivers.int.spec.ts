import { until } from '#support/until';
import type { WebhooksOptions } from '../delivery/start-webhooks.ts';
import { parseTargets } from '../target/targets.ts';
import { startReceiver, status, worlds } from '../testing/world.ts';

describe('a receiver that does not behave', () => {
  const here = worlds();
  const causeOf = async (more: Partial<WebhooksOptions> = {}, url?: string): Promise<string> => {
    const world = here();
    const { id } = await world.register(url === undefined ? {} : { url });
    await world.happen(1);
    await world.deliver({ tries: 1, ...more });
    await until(async () => (await world.parked(id)).length === 1);
    return (await world.parked(id))[0]?.cause ?? '';
  };

  it('and sends elsewhere is not followed', async () => {
    const world = here();
    const elsewhere = await startReceiver();
    world.receiver.answer = status(307, { location: elsewhere.url });
    expect(await causeOf()).toBe('answered 307');
    expect(elsewhere.got).toEqual([]);
    elsewhere.close();
  });

  it('and never answers is given up', async () => {
    const world = here();
    world.receiver.answer = () => undefined;
    expect(await causeOf({ sending: { totalMs: 500 } })).toMatch(/Timeout|aborted/iu);
  });

  it('and floods us with an answer is cut off', async () => {
    const world = here();
    let written = 0;
    let cut = false;
    world.receiver.answer = (response) => {
      response.writeHead(200);
      response.on('close', () => (cut = true));
      const chunk = Buffer.alloc(16 * 1024);
      const more = () => {
        while (!cut && response.write(chunk)) written += chunk.length;
        if (!cut) response.once('drain', more);
      };
      more();
    };
    await world.register();
    await world.happen(1);
    await world.deliver({ sending: { totalMs: 60_000 } });
    await until(() => cut);
    expect(written).toBeLessThan(64 * 1024 * 1024);
  });
});

describe('an address inside the network', () => {
  const here = worlds('');

  it('is not spoken to unless it is marked', async () => {
    const world = here();
    const { id } = await world.register();
    await world.happen(1);
    await world.deliver({ tries: 1 });
    await until(async () => (await world.parked(id)).length === 1);
    expect((await world.parked(id))[0]?.cause).toMatch(/not public/u);
    expect(world.receiver.got).toEqual([]);
  });

  it('is not reached by a name that changes its address after it was looked at', async () => {
    const world = here();
    const port = new URL(world.receiver.url).port;
    const url = `http://doi-dia-chi.example.vn:${port}`;
    const targets = parseTargets(url);
    const { id } = await world.register({ url });
    let lookups = 0;
    await world.happen(1);
    await world.deliver({
      targets,
      tries: 3,
      sending: {
        totalMs: 500,
        connectMs: 200,
        resolve: (_name, _options, callback) => {
          lookups += 1;
          callback(null, [{ address: lookups === 1 ? '2606:4700::1' : '127.0.0.1', family: lookups === 1 ? 6 : 4 }]);
        },
      },
    });
    await until(async () => (await world.parked(id)).length === 1);
    expect((await world.parked(id))[0]?.cause).toMatch(/not public/u);
    expect(lookups).toBe(3);
    expect(world.receiver.got).toEqual([]);
  });
});
