import { startApi, startPostgres, type TestApi, type TestPostgres } from '#support';

const MINUTE = 60_000;

let postgres: TestPostgres;
let api: TestApi;
beforeAll(async () => {
  postgres = await startPostgres();
  api = await startApi(postgres);
}, MINUTE);
afterAll(async () => {
  await api.stop();
  await postgres.stop();
}, MINUTE);

const ask = async (path: string) => {
  const from = Date.now();
  const answer = await api.app.inject({ method: 'GET', url: path });
  return { status: answer.statusCode, body: answer.json<Record<string, unknown>>(), ms: Date.now() - from };
};

it(
  'tells how the process is while the stores are away, within a bounded time, and when they are back',
  async () => {
    const ready = await ask('/health/ready');
    expect(ready).toMatchObject({ status: 200, body: { status: 'ready', log: { status: 'up' } } });
    await postgres.kill9();
    expect(await ask('/health/live')).toMatchObject({ status: 200, body: { status: 'live' } });
    const away = await ask('/health/ready');
    expect(away).toMatchObject({ status: 503, body: { status: 'degraded', log: { status: 'down' } } });
    expect(away.body).toMatchObject({ database: { status: 'down' } });
    expect(away.ms).toBeLessThan(4000);
    expect(JSON.stringify(away.body)).not.toMatch(/127\.0\.0\.1|ECONN|postgres:/);
    await postgres.restart();
    for (const until = Date.now() + 30_000; Date.now() < until;) {
      if ((await ask('/health/ready')).status === 200) break;
    }
    expect(await ask('/health/ready')).toMatchObject({ status: 200, body: { status: 'ready' } });
  },
  MINUTE,
);
