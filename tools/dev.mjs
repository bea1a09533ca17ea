// Compiles on every change, restarts the standalone edition with its sample once a whole build without errors is there,
// and serves the console with hot reload in front of it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { installIfStale, pinnedNode, root, run } from './steps/run.mjs';

const installed = await installIfStale();
if (installed.code !== 0) process.exit(installed.code);
// The api serves the console as it was built; once is enough, as the page that is worked on is Vite's.
const built = await run('npm', ['run', '--silent', 'build']);
if (built.code !== 0) process.exit(built.code);

const start = (...args) => spawn(pinnedNode(), args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
const compiler = start(
  'node_modules/typescript-7/bin/tsc',
  '-p',
  'tsconfig.build.json',
  '--watch',
  '--preserveWatchOutput',
);
const pages = start('node_modules/vite/bin/vite.js', 'apps/console');
pages.stdout.pipe(process.stdout);
let program;
let restarts = Promise.resolve();

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    compiler.kill();
    pages.kill();
    program?.kill(signal);
  });
}

for await (const line of createInterface({ input: compiler.stdout })) {
  console.log(line);
  // The compiler says so when it has written every file.
  if (/Found 0 errors/u.test(line)) restarts = restarts.then(restart);
}

async function restart() {
  await stop();
  if (compiler.killed) return;
  const args = ['--enable-source-maps', 'dist/apps/standalone/main.js', '--sample'];
  program = spawn(pinnedNode(), args, { cwd: root, stdio: 'inherit' });
}

/** Two programs on one data directory would stand in each other's way: the next one waits for the last. */
async function stop() {
  if (program === undefined || program.exitCode !== null || program.signalCode !== null) return;
  program.kill('SIGTERM');
  await once(program, 'exit');
}
