import { resolve } from 'node:path';
import { fixtures, report, root } from './tools.ts';

interface Linted {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string | null; readonly message: string }[];
}

/** Each offending file, the one rule it breaks and a word of what it is told. */
const offenders = [
  ['libs/domain/reads-the-clock.ts', 'no-restricted-globals', "'Date'"],
  ['libs/domain/draws-an-id.ts', 'no-restricted-globals', "'crypto'"],
  ['libs/domain/rolls-dice.ts', 'no-restricted-properties', 'Math.random'],
  ['libs/domain/throws.ts', 'no-restricted-syntax', 'reject'],
  ['libs/domain/has-a-class.ts', 'no-restricted-syntax', 'no classes'],
  ['libs/domain/says-any.ts', '@typescript-eslint/no-explicit-any', 'any'],
  ['libs/domain/has-a-default.ts', '@typescript-eslint/switch-exhaustiveness-check', 'CLOSED'],
  ['libs/engine/is-too-long.ts', 'max-lines', '300'],
  ['libs/engine/does-too-much.ts', 'max-lines-per-function', '60'],
  ['libs/engine/switches-a-rule-off.ts', null, 'eslint-disable'],
  ['libs/engine/leaves-work-for-later.ts', 'no-warning-comments', 'todo'],
  ['libs/engine/forgets-a-promise.ts', '@typescript-eslint/no-floating-promises', 'await'],
  ['libs/engine/misses-a-case.ts', '@typescript-eslint/switch-exhaustiveness-check', 'CLOSED'],
  ['libs/engine/imports-a-type-as-a-value.ts', '@typescript-eslint/consistent-type-imports', 'import type'],
  ['libs/engine/knows-a-noun.ts', 'no-restricted-imports', 'no business noun'],
  ['libs/engine/prints.ts', 'no-console', 'console'],
  ['libs/engine/skips.spec.ts', 'no-restricted-syntax', 'Every test runs'],
] as const;

describe('the lint rules', () => {
  let messages: Map<string, Linted['messages']>;

  beforeAll(async () => {
    const folder = resolve(fixtures, 'lint');
    const args = ['--config', resolve(root, 'eslint.config.js'), '--format', 'json', '.'];
    const results = (await report('eslint/bin/eslint.js', args, folder)) as Linted[];
    messages = new Map(results.map((result) => [result.filePath.slice(folder.length + 1), result.messages]));
  }, 60_000);

  it.each(offenders)('%s breaks %s', (file, rule, word) => {
    expect(messages.get(file)).toEqual([
      expect.objectContaining({ ruleId: rule, message: expect.stringContaining(word) as string }),
    ]);
  });

  it('let a pure function of the domain pass', () => {
    expect(messages.get('libs/domain/is-pure.ts')).toEqual([]);
  });
});
