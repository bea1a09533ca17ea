import { resolve } from 'node:path';
import { fixtures, report, root } from './tools.ts';

interface Named {
  readonly name: string;
}
interface Unused {
  readonly issues: readonly ({ readonly file: string } & Record<
    'dependencies' | 'exports' | 'files' | 'types',
    Named[]
  >)[];
}

describe('what nothing uses', () => {
  let found: Unused['issues'];

  beforeAll(async () => {
    const args = ['--config', resolve(root, 'knip.json'), '--reporter', 'json', '--no-progress', '--no-config-hints'];
    found = ((await report('knip/bin/knip.js', args, resolve(fixtures, 'unused'))) as Unused).issues;
  });

  it.each([
    ['dependencies', 'package.json', 'rxjs'],
    ['exports', 'libs/engine/half-used.ts', 'unasked'],
    ['types', 'libs/engine/half-used.ts', 'Unnamed'],
    ['files', 'libs/engine/imported-by-nobody.ts', 'libs/engine/imported-by-nobody.ts'],
  ] as const)('%s: %s', (kind, file, name) => {
    expect(found.flatMap((each) => each[kind].map((one) => [each.file, one.name]))).toEqual([[file, name]]);
  });
});
