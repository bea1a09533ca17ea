import { createGenerator } from 'ts-json-schema-generator';
import type { Page } from './page.ts';

const source = 'apps/api/reading/answers.ts';

/** The JSON Schemas of what the API answers, by name, read from the types themselves. */
export function answerSchemas(): Page {
  const { properties = {}, definitions = {} } = createGenerator({
    path: source,
    tsconfig: 'tsconfig.json',
    skipTypeCheck: true,
    jsDoc: 'extended',
    expose: 'none',
    topRef: false,
    additionalProperties: false,
  }).createSchema('Answers');
  const shared = Object.keys(definitions);
  if (shared.length > 0) throw new Error(`${source}: a schema that refers to itself: ${shared.join(', ')}`);
  return { path: 'libs/contracts/answers/answers.json', content: `${JSON.stringify(properties, null, 2)}\n` };
}
