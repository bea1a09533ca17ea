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

/** The console in a browser: every test counts, one that did not run or passed only the second time is a failure. */
export function browserSuite() {
  return {
    name: 'browser',
    run: () =>
      withReport(async (report) => {
        const playwright = [
          'node_modules/@playwright/test/cli.js',
          'test',
          '--config',
          'test/browser/playwright.config.ts',
        ];
        const { output } = await run(pinnedNode(), playwright, { quiet: true, env: { KHEO_REPORT: report } });
        return { name: 'browser', ...countedInBrowser(report), output };
      }),
  };
}

function suiteWith(env, name, project, ...filters) {
  return {
    name,
    run: () =>
      withReport(async (report) => {
        const program = [...jest(project, filters), '--json', `--outputFile=${report}`];
        const { output } = await run(pinnedNode(), program, { quiet: true, env });
        return { name, ...counted(report), output };
      }),
  };
}

/** Lends a file for a report. */
async function withReport(use) {
  const folder = mkdtempSync(join(tmpdir(), 'kheo-suite-'));
  try {
    return await use(join(folder, 'report.json'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
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
  const result = readReport(report);
  if (result === undefined) return NO_TEST;
  const notRun = result.numPendingTests + result.numTodoTests;
  return told(result.numPassedTests, result.numFailedTests + result.numRuntimeErrorTestSuites, notRun);
}

function countedInBrowser(report) {
  const result = readReport(report);
  if (result === undefined) return NO_TEST;
  const { expected, unexpected, flaky, skipped } = result.stats;
  return told(expected, unexpected + flaky + result.errors.length, skipped);
}

const NO_TEST = { passed: 0, failed: 1, note: 'no test ran' };

function told(passed, broken, notRun) {
  const failed = broken + notRun;
  if (passed + failed === 0) return NO_TEST;
  return { passed, failed, note: notRun > 0 ? `${notRun} tests did not run` : '' };
}

function readReport(report) {
  try {
    return JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return undefined;
  }
}
