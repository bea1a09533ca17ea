import { Ajv } from 'ajv';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { schemaFor } from '#contracts';
import { root } from './tools.ts';

const corpus = join(root, 'libs/event-store/codec/corpus');
const ajv = new Ajv({ strict: false });

interface Kept {
  readonly type: string;
  readonly version: number;
  readonly data: Record<string, unknown>;
}

const events = readdirSync(corpus)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(join(corpus, name), 'utf8')) as Kept);

function faults({ type, version }: Kept, data: unknown): string {
  const schema = schemaFor(type, version);
  if (schema === undefined) return 'there is no schema';
  return ajv.validate(schema, data) ? '' : ajv.errorsText();
}

describe('the schemas given to consumers', () => {
  it.each(events)('$type v$version fits every event of its kind ever written', (event) => {
    expect(faults(event, event.data)).toBe('');
  });

  it.each(events)('$type v$version is refused without its fields', (event) => {
    expect(faults(event, {})).toContain('must have required property');
  });
});
