import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const CONSOLE = resolve(import.meta.dirname, '../../../apps/console');

const read = (file: string): string => readFileSync(join(CONSOLE, file), 'utf8');

/** The paths of the console's router, as they stand in its source. */
export const routesOfConsole = (): readonly string[] => {
  const router = read('app/router.tsx');
  const named = [...router.matchAll(/(?:page\(|path: )'(?<path>[^']+)'/gu)].map(({ groups }) => groups?.['path'] ?? '');
  return [...(router.includes('index: true') ? ['/'] : []), ...named];
};

export const SUBJECTS = ['registrations', 'decisions', 'commendations', 'reports'] as const;
export type Subject = (typeof SUBJECTS)[number];

/** These begin a thing, and have a page of their own. */
const BEGIN = new Set(['DraftRegistration', 'DraftDecision', 'ProposeCommendation']);

/** The commands that have a form at `/<subject>/<id>/do/<path>`, with that path. */
export const formsOfConsole = (subject: Subject): ReadonlyMap<string, string> => {
  const paths = read('shared/texts/generated/command-paths.gen.ts');
  const sources = globSync(`features/${subject}/**/*.{ts,tsx}`, { cwd: CONSOLE, exclude: ['**/bulk/**'] });
  const commands = sources.flatMap((file) =>
    [...read(file).matchAll(/\bcommand: '(?<command>[A-Z]\w+)'/gu)].map(({ groups }) => groups?.['command'] ?? ''),
  );
  return new Map(
    commands
      .filter((command) => !BEGIN.has(command))
      .map((command) => [
        command,
        new RegExp(`"${command}": "(?<path>[^"]+)"`, 'u').exec(paths)?.groups?.['path'] ?? '',
      ]),
  );
};
