import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pinnedNode, run } from './run.mjs';

/** Room for short-lived objects, in MiB: the compilers make so many that the default leaves them collecting. */
const YOUNG = '--max-semi-space-size=64';

/** A step that either holds or does not: one check. */
export function command(name, program, ...args) {
  return {
    name,
    run: async () => {
      const { code, output } = await run(program, args, { quiet: true, env: { NODE_OPTIONS: YOUNG } });
      return { name, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output };
    },
  };
}

/** A step that runs tests: each is a check. No test at all, or one that did not run, is a failure. */
export function suite(name, project, ...filters) {
  return suiteWith({}, name, project, ...filters);
}

/** The same tests, on the log in an EventStoreDB. */
export function suiteOnEventStoreDb(name, ...filters) {
  return suiteWith({ KHEO_LOG: 'eventstoredb' }, `${name} (EventStoreDB)`, 'integration', ...filters);
}

function suiteWith(env, name, project, ...filters) {
  return {
    name,
    run: async () => {
      const folder = mkdtempSync(join(tmpdir(), 'kheo-suite-'));
      try {
        const report = join(folder, 'report.json');
        const { output } = await run(pinnedNode(), [...jest(project, filters), '--json', `--outputFile=${report}`], {
          quiet: true,
          env,
        });
        return { name, ...counted(report), output };
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}

function jest(project, filters) {
  return [
    '--experimental-vm-modules',
    '--no-warnings',
    YOUNG,
    'node_modules/jest/bin/jest.js',
    // A client of a server that a test killed may wait for it without end: when the tests are over, so is the run.
    ...['--selectProjects', project, '--silent=false', '--forceExit'],
    ...filters.flatMap((filter) => ['--testPathPatterns', filter]),
  ];
}

function counted(report) {
  let result;
  try {
    result = JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return { passed: 0, failed: 1, note: 'no test ran' };
  }
  const notRun = result.numPendingTests + result.numTodoTests;
  const broken = result.numRuntimeErrorTestSuites;
  const failed = result.numFailedTests + notRun + broken;
  if (result.numPassedTests + failed === 0) return { passed: 0, failed: 1, note: 'no test ran' };
  return { passed: result.numPassedTests, failed, note: notRun > 0 ? `${notRun} tests did not run` : '' };
}
