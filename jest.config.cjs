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
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.himpun', '<rootDir>/.cache'],
};
const services = {
  ...base,
  testTimeout: 60_000,
};

module.exports = {
  projects: [
    { ...base, displayName: 'rules', testMatch: ['<rootDir>/{libs,apps,scripts}/**/*.spec.ts'] },
    { ...services, displayName: 'integration', testMatch: ['<rootDir>/test/integration/**/*.spec.ts'] },
    { ...services, displayName: 'e2e-api', testMatch: ['<rootDir>/test/e2e/api/**/*.spec.ts'] },
    { ...services, displayName: 'e2e-worker', testMatch: ['<rootDir>/test/e2e/worker/**/*.spec.ts'] },
    { ...services, displayName: 'e2e-web', testMatch: ['<rootDir>/test/e2e/web/**/*.spec.ts'], testTimeout: 180_000 },
  ],
};
