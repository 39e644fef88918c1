const { libraries } = require('./architecture.cjs');

const names = Object.keys(libraries);
const anyOf = (list) => `(?:${list.join('|')})`;
const TEST_CODE = '(?:\\.(?:spec|factory|fake)\\.tsx?|/testing\\.ts)$';
// The compiler knows this alias; the cruiser leaves it as it is written.
const TESTING_DOOR = '^@himpun/[^/]+/testing$';
const PURE = '\\.(?:policy|access|states)\\.ts$';

const rule = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to });

const perLibrary = names.map((name) =>
  rule(
    `${name}-looks-down-only`,
    `libs/${name} may use ${libraries[name].join(', ') || 'no other library'} (architecture.cjs). Cures: pass the fact in; move the rule to the library that owns the decision; raise an event.`,
    { path: `^libs/${name}/`, pathNot: TEST_CODE },
    { path: '^libs/', pathNot: `^libs/${anyOf([name, ...libraries[name]])}/` },
  ),
);

module.exports = {
  forbidden: [
    ...perLibrary,
    rule(
      'library-without-a-level',
      'Every library has its line in architecture.cjs.',
      { path: `^libs/(?!${anyOf(names)}/)` },
      { path: '.' },
    ),
    rule(
      'no-cycles',
      'Two files that need each other are one idea, or one of them asks for a fact.',
      {},
      { circular: true },
    ),
    rule(
      'library-through-its-door',
      'Another library is entered by its index.ts (tests: also by its testing.ts).',
      { path: '^libs/([^/]+)/' },
      { path: '^libs/', pathNot: ['^libs/$1/', '^libs/[^/]+/src/(?:index|testing)\\.ts$'] },
    ),
    rule(
      'app-through-the-door',
      'An app enters a library by its index.ts.',
      { path: '^apps/' },
      { path: '^libs/', pathNot: '^libs/[^/]+/src/(?:index|testing)\\.ts$' },
    ),
    rule(
      'rules-are-pure',
      'Policies, access rules and state tables are functions of plain data: no framework, no database, no entity code.',
      { path: PURE },
      {
        path: [
          'node_modules/(?:@nestjs|typeorm|pg|bull|ioredis|fastify)(?:/|$)',
          '\\.(?:service|queries|module)\\.ts$',
          '^libs/database/',
        ],
      },
    ),
    rule(
      'rules-see-types-of-entities-only',
      'A rule may name the shape of an entity (import type), never its code.',
      { path: PURE },
      { path: '\\.entity\\.ts$', dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'bull-in-the-worker-only',
      'Business code writes to the outbox; only apps/worker knows Bull.',
      { pathNot: '^(?:apps/worker|test|node_modules)/' },
      { path: 'node_modules/(?:bull|@nestjs/bull(?:-shared)?|@bull-board)(?:/|$)' },
    ),
    rule(
      'http-in-the-api-only',
      'HTTP is the door of apps/api; in the worker only the queue folder and main.ts listen, for the dashboard.',
      { path: '^(?:libs|apps/worker)/', pathNot: '^apps/worker/src/(?:queue/|main\\.ts)' },
      {
        path: [
          'node_modules/(?:fastify|@fastify|@nestjs/platform-fastify|@nestjs/swagger)(?:/|$)',
          '\\.controller\\.ts$',
        ],
      },
    ),
    rule(
      'no-test-code-in-production',
      'Factories, fakes and testing doors are for tests.',
      { path: '^(?:libs|apps|migrations)/', pathNot: TEST_CODE },
      { path: [TEST_CODE, TESTING_DOOR, '^test/'] },
    ),
    rule(
      'every-import-is-found',
      'An import that cannot be followed would slip through every other wall.',
      { path: '^(?:apps|libs)/' },
      { couldNotResolve: true, pathNot: TESTING_DOOR },
    ),
    rule(
      'app-knows-no-app',
      'Apps meet in libraries and in the database.',
      { path: '^apps/([^/]+)/' },
      { path: '^apps/', pathNot: '^apps/$1/' },
    ),
    rule(
      'page-knows-the-contract-only',
      'apps/web knows openapi.json and nothing else of ours.',
      { path: '^apps/web/' },
      { path: '^(?:libs|test|scripts|migrations)/' },
    ),
    rule(
      'library-knows-no-app',
      'News goes up through the outbox.',
      { path: '^libs/' },
      { path: '^(?:apps|test|bench|scripts)/' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(?:^|/)(?:dist|\\.cache|\\.himpun)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
