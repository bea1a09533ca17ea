// Writes the reference that is generated from the code; with --check, says what is stale instead.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { answerSchemas } from './answer-schemas.ts';
import { apiPage } from './api.ts';
import { asyncApiFile } from './asyncapi.ts';
import { CLIENT, consoleClient } from './client.ts';
import { configurationPage } from './configuration.ts';
import { commandPaths, consoleWords, problemStatuses, WORDS } from './console-words.ts';
import { describeEvents, earlierSchemas } from './event-schemas.ts';
import { eventsPage, schemaFiles } from './events.ts';
import { refusalCodes } from './refusals.ts';
import { describeApi } from './openapi.ts';
import type { Page } from './page.ts';
import { workflowsPage } from './workflows.ts';

const folders = [
  'docs/reference',
  'libs/contracts/schemas',
  'libs/contracts/answers',
  'libs/contracts/refusals',
  'libs/contracts/asyncapi',
  CLIENT,
  WORDS,
];

const events = describeEvents();
const api = await describeApi();
const described = [...events, ...earlierSchemas(events)];
const pages: readonly Page[] = [
  configurationPage(),
  workflowsPage(),
  eventsPage(events),
  apiPage(api),
  answerSchemas(),
  refusalCodes(),
  asyncApiFile(described),
  ...schemaFiles(described),
  ...(await consoleClient(api)),
  ...consoleWords(),
  commandPaths(),
  problemStatuses(),
];

const stale = pages.filter(({ path, content }) => read(path) !== content);
const surplus = folders.flatMap(filesIn).filter((path) => !pages.some((page) => page.path === path));

if (process.argv.includes('--check')) {
  for (const path of [...stale.map((page) => page.path), ...surplus]) console.error(`stale: ${path}`);
  if (stale.length + surplus.length > 0) console.error('Run `npm run docs` and commit what it writes.');
  process.exitCode = stale.length + surplus.length > 0 ? 1 : 0;
} else {
  for (const { path, content } of stale) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  for (const path of surplus) rmSync(path);
  console.log(`${pages.length} files, ${stale.length} written, ${surplus.length} removed`);
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile())
      .map(({ parentPath, name }) => join(parentPath, name));
  } catch {
    return [];
  }
}
