import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { createApiClient } from './api-client.ts';
import { Unreachable } from './unreachable.ts';

/** An address where nobody listens any more. */
const nobodyAt = async (): Promise<string> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return `http://127.0.0.1:${String(port)}`;
};

describe('a server that nobody reaches', () => {
  it('is tried six times, and told with its address and what to do', async () => {
    const url = await nobodyAt();
    const waits: number[] = [];
    const sleep = (ms: number) => Promise.resolve(void waits.push(ms));
    const asking = createApiClient(url, { sleep, newId: () => 'id' }).get('/api/units');
    await expect(asking).rejects.toThrow(Unreachable);
    await expect(asking).rejects.toThrow(`${url}: hệ thống có đang chạy`);
    expect(waits).toEqual([400, 800, 1600, 3200, 6400]);
  });
});
