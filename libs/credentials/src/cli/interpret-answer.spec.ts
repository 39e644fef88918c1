import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { interpretAnswer } from './interpret-answer';

const FOLDER = join(process.env.HIMPUN_SAMPLES ?? '../shared/data', 'registries');

function run(...args: string[]): { code: number; answer: Record<string, unknown>; err: string } {
  const out: string[] = [];
  const err: string[] = [];
  const now = new Date('2026-11-21T08:00:00Z');
  const code = interpretAnswer(args, { now, out: (line) => out.push(line), err: (line) => err.push(line) });
  return { code, answer: JSON.parse(out[0] ?? '{}') as Record<string, unknown>, err: err.join('\n') };
}

describe('interpret-answer', () => {
  const folder = mkdtempSync(join(tmpdir(), 'answers-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = (body: unknown, name = 'answer.json'): string => {
    writeFileSync(join(folder, name), typeof body === 'string' ? body : JSON.stringify(body));
    return join(folder, name);
  };
  const nppes = { result_count: 0, results: [] };
  const licence = (end: string) => ({
    ...{ resourceType: 'Practitioner', identifier: [], name: [{ text: 'Ana Lestari' }] },
    qualification: [{ identifier: [{ value: '1' }], period: { end } }],
  });

  it('prints what the live check would write down, field by field', () => {
    const claim = { kind: 'licence', holder_name: 'Ana Lestari', number: '1' };
    const path = file(licence('2026-11-21'));
    const { code, answer } = run('--source', 'fhir_practitioner', '--claim', JSON.stringify(claim), path);
    expect(code).toBe(0);
    expect(answer).toMatchObject({
      source: 'fhir_practitioner',
      run: 'ran',
      outcome: 'match',
      reasons: ['found'],
    });
    expect(answer['fields']).toContainEqual({
      field: 'number',
      claimed: '1',
      answered: '1',
      result: 'match',
    });
  });

  it('judges validity on the day that is given', () => {
    const args = [
      '--source',
      'fhir',
      '--claim',
      '{"name":"Ana Lestari","number":"1"}',
      file(licence('2026-11-20')),
    ];
    expect(run(...args).answer).toMatchObject({ outcome: 'expired' });
    expect(run('--at', '2026-11-20', ...args).answer).toMatchObject({ outcome: 'match' });
  });

  it('takes the claim from a file, and an answer in pages as a check keeps it', () => {
    const bundle = (resources: unknown[]) => ({
      ...{ resourceType: 'Bundle', total: 1 },
      entry: resources.map((resource) => ({ resource })),
    });
    const claim = file({ claim: { number: '1' }, person: { full_name: 'Ana Lestari' } }, 'claim.json');
    const pages = file([bundle([]), bundle([licence('2030-01-01')])]);
    expect(run('--source', 'satusehat', '--claim', claim, pages).answer).toMatchObject({ outcome: 'match' });
  });

  it.each([
    ['no such source', ['--source', 'moon', '--claim', '{}'], /sources are .*npi_registry/],
    ['a claim that is not JSON', ['--source', 'nppes', '--claim', '{no'], /not JSON/],
    [
      'a claim that is a list',
      ['--source', 'nppes', '--claim', 'list.json'],
      /neither a JSON object nor a file/,
    ],
    ['a date that is none', ['--source', 'nppes', '--claim', '{"birthDate":"soon"}'], /no date/],
    ['no claim', ['--source', 'nppes'], /--claim takes/],
    ['a wrong day', ['--source', 'nppes', '--claim', '{}', '--at', '2026-13-40'], /--at takes/],
    ['an unknown option', ['--source', 'nppes', '--claim', '{}', '--now'], /--now/],
  ])('ends with 2 and a sentence for %s', (_, args, sentence) => {
    const { code, err } = run(...args, file(nppes));
    expect([code, sentence.test(err)]).toEqual([2, true]);
  });

  it('ends with 2 for a file that is not there, and for none', () => {
    expect(run('--source', 'nppes', '--claim', '{}', join(folder, 'gone')).code).toBe(2);
    expect(run('--source', 'nppes', '--claim', '{}').code).toBe(2);
  });

  /** What INDEX.md says of each answer; NPPES has a registration of the number in every recorded answer with results. */
  const expected: Record<string, [source: string, claim: object, run: string, outcome: string | null]> = {
    'nppes/api-8d2d52.json': ['npi_registry', { number: '1234567893' }, 'refused', null],
    'nppes/api-a2f836.json': ['npi_registry', { number: '1234567893' }, 'ran', 'not_found'],
    'nppes/error-06-not-10-digits.json': ['npi_registry', { number: '123' }, 'refused', null],
    'nppes/error-15-deactivated-1669463816.json': [
      'npi_registry',
      { number: '1669463816' },
      'ran',
      'revoked',
    ],
    'satusehat/practitioner-search-10009880728.json': [
      'satusehat',
      {
        name: 'Practitioner 1',
        number: '1234567887654321',
        nik: '7209061211900001',
        birthDate: '1994-01-01',
      },
      'ran',
      'match',
    ],
    'satusehat/not-found.json': ['satusehat', { number: '1' }, 'ran', 'not_found'],
    'satusehat/error-rule-10117.json': ['satusehat', { number: '1' }, 'refused', null],
    'satusehat/token.json': ['satusehat', { number: '1' }, 'unavailable', null],
    'fhir/practitioner-1.json': [
      'fhir_practitioner',
      { name: 'Ronald Bone', number: '9941339100' },
      'ran',
      'match',
    ],
    'fhir/practitioner-pharmacist.json': [
      'fhir_practitioner',
      { name: 'Dispenser Douglas', number: '3412549073' },
      'ran',
      'match',
    ],
    'pddikti/pt__detail.json': ['diploma_register', { name: 'Ana', institution: 'UTY' }, 'ran', 'partial'],
    'pddikti/prodi__detail.json': [
      'diploma_register',
      { name: 'Ana', institution: 'Universitas Teknologi Yogyakarta', field: 'Informatika' },
      'ran',
      'partial',
    ],
    'pddikti/prodi__desc.json': [
      'diploma_register',
      { name: 'Ana', institution: 'UTY' },
      'not_covered',
      null,
    ],
    'pddikti/pt__fasilitas.json': [
      'diploma_register',
      { name: 'Ana', institution: 'UTY' },
      'not_covered',
      null,
    ],
  };
  const described = existsSync(FOLDER) ? it : it.skip;

  described.each(Object.entries(expected))(
    'reads %s as its index says',
    (path, [source, claim, ran, outcome]) => {
      const { answer } = run('--source', source, '--claim', JSON.stringify(claim), join(FOLDER, path));
      expect(answer).toMatchObject({ source, run: ran, outcome });
    },
  );

  described('reads every recorded NPPES answer with results as a match of the provider named in it', () => {
    const files = readdirSync(join(FOLDER, 'nppes')).filter((name) => !(`nppes/${name}` in expected));
    expect(files.length).toBeGreaterThan(4);
    for (const name of files) {
      const path = join(FOLDER, 'nppes', name);
      const { results } = JSON.parse(readFileSync(path, 'utf8')) as { results: NppesResult[] };
      for (const { number, basic } of results) {
        const holder = basic.organization_name ?? `${basic.first_name} ${basic.last_name}`;
        const claim = JSON.stringify({ holderName: holder, number });
        const { answer } = run('--source', 'npi_registry', '--claim', claim, path);
        expect([name, number, answer['outcome']]).toEqual([name, number, 'match']);
      }
    }
  });
});

interface NppesResult {
  number: string | number;
  basic: { organization_name?: string; first_name?: string; last_name?: string };
}
