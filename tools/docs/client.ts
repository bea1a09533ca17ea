import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@hey-api/openapi-ts';
import type { OpenApi } from './api.ts';
import type { Page } from './page.ts';

/** Where the console's client lies; nothing there is written by hand. */
export const CLIENT = 'apps/console/shared/api/generated';

/** Headers that the console's client sets by itself, for every request. */
const OWN_HEADERS =
  /^(X-Kheo-Client|X-Kheo-Wait-For|X-Kheo-Background|X-Kheo-Acting-As|X-Kheo-Person|Accept-Language)$/iu;

/** The console's client: functions, types, queries for TanStack Query, and the shapes of the bodies. */
export async function consoleClient(document: OpenApi): Promise<Page[]> {
  const output = await mkdtemp(join(tmpdir(), 'kheo-client-'));
  try {
    await createClient({
      input: asTheConsoleNeedsIt(document) as unknown as Record<string, unknown>,
      output: { path: output, module: { extension: '.ts' } },
      plugins: [
        '@hey-api/client-fetch',
        '@hey-api/typescript',
        '@hey-api/sdk',
        {
          name: '@tanstack/react-query',
          mutationOptions: false,
          infiniteQueryOptions: false,
          queryKeys: { tags: true },
        },
      ],
      logs: { level: 'silent', file: false },
    });
    const files = (await readdir(output, { recursive: true, withFileTypes: true })).filter((file) => file.isFile());
    const pages = files.map(async ({ parentPath, name }) => {
      const path = join(parentPath, name);
      return { path: join(CLIENT, path.slice(output.length + 1)), content: await readFile(path, 'utf8') };
    });
    return [...(await Promise.all(pages)), shapes(document)];
  } finally {
    await rm(output, { recursive: true, force: true });
  }
}

/**
 * Without the headers that the client sets by itself, and without the codes of refusals: the console shows a refusal's
 * sentence, and asks nothing of its code but in a few places by name.
 */
function asTheConsoleNeedsIt(document: OpenApi): OpenApi {
  return JSON.parse(JSON.stringify(document), (key, value: unknown) => {
    if (key === 'parameters' && Array.isArray(value))
      return (value as Parameter[]).filter((each) => !isOwnHeader(each));
    if (key === 'responses') return withOneProblem(value as Record<string, unknown>);
    if (key === 'reason' || key === 'code') return withoutEnum(value);
    return value;
  }) as OpenApi;
}

interface Parameter {
  readonly in?: string;
  readonly name?: string;
}

const isOwnHeader = ({ in: place, name = '' }: Parameter): boolean => place === 'header' && OWN_HEADERS.test(name);

/** What is refused is a problem, whatever its status. */
const withOneProblem = (responses: Record<string, unknown>): Record<string, unknown> => ({
  ...Object.fromEntries(Object.entries(responses).filter(([status]) => status.startsWith('2'))),
  '4XX': {
    description: 'Refused',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  },
});

const withoutEnum = (schema: unknown): unknown => {
  if (typeof schema !== 'object' || schema === null || !('enum' in schema)) return schema;
  return Object.fromEntries(Object.entries(schema).filter(([key]) => key !== 'enum'));
};

/** The shapes of what is sent, as data: forms take from them what is required, how long, how many, which values. */
const shapes = (document: OpenApi): Page => {
  const bodies = Object.entries(document.components?.schemas ?? {}).filter(([name]) => /Body$|^NoFields$/u.test(name));
  const text = bodies.map(([name, schema]) => `export const ${name} = ${JSON.stringify(schema, null, 2)} as const;`);
  return { path: join(CLIENT, 'shapes.gen.ts'), content: `${text.join('\n\n')}\n` };
};
