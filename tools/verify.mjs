// Installs, then runs everything there is. Works in a fresh clone with any Node from 20.11 on.
import { checkSteps } from './steps/check.mjs';
import { conclude, runInTurn, runTwoAtATime } from './steps/side-by-side.mjs';
import { installServers } from './steps/debian.mjs';
import { install } from './steps/run.mjs';
import { browserSuite, command, suite, suiteOnEventStoreDb } from './steps/steps.mjs';

// Acceptance on EventStoreDB: what lives, consumers, races and programs ask of a log. What the edge answers for is the
// same on either log, and is asked on PostgreSQL alone, unless all is to be done.
const onEitherLog = [
  ...['closed-figures', 'consumer', 'corrections', 'feed', 'first-week', 'incidents', 'life-of', 'personal-data'],
  ...['programs', 'revoked-model', 'taken-out', 'webhooks', 'security/four-eyes', 'security/sign-in'],
];
const asked = process.env.KHEO_FAULTS === 'long' ? '' : `(${onEitherLog.join('|')})`;

await installServers();
const installed = await install();
if (installed.code === 0) {
  const checks = await runTwoAtATime(checkSteps());
  const built = await runInTurn([
    command('build', 'npm', 'run', '--silent', 'build'),
    command('docs', 'npm', 'run', '--silent', 'docs:check'),
    command('size', 'size-limit'),
  ]);
  // The longest first; the two fault suites are seldom side by side, as each bounds what may take how long.
  const rest = await runTwoAtATime([
    suite('acceptance', 'integration', 'test/acceptance/'),
    suite('faults', 'integration', 'test/faults/'),
    suiteOnEventStoreDb('faults', 'test/faults/(?!log-copy)'),
    suite('integration', 'integration', String.raw`\.int\.spec\.ts$`),
    browserSuite(),
    suiteOnEventStoreDb('acceptance', `test/acceptance/${asked}`),
  ]);
  conclude([...checks, ...built, ...rest]);
} else {
  conclude([{ name: 'install', passed: 0, failed: 1 }]);
}
