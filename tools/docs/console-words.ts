import { join } from 'node:path';
import * as words from '#words';
import { COMMANDS } from '../../apps/api/http/command-catalogue.ts';
import { PROBLEMS } from '../../apps/api/index.ts';
import type { Page } from './page.ts';

/** Where the console has the words that it shares with sentences, files and mails. */
export const WORDS = 'apps/console/shared/texts/generated';

/** The words of the product in each language, as the console needs them, so that a thing is called the same everywhere. */
export function consoleWords(): Page[] {
  return (['vi', 'en'] as const).map((language, place) => {
    const lists = Object.entries(words).filter(([name]) => name.endsWith('_NAMES'));
    const told = Object.fromEntries(lists.map(([name, list]) => [camel(name), inOne(list, place)]));
    const commands = Object.fromEntries(
      Object.entries(COMMANDS).map(([type, [, name]]) => [type, name.split(' · ')[place] ?? name]),
    );
    const content = `export default ${JSON.stringify({ ...told, commandNames: commands }, null, 2)} as const;\n`;
    return { path: join(WORDS, `${language}.gen.ts`), content };
  });
}

/** The path under which a command is given: `record-progress`. */
export function commandPaths(): Page {
  const paths = Object.fromEntries(Object.entries(COMMANDS).map(([type, [path]]) => [type, path]));
  return {
    path: join(WORDS, 'command-paths.gen.ts'),
    content: `export const COMMAND_PATHS = ${JSON.stringify(paths, null, 2)} as const;\n`,
  };
}

/** Every reason of a refusal, with the status it is answered by. */
export function problemStatuses(): Page {
  const statuses = Object.entries(PROBLEMS)
    .map(([code, { status }]) => [code, status] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return {
    path: join(WORDS, 'problem-statuses.gen.ts'),
    content: `export const PROBLEM_STATUSES = ${JSON.stringify(Object.fromEntries(statuses), null, 2)} as const;\n`,
  };
}

const inOne = (list: unknown, place: number): Record<string, string> =>
  Object.fromEntries(
    Object.entries(list as Record<string, words.Word>).map(([code, word]) => [code, word[place] ?? code]),
  );

/** `DOCUMENT_KIND_NAMES` → `documentKindNames`. */
const camel = (name: string): string =>
  name.toLowerCase().replaceAll(/_(.)/gu, (_match, letter: string) => letter.toUpperCase());
