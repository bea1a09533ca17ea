import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const specs = ['**/*.spec.ts', '**/testing/**', 'libs/event-store/contract/**', 'test/**'];

/** Tests that never run prove nothing; tests that stop others from running hide failures. */
const noSkippedTests = [
  {
    selector:
      'CallExpression[callee.object.name=/^(it|test|describe)$/][callee.property.name=/^(skip|only|todo|failing)$/]',
    message: 'Every test runs: no skip, only, todo or failing.',
  },
  {
    selector: 'CallExpression[callee.name=/^(xit|xtest|xdescribe|fit|fdescribe)$/]',
    message: 'Every test runs: no skipped or focused tests.',
  },
];

/** The domain is pure: the same command on the same state gives the same answer, today and in ten years. */
const purity = [
  { selector: 'ThrowStatement', message: 'A refusal is a value: return reject(…).' },
  { selector: 'ClassDeclaration, ClassExpression', message: 'The domain is functions and data, no classes.' },
  { selector: 'AwaitExpression, ImportExpression', message: 'The domain waits for nothing.' },
];

/** What the engine may know of the domain: the shapes of a workflow, and the dates of its acts. */
const kernel = [
  'accept',
  'Actor',
  'Command',
  'CommandMeta',
  'Decider',
  'Evolution',
  'DomainEvent',
  'Instant',
  'LocalDate',
  'localDateOf',
  'Outcome',
  'FollowUp',
  'Recorded',
  'reject',
  'Rejected',
];

export default tseslint.config(
  {
    ignores: [
      'dist',
      'data',
      'coverage',
      'test/architecture/fixtures',
      'libs/contracts/schemas',
      'apps/console/**/*.gen.ts',
      'apps/console/shared/api/generated',
    ],
  },
  {
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' },
  },
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true, allowEmpty: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/require-await': 'off',
      // `Record<never, never>` is how a command says that it needs no facts.
      '@typescript-eslint/no-generated-empty-object-type': 'off',
      // It does not see that a flag may change during an await.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // DTOs are classes that are read as data, and options of the framework are classes that are written as data.
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      'no-control-regex': 'off',
      'no-restricted-syntax': ['error', ...noSkippedTests],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'] }],
      'no-console': 'error',
      eqeqeq: 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['libs/domain/**/*.ts'],
    ignores: specs,
    rules: {
      'no-restricted-globals': [
        'error',
        ...[
          'Date',
          'crypto',
          'process',
          'performance',
          'fetch',
          'setTimeout',
          'setInterval',
          'Temporal',
          'globalThis',
        ].map((name) => ({ name, message: 'Time, ids and randomness arrive on the command.' })),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Randomness arrives on the command.' },
      ],
      'no-restricted-syntax': ['error', ...noSkippedTests, ...purity],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: false }],
    },
  },
  {
    files: ['libs/engine/**/*.ts'],
    ignores: specs,
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [{ name: '#domain', allowImportNames: kernel, message: 'The engine knows no business noun.' }],
        },
      ],
    },
  },
  {
    // The console runs in a browser; what it shows is written where it is shown.
    files: ['apps/console/**'],
    extends: [reactHooks.configs.flat.recommended],
    languageOptions: { globals: { window: 'readonly', document: 'readonly' } },
    rules: { 'max-lines-per-function': ['error', { max: 110, skipBlankLines: true, skipComments: true }] },
  },
  {
    // A port in a library is an object of functions: none of them asks for `this`.
    files: ['libs/**'],
    rules: { '@typescript-eslint/unbound-method': 'off' },
  },
  {
    // A read model listens to the events it asks about, and passes over the others.
    files: ['libs/read-models/**'],
    rules: { '@typescript-eslint/switch-exhaustiveness-check': 'off' },
  },
  {
    files: ['apps/cli/**', 'apps/standalone/**', 'test/**', 'tools/**'],
    rules: { 'no-console': 'off' },
  },
  {
    files: specs,
    rules: {
      'max-lines': 'off',
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/unbound-method': 'off',
      // Answers of a server are read as they come.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
    },
  },
  {
    files: ['examples/**/*.mjs'],
    languageOptions: { globals: { fetch: 'readonly', AbortController: 'readonly', AbortSignal: 'readonly' } },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: {
      globals: { process: 'readonly', console: 'readonly', setTimeout: 'readonly', URL: 'readonly' },
    },
    rules: { 'max-lines': ['error', 300] },
  },
  {
    files: ['tools/house/*.mjs'],
    languageOptions: { globals: { fetch: 'readonly', WebSocket: 'readonly' } },
  },
  {
    files: ['docker/**/*.mjs'],
    languageOptions: { globals: { fetch: 'readonly', Buffer: 'readonly', AbortSignal: 'readonly' } },
  },
);
