// Installs what is missing, builds, and starts a program of the build with the pinned Node:
//   node tools/start.mjs dist/apps/standalone/main.js [arguments]
import { spawn } from 'node:child_process';
import { installIfStale, pinnedNode, root, run } from './steps/run.mjs';

const [program, ...args] = process.argv.slice(2);

const installed = await installIfStale();
if (installed.code !== 0) process.exit(installed.code);
const built = await run('npm', ['run', '--silent', 'build']);
if (built.code !== 0) process.exit(built.code);

const child = spawn(pinnedNode(), ['--enable-source-maps', program, ...args], { cwd: root, stdio: 'inherit' });
// Ctrl-C reaches the whole terminal group: the child stops by itself, and this process waits for it.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.on('exit', (code, signal) => process.exit(signal === 'SIGINT' ? 0 : (code ?? 1)));
