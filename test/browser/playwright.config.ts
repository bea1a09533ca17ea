import { defineConfig } from '@playwright/test';
import { executablePath } from './support/chromium.ts';

/** The console in a real browser, against the whole of Khéo with its sample, on an embedded PostgreSQL. */
export default defineConfig({
  testDir: '.',
  globalSetup: './support/start-sample.ts',
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  outputDir: '../../node_modules/.cache/browser',
  reporter: process.env.KHEO_REPORT ? [['json', { outputFile: process.env.KHEO_REPORT }], ['line']] : [['line']],
  use: {
    locale: 'vi-VN',
    // A browser elsewhere: what is shown is Vietnam's time all the same.
    timezoneId: 'America/New_York',
    viewport: { width: 1366, height: 768 },
    // A trace of every test takes a third of the time: `--trace retain-on-failure` keeps one where it is wanted.
    screenshot: 'only-on-failure',
    // What cannot be done by then never can: the rest of the test's time need not pass.
    actionTimeout: 20_000,
    launchOptions: { executablePath, args: ['--no-sandbox', '--host-resolver-rules=MAP may-chu 127.0.0.1'] },
  },
});
