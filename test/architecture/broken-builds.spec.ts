import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './tools.ts';

type Change = readonly [file: string, from: string, to: string];

const path = join(root, 'test/faults/broken/broken-builds.mjs');
const { builds } = (await import(path)) as { readonly builds: Readonly<Record<string, readonly Change[]>> };

describe('the builds that break a promise', () => {
  it.each(Object.entries(builds).flatMap(([name, changes]) => changes.map(([file, from]) => [name, file, from])))(
    '%s finds what it breaks in %s',
    (_, file, from) => {
      expect(readFileSync(join(root, file), 'utf8')).toContain(from);
    },
  );
});
