// Everything that must hold on an EventStoreDB. With EVENTSTORE_URL on that server, whose log must be empty; without it
// on the stand-in, which can also be cut, killed and moved.
import { conclude, runInTurn } from './steps/side-by-side.mjs';
import { command, suite, suiteOnEventStoreDb } from './steps/steps.mjs';
import { installIfStale } from './steps/run.mjs';

const real = process.env.EVENTSTORE_URL;
process.env.KHEO_LOG = 'eventstoredb';
if (real !== undefined) process.env.KHEO_EVENTSTORE_URL = real;

const contract = suite('contract', 'integration', 'libs/event-store/eventstoredb/eventstoredb-event-store');
const build = command('build', 'npm', 'run', '--silent', 'build');
const steps =
  real === undefined
    ? [
        build,
        suite('adapter', 'integration', 'libs/event-store/eventstoredb/'),
        suiteOnEventStoreDb('acceptance', 'test/acceptance/'),
        suiteOnEventStoreDb('faults', 'test/faults/(?!log-copy)'),
      ]
    : [
        build,
        command('demo', 'node', 'dist/apps/standalone/demo/main.js'),
        contract,
        suiteOnEventStoreDb('one winner', 'test/faults/one-winner'),
      ];

const installed = await installIfStale();
conclude(installed.code === 0 ? await runInTurn(steps) : [{ name: 'install', passed: 0, failed: 1 }]);
