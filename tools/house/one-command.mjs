import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

const PASSWORD = 'mot-mat-khau-that-dai';

/**
 * The source files that accepting a registration touches: those of apps and libs in which a function ran between the
 * request and its answer, each time of several, in a standalone with the sample that has accepted one before. What
 * follows the log in the same process may be among them, when it is that quick. Needs a build.
 */
export async function filesOfOneCommand(root) {
  const data = mkdtempSync('/tmp/kheo-house-');
  chmodSync(data, 0o711); // under root PostgreSQL runs as another user, who must get through
  const [port, inspector] = [await freePort(), await freePort()];
  const env = { ...process.env, KHEO_DATA_DIR: join(data, 'data'), KHEO_PORT: port, KHEO_DEMO_PASSWORD: PASSWORD };
  const program = [`--inspect=127.0.0.1:${inspector}`, 'dist/apps/standalone/main.js', '--sample'];
  const server = spawn(process.execPath, program, { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(server, 'exit');
  try {
    const listening = new Promise((ready) =>
      server.stdout.on('data', (text) => String(text).includes(`:${port}`) && ready(true)),
    );
    if ((await Promise.race([listening, ended])) !== true) throw new Error('The sample did not start.');
    const session = await signIn(`http://127.0.0.1:${port}`);
    const { items } = await session('/api/registrations?status=SUBMITTED');
    const accept = ({ id }) => session(`/api/registrations/${id}/accept`, {});
    const [first, ...others] = items.slice(0, 6);
    await accept(first);
    const times = [];
    for (const item of others) times.push(await ranDuring(inspector, () => accept(item)));
    return times.reduce((files, others) => files.filter((file) => others.includes(file)));
  } finally {
    server.kill('SIGTERM');
    await ended;
    rmSync(data, { recursive: true, force: true });
  }
}

function freePort() {
  const server = createServer();
  return new Promise((done) =>
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(String(port)));
    }),
  );
}

/** Speaks as the officer who accepts; throws when something is refused. */
async function signIn(url) {
  let cookie = '';
  const ask = async (path, body) => {
    const headers = { cookie, 'x-kheo-client': 'house', 'content-type': 'application/json' };
    const sent = body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) };
    const reply = await fetch(url + path, sent);
    if (!reply.ok) throw new Error(`${path}: ${reply.status} ${await reply.text()}`);
    cookie ||= reply.headers.get('set-cookie')?.split(';')[0] ?? '';
    return reply.status === 204 ? undefined : reply.json();
  };
  await ask('/api/session', { username: 'standing-body', password: PASSWORD });
  return ask;
}

/** The source files of which V8 saw a function run during the action. */
async function ranDuring(inspector, action) {
  const [{ webSocketDebuggerUrl }] = await (await fetch(`http://127.0.0.1:${inspector}/json`)).json();
  const socket = new WebSocket(webSocketDebuggerUrl);
  await new Promise((open) => socket.addEventListener('open', open, { once: true }));
  let sent = 0;
  const call = (method, params = {}) => {
    const id = (sent += 1);
    return new Promise((done) => {
      const read = ({ data }) => {
        const answer = JSON.parse(data);
        if (answer.id !== id) return;
        socket.removeEventListener('message', read);
        done(answer.result);
      };
      socket.addEventListener('message', read);
      socket.send(JSON.stringify({ id, method, params }));
    });
  };
  await call('Profiler.enable');
  await call('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  await call('Profiler.takePreciseCoverage');
  await action();
  const { result } = await call('Profiler.takePreciseCoverage');
  socket.close();
  return result
    .filter(({ functions }) => functions.some(({ ranges }) => ranges[0].count > 0))
    .flatMap(({ url }) => /\/dist\/((?:apps|libs)\/.*)\.js$/u.exec(url)?.[1] ?? [])
    .sort();
}
