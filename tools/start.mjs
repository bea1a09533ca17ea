// Installs what is missing, builds, and starts a program of the build with the pinned Node:
//   node tools/start.mjs dist/apps/standalone/main.js [arguments]
import { become } from './steps/become.mjs';
import { installIfStale, pinnedNode, root, run } from './steps/run.mjs';

const [program, ...args] = process.argv.slice(2);

const installed = await installIfStale();
if (installed.code !== 0) process.exit(installed.code);
const built = await run('npm', ['run', '--silent', 'build']);
if (built.code !== 0) process.exit(built.code);

become(pinnedNode(), ['--enable-source-maps', program, ...args], { cwd: root });
