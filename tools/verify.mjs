// Installs, then runs everything there is. Works in a fresh clone with any Node from 20.11 on.
import { checkSteps } from './steps/check.mjs';
import { conclude, runLanes, runTwoAtATime } from './steps/lanes.mjs';
import { install } from './steps/run.mjs';
import { command, suite, suiteOnEventStoreDb } from './steps/steps.mjs';

// What only the HTTP edge, the documents and PostgreSQL answer for is asked on one log, unless all is to be done.
const besideTheLog =
  process.env.KHEO_FAULTS === 'long'
    ? ''
    : '|bytes|command-line|documented-refusals|example-list|headers|openapi|prepared-database';

const installed = await install();
if (installed.code === 0) {
  const checks = await runTwoAtATime(checkSteps());
  const built = await runLanes([
    [command('build', 'npm', 'run', '--silent', 'build'), command('docs', 'npm', 'run', '--silent', 'docs:check')],
  ]);
  const rest = await runLanes([
    [
      suite('integration', 'integration', String.raw`\.int\.spec\.ts$`),
      suite('acceptance', 'integration', 'test/acceptance/'),
      suiteOnEventStoreDb('acceptance', `test/acceptance/(?!security/${besideTheLog})`),
    ],
    [
      suite('faults', 'integration', 'test/faults/'),
      suiteOnEventStoreDb('faults', 'test/faults/(?!log-copy)'),
      suiteOnEventStoreDb('security', 'test/acceptance/security/'),
    ],
  ]);
  conclude([...checks, ...built, ...rest]);
} else {
  conclude([{ name: 'install', passed: 0, failed: 1 }]);
}
