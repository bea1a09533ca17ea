/** What each library may know. Everything it may not know is one import away from a red build. */
const layers = {
  domain: [],
  configuration: [],
  postgres: [],
  service: [
    'configuration',
    'engine',
    'event-store',
    'identity',
    'imports',
    'postgres',
    'preferences',
    'read-models',
    'reminders',
    'webhooks',
  ],
  contracts: [],
  'event-store': ['domain', 'postgres'],
  evidence: ['domain'],
  papers: ['domain'],
  engine: ['domain', 'event-store', 'postgres'],
  'read-models': ['domain', 'event-store', 'engine', 'postgres', 'words'],
  preferences: ['domain', 'postgres'],
  identity: ['domain', 'event-store', 'engine', 'postgres'],
  'use-cases': ['domain', 'event-store', 'engine', 'identity', 'read-models', 'words'],
  words: ['domain'],
  problems: ['domain', 'engine', 'use-cases', 'words'],
  imports: [
    ...['domain', 'event-store', 'engine', 'identity', 'use-cases', 'read-models', 'papers', 'evidence', 'postgres'],
  ],
  webhooks: ['domain', 'event-store', 'engine', 'use-cases', 'contracts', 'postgres'],
  reminders: ['domain', 'event-store', 'engine', 'use-cases', 'read-models', 'identity', 'postgres'],
};

/** Specs, and what only specs use. */
const spec = '(\\.spec\\.ts$|/testing/)';
const frontDoors = '^libs/([^/]+/index\\.ts$|event-store/(postgres|memory|contract|eventstoredb|open)/index\\.ts$)';

/** The folders of `libs/read-models` that answer a question each; the others serve them all. */
const questions = '(?!paging|projector|tables|testing)[^/]+';

const layerRules = Object.entries(layers).map(([library, allowed]) => ({
  name: `layer-${library}`,
  comment: `libs/${library} knows ${allowed.length > 0 ? allowed.join(', ') : 'no other library'}.`,
  severity: 'error',
  from: { path: `^libs/${library}/`, pathNot: spec },
  to: { path: '^libs/', pathNot: `^libs/(${[library, ...allowed].join('|')})/` },
}));

/** A package that only some folders may import. */
function confined(name, packages, folders, more = {}) {
  return {
    name,
    comment: `${packages} is imported in ${folders} only.`,
    severity: 'error',
    from: { pathNot: [folders, spec] },
    to: { path: `(^|/)node_modules/(@types/)?(${packages})/`, ...more },
  };
}

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...layerRules,
    {
      name: 'layer-of-each-library',
      comment: 'A library that has no place among the layers yet knows no other.',
      severity: 'error',
      from: { path: `^libs/(?!(?:${Object.keys(layers).join('|')})/)([^/]+)/` },
      to: { path: '^libs/', pathNot: '^libs/$1/' },
    },
    {
      name: 'domain-is-pure',
      comment: 'The domain imports no package and no module of Node.',
      severity: 'error',
      from: { path: '^libs/domain/', pathNot: spec },
      to: { dependencyTypes: ['npm', 'npm-dev', 'npm-no-pkg', 'npm-optional', 'core', 'npm-unknown'] },
    },
    {
      name: 'front-doors-only',
      comment: 'A library is used through its front door: #domain, #engine, #event-store/postgres …',
      severity: 'error',
      from: { path: '^(apps|test|tools)/' },
      to: { path: '^libs/', pathNot: frontDoors },
    },
    {
      name: 'front-doors-between-libraries',
      comment: 'A library is used through its front door, by other libraries too.',
      severity: 'error',
      from: { path: '^libs/([^/]+)/' },
      to: { path: '^libs/', pathNot: ['^libs/$1/', frontDoors] },
    },
    {
      name: 'no-relative-way-round',
      comment: 'The front door is opened by its name, not by a relative path.',
      severity: 'error',
      from: { path: '^(apps|libs|test|tools)/([^/]+)/' },
      to: { path: '^libs/', pathNot: '^$1/$2/', dependencyTypesNot: ['aliased-subpath-import'] },
    },
    {
      name: 'read-models-ask-each-other',
      comment: 'What a read model needs of another it asks: its queries, never its tables or projection.',
      severity: 'error',
      from: { path: `^libs/read-models/(${questions})/`, pathNot: spec },
      to: { path: `^libs/read-models/(${questions})/`, pathNot: ['^libs/read-models/$1/', '/queries\\.ts$'] },
    },
    {
      name: 'controllers-know-no-engine',
      comment: 'A controller hands a command to its use case, and asks read models or use cases.',
      severity: 'error',
      from: { path: '^apps/api/.+\\.controller\\.ts$' },
      to: { path: '^libs/engine/' },
    },
    {
      name: 'console-features-do-not-know-each-other',
      comment: 'A feature of the console uses what is shared; another feature it reaches by its address.',
      severity: 'error',
      from: { path: '^apps/console/features/([^/]+)/' },
      to: { path: '^apps/console/(app|features/(?!$1/))' },
    },
    {
      name: 'console-shared-knows-no-feature',
      comment: 'What is shared in the console knows no feature and no frame.',
      severity: 'error',
      from: { path: '^apps/console/shared/' },
      to: { path: '^apps/console/(app|features)/' },
    },
    {
      name: 'libraries-know-no-app',
      comment: 'Apps are made of libraries, not the other way round.',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'apps-apart',
      comment: 'A process knows no other process; standalone composes them.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/', pathNot: '^apps/standalone/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'console-knows-its-client-only',
      comment: 'The console speaks to the API through the generated client, as anybody outside would.',
      severity: 'error',
      from: { path: '^apps/console/' },
      to: { path: '^(libs|test|tools)/' },
    },
    {
      name: 'no-test-code-in-source',
      comment: 'What runs does not depend on what tests it.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: [spec, '^libs/event-store/contract/'] },
      to: { path: ['^test/', spec, '(^|/)node_modules/(@types/)?(jest|@jest|fast-check|@nestjs/testing|autocannon)/'] },
    },
    confined('framework-in-apps', '@nestjs', '^(apps|test|tools)/'),
    confined(
      'eventstore-client-in-its-adapter',
      '@eventstore|@grpc',
      '^(libs/event-store/eventstoredb/|test/support/eventstoredb/|test/bench/)',
    ),
    confined('queue-and-mail-in-reminders', 'bullmq|ioredis|nodemailer|smtp-server', '^(libs/reminders/|test/)'),
    confined('holidays-in-the-calendar', 'date-holidays', '^libs/reminders/calendar/'),
    // Who is handed a pool may name its type; connections are made in one place.
    confined('pg-in-its-library', 'pg', '^(libs/postgres/|test/)', { dependencyTypesNot: ['type-only'] }),
    {
      name: 'no-cycles',
      comment: 'Two things that need each other are one thing, or need a third.',
      severity: 'error',
      // What is generated is as its generator makes it.
      from: { pathNot: '^apps/console/shared/api/generated/' },
      to: { circular: true },
    },
    {
      name: 'everything-resolves',
      comment: 'An import that does not resolve is a typing error or a missing package.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/|^test/architecture/fixtures/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'require', 'node', 'default', 'types'],
    },
    cache: false,
  },
};
