import { startPostgres } from './test/support/postgres.ts';
import { createPostgresEventStore } from '#event-store/postgres';
import { copyLog, compareLogs } from '#event-store';
import { newEvent, newStream } from '#event-store/contract';
const server = await startPostgres();
const [a, b] = [await server.createDatabase(), await server.createDatabase()];
const from = await createPostgresEventStore({ url: a.url });
const to = await createPostgresEventStore({ url: b.url });
const N = Number(process.argv[2] ?? 100000);
let t = Date.now();
const lives = 200;
let written = 0;
await Promise.all(Array.from({ length: lives }, async () => {
  while (written < N) {
    const stream = newStream(); 
    for (let r = 0; r < 20 && written < N; ) { const n = 1 + (r % 3 === 0 ? 1 : 0); written += n; await from.append(stream, r === 0 ? 'no-stream' : r - 1, Array.from({ length: n }, () => newEvent({ r, name: 'Mô hình dân vận khéo', text: 'x'.repeat(200) }))); r += n; }
  }
}));
console.log('written', await from.head(), (Date.now() - t) / 1000);
t = Date.now();
const logs = { from, to, pause: (ms: number) => new Promise<void>((r) => setTimeout(r, ms)) };
const out = await copyLog(logs);
console.log(out, (Date.now() - t) / 1000, Math.round(1000 * (out as any).copied / (Date.now() - t)), '/s');
t = Date.now();
const c = await compareLogs(logs);
console.log(c, (Date.now() - t) / 1000, Math.round(1000 * (c as any).events / (Date.now() - t)), '/s');
t = Date.now();
console.log(await copyLog(logs), (Date.now() - t) / 1000, process.memoryUsage().rss / 1e6);
await from.close(); await to.close(); await server.stop(); process.exit(0);
