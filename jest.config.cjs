const swc = [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', decorators: true, dynamicImport: true },
      transform: { legacyDecorator: true, decoratorMetadata: true },
      target: 'es2023',
      keepClassNames: true,
    },
    module: { type: 'commonjs' },
  },
];
// Packages that ship ES modules only: jest in CommonJS mode has to transform them.
const esm = [
  '@nestjs',
  'file-type',
  'strtok3',
  'token-types',
  'uint8array-extras',
  '@borewit',
  '@tokenizer',
  'load-esm',
  'path-to-regexp',
  'postal-mime',
  'content-disposition',
];
const base = {
  rootDir: __dirname,
  testEnvironment: 'node',
  moduleFileExtensions: ['ts', 'js', 'json'],
  transform: { '^.+\\.[cm]?[jt]s$': swc },
  transformIgnorePatterns: [`/node_modules/(?!(${esm.join('|')})/)`],
  moduleNameMapper: {
    '^@himpun/([a-z-]+)/testing$': '<rootDir>/libs/$1/src/testing.ts',
    '^@himpun/([a-z-]+)$': '<rootDir>/libs/$1/src/index.ts',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.himpun', '<rootDir>/.cache'],
};
// PostgreSQL, Redis and Chromium are started or found once, and only when a test of these projects runs.
const withServices = {
  ...base,
  globalSetup: '<rootDir>/test/support/services/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/services/global-teardown.mjs',
};
const project = (settings, displayName, folder) => ({
  ...settings,
  displayName,
  testMatch: [`<rootDir>/${folder}/**/*.spec.ts`],
});

module.exports = {
  // Jest has one time limit for all projects. It is the browser journeys' (a rule test that hangs is seen as well then).
  testTimeout: 120_000,
  // A connection that a failed test left open must not keep the run from ending.
  forceExit: true,
  projects: [
    project(base, 'rules', '{libs,apps,scripts}'),
    project(withServices, 'integration', 'test/integration'),
    project(withServices, 'e2e-api', 'test/e2e/api'),
    project(withServices, 'e2e-worker', 'test/e2e/worker'),
    project(withServices, 'e2e-web', 'test/e2e/web'),
  ],
};
