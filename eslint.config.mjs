import tseslint from 'typescript-eslint';

const TESTS = [
  '**/*.spec.ts',
  '**/*.spec.tsx',
  'test/**',
  'libs/*/src/testing.ts',
  '**/*.factory.ts',
  '**/*.fake.ts',
];

const noForwardRef = {
  selector: 'Identifier[name="forwardRef"]',
  message: 'Two things that need each other: pass the fact in, move the rule, or raise an event.',
};
const noPresentTime = [
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: 'The present time comes from the injected Clock.',
  },
  {
    selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
    message: 'The present time comes from the injected Clock.',
  },
];

export default tseslint.config(
  {
    ignores: [
      'dist/**',
      'node_modules/**',
      '.himpun/**',
      '.cache/**',
      'coverage/**',
      'test-results/**',
      'apps/web/src/api/schema.d.ts',
    ],
  },
  // The rules hold everywhere: no comment switches one off.
  { linterOptions: { noInlineConfig: true } },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx', '**/*.mjs', '**/*.cjs'],
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-restricted-syntax': ['error', noForwardRef],
      'max-lines': ['error', 300],
    },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    rules: { '@typescript-eslint/no-explicit-any': 'error', 'no-console': 'error' },
  },
  // Catalogues of sentences and colours grow with the product, not with its complexity.
  {
    files: ['apps/web/src/**/i18n/**', 'libs/**/i18n/**', 'libs/signatures/src/contexts/**'],
    rules: { 'max-lines': 'off' },
  },
  {
    files: ['libs/**/*.ts', 'apps/api/**/*.ts', 'apps/worker/**/*.ts'],
    ignores: TESTS,
    rules: {
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': ['error', noForwardRef, ...noPresentTime],
    },
  },
  // The one place that may read the machine's clock.
  { files: ['libs/kernel/src/clock.ts'], rules: { 'no-restricted-syntax': ['error', noForwardRef] } },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
);
