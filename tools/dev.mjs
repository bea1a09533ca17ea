// Compiles on every change and restarts the standalone edition.
import { spawn } from 'node:child_process';
import { environment, pinnedNode, root, run } from './steps/run.mjs';

const built = await run('npm', ['run', '--silent', 'build']);
if (built.code !== 0) process.exit(built.code);

const options = { cwd: root, env: environment(), stdio: 'inherit' };
const children = [
  spawn('npm', ['run', '--silent', 'build', '--', '--watch', '--preserveWatchOutput'], options),
  spawn(pinnedNode(), ['--watch', '--enable-source-maps', 'dist/apps/standalone/main.js'], options),
];
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    for (const child of children) child.kill(signal);
  });
}
