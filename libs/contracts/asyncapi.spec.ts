import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { asyncApi, describedEvents } from './index.ts';

type Document = typeof asyncApi & {
  readonly channels: Readonly<
    Record<string, { readonly messages: Readonly<Record<string, { readonly $ref: string }>> }>
  >;
};

const official = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve('@asyncapi/specs/schemas/3.0.0.json'), 'utf8'),
) as object;
const validator = (): ReturnType<Ajv['compile']> =>
  new Ajv({ strict: false, meta: false, validateSchema: false, validateFormats: false, logger: false }).compile(
    official,
  );
const document = asyncApi as Document;

const at = (pointer: string): unknown =>
  pointer
    .slice(2)
    .split('/')
    .reduce<unknown>(
      (value, key) => (value as Record<string, unknown> | undefined)?.[decodeURIComponent(key)],
      asyncApi,
    );

const references = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '$ref' && typeof inner === 'string' ? [inner] : references(inner),
  );
};

describe('the AsyncAPI document', () => {
  it('is valid by the official schema of AsyncAPI 3.0', () => {
    const valid = validator();
    expect([valid(asyncApi), valid.errors]).toEqual([true, null]);
    expect(valid({ ...asyncApi, info: {} })).toBe(false);
  });

  it('has a message for each event type and version, in the stream and for webhooks', () => {
    const names = describedEvents.map(({ type, version }) => `${type}.v${version}`).sort();
    expect(Object.keys(document.channels['webhook']?.messages ?? {}).sort()).toEqual(names);
    expect(Object.keys(document.channels['stream']?.messages ?? {}).sort()).toEqual([...names, 'epoch'].sort());
  });

  it('refers only to what it holds', () => {
    const missing = references(asyncApi).filter((reference) => at(reference) === undefined);
    expect(missing).toEqual([]);
  });
});
