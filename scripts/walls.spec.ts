import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

interface Violation {
  rule: { name: string };
  from: string;
  to: string;
}

const repository = join(__dirname, '..');
const cruiser = join(repository, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

/** A house without a fault: two libraries, three apps, and packages to import. */
const soundHouse = {
  'libs/kernel/src/index.ts': `export const one = 1;`,
  'libs/people/src/index.ts': `export { person } from './person.entity';`,
  'libs/people/src/person.entity.ts': `import 'typeorm';\nimport { one } from '@himpun/kernel';\nexport const person = one;\nexport interface Person { name: string }`,
  'libs/people/src/person.policy.ts': `import type { Person } from './person.entity';\nexport const isNamed = (who: Person) => who.name !== '';`,
  'libs/people/src/person.factory.ts': `export { person as aPerson } from './person.entity';`,
  'libs/people/src/testing.ts': `export { aPerson } from './person.factory';`,
  'libs/membership/src/index.ts': `export { person } from '@himpun/people';`,
  'libs/membership/src/application.spec.ts': `import '@himpun/people/testing';\nimport './application.policy';`,
  'libs/membership/src/application.policy.ts': `export const gaps = [];`,
  'apps/api/src/main.ts': `import 'fastify';\nimport './application.controller';`,
  'apps/api/src/application.controller.ts': `import '@himpun/membership';`,
  'apps/worker/src/main.ts': `import 'bull';\nimport '@himpun/membership';`,
  'apps/web/src/main.ts': `export {};`,
  ...Object.fromEntries(['typeorm', 'bull', 'fastify', '@nestjs/common'].flatMap(packageFiles)),
};

/** What a hurried hand might write, and the wall that must stop it. */
const faults: [rule: string, file: string, code: string][] = [
  ['kernel-looks-down-only', 'libs/kernel/src/a.ts', `import '@himpun/people';`],
  ['people-looks-down-only', 'libs/people/src/b.ts', `import '@himpun/membership';`],
  ['people-looks-down-only', 'libs/people/src/c.ts', `import type { x } from '@himpun/membership';`],
  ['library-without-a-level', 'libs/helpers/src/index.ts', `import '@himpun/kernel';`],
  ['no-cycles', 'libs/people/src/d.ts', `import './e';`],
  ['library-through-its-door', 'libs/membership/src/f.ts', `import '../../people/src/person.entity';`],
  ['app-through-the-door', 'apps/api/src/g.ts', `import '../../../libs/people/src/person.entity';`],
  ['rules-are-pure', 'libs/people/src/h.policy.ts', `import '@nestjs/common';`],
  ['rules-are-pure', 'libs/people/src/i.access.ts', `import type { x } from 'typeorm';`],
  [
    'rules-see-types-of-entities-only',
    'libs/people/src/j.states.ts',
    `import { person } from './person.entity';\nexport const p = person;`,
  ],
  ['bull-in-the-worker-only', 'libs/people/src/k.ts', `import 'bull';`],
  ['bull-in-the-worker-only', 'apps/api/src/l.ts', `import type { Job } from 'bull';`],
  ['http-in-the-api-only', 'libs/people/src/m.ts', `import 'fastify';`],
  ['http-in-the-api-only', 'libs/people/src/n.ts', `import './o.controller';`],
  ['no-test-code-in-production', 'libs/people/src/p.ts', `import './person.factory';`],
  ['no-test-code-in-production', 'libs/membership/src/q.ts', `import '@himpun/people/testing';`],
  ['every-import-is-found', 'libs/people/src/u.ts', `import '@himpun/nowhere';`],
  ['app-knows-no-app', 'apps/worker/src/r.ts', `import '../../api/src/main';`],
  ['page-knows-the-contract-only', 'apps/web/src/s.ts', `import '../../../libs/kernel/src/index';`],
  ['library-knows-no-app', 'libs/people/src/t.ts', `import '../../../apps/api/src/main';`],
];

describe('the walls', () => {
  const stood = cruise({});
  const planted = cruise({
    ...Object.fromEntries(faults.map(([, file, code]) => [file, code])),
    'libs/people/src/e.ts': `import './d';`,
    'libs/people/src/o.controller.ts': `export {};`,
  });

  it('let a sound house stand', () => {
    expect(stood).toEqual([]);
  });

  it.each(faults)('%s stops %s', (rule, file) => {
    expect(planted.filter(({ from }) => from === file).map((violation) => violation.rule.name)).toContain(
      rule,
    );
  });
});

function cruise(more: Record<string, string>): Violation[] {
  const house = mkdtempSync(join(tmpdir(), 'himpun-walls-'));
  try {
    for (const [file, code] of Object.entries({ ...soundHouse, ...more })) {
      mkdirSync(dirname(join(house, file)), { recursive: true });
      writeFileSync(join(house, file), code);
    }
    copyFileSync(join(repository, 'tsconfig.json'), join(house, 'tsconfig.json'));
    const config = join(repository, '.dependency-cruiser.cjs');
    const report = execFileSync(
      process.execPath,
      [cruiser, '--config', config, '-T', 'json', 'apps', 'libs'],
      {
        cwd: house,
        encoding: 'utf8',
      },
    );
    return (JSON.parse(report) as { summary: { violations: Violation[] } }).summary.violations;
  } finally {
    rmSync(house, { recursive: true, force: true });
  }
}

function packageFiles(name: string): [string, string][] {
  const folder = `node_modules/${name}`;
  return [
    [
      `${folder}/package.json`,
      JSON.stringify({ name, version: '1.0.0', main: 'index.js', types: 'index.d.ts' }),
    ],
    [`${folder}/index.js`, ''],
    [`${folder}/index.d.ts`, 'export type Job = string; export type x = string;'],
  ];
}
