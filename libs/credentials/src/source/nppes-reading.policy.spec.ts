import { EMPTY_CLAIM } from '../credential/claim';
import { nppesReading } from './nppes-reading.policy';
import type { Asked } from './registry';

const NPI = '1234567893';
const asked = (
  number: string | null = NPI,
  fullName = 'Ana Lestari',
  profession: string | null = null,
): Asked => ({
  kind: 'licence',
  claim: { ...EMPTY_CLAIM, holderName: fullName, number, profession },
  person: { id: 'p', fullName, birthDate: null, confirmedEmail: null },
});
const provider = (change: object = {}, basic: object = {}) => ({
  ...{ number: NPI, enumeration_type: 'NPI-1', other_names: [], taxonomies: [] },
  basic: { first_name: 'ANA', middle_name: 'PUTRI', last_name: 'LESTARI', status: 'A', ...basic },
  ...change,
});
const read = (body: unknown, of: Asked = asked(), status = 200) =>
  nppesReading({ status, pages: [typeof body === 'string' ? body : JSON.stringify(body)] }, of);
const results = (...found: unknown[]) => ({ result_count: found.length, results: found });
const errors = (number: string, description = '') => ({ Errors: [{ number, field: 'number', description }] });
const licence = (number: string | null, state: string | null = 'PA') => ({
  taxonomies: [{ desc: 'Physical Therapist', license: number, state, primary: true }],
});

describe('an answer of NPPES', () => {
  it.each<[string, ReturnType<typeof read>, string, string | null, string]>([
    ['by number and name', read(results(provider())), 'ran', 'match', 'found'],
    ['number as a number', read(results(provider({ number: Number(NPI) }))), 'ran', 'match', 'found'],
    [
      'by a former name',
      read(
        results(provider({ other_names: [{ first_name: 'DEWI', last_name: 'SARI' }] })),
        asked(NPI, 'Dewi Sari'),
      ),
      'ran',
      'match',
      'found',
    ],
    [
      'of somebody else',
      read(results(provider()), asked(NPI, 'Budi Hartono')),
      'ran',
      'mismatch',
      'name_differs',
    ],
    [
      'about another number',
      read(results(provider({ number: '1003802901' }))),
      'ran',
      'mismatch',
      'number_differs',
    ],
    ['deactivated in the record', read(results(provider({}, { status: 'D' }))), 'ran', 'revoked', 'revoked'],
    [
      'deactivated, without a status',
      read(results(provider({}, { status: null, deactivation_date: '2020-01-01' }))),
      'ran',
      'revoked',
      'revoked',
    ],
    [
      'given back later',
      read(
        results(
          provider({}, { status: null, deactivation_date: '2020-01-01', reactivation_date: '2021-01-01' }),
        ),
      ),
      'ran',
      'match',
      'found',
    ],
    [
      'deactivated as an error',
      read(errors('15', `CMS deactivated NPI ${NPI}.`)),
      'ran',
      'revoked',
      'revoked',
    ],
    [
      'another number deactivated',
      read(errors('15', 'CMS deactivated NPI 1003802901.')),
      'ran',
      'mismatch',
      'number_differs',
    ],
    ['nobody', read(results()), 'ran', 'not_found', 'not_found'],
    [
      'a list without our number',
      read(results(provider({ number: '1003802901' }), provider({ number: '1669463816' }))),
      'ran',
      'not_found',
      'not_found',
    ],
    [
      'our state licence',
      read(results(provider(licence('PT-404'))), asked('PT 404')),
      'ran',
      'partial',
      'licence_self_reported',
    ],
    [
      'one of that name',
      read(
        results(
          provider(),
          provider({ number: '1003802901' }, { first_name: 'BUDI', last_name: 'X', middle_name: '' }),
        ),
        asked(null),
      ),
      'ran',
      'partial',
      'by_name_only',
    ],
    [
      'two of that name',
      read(results(provider(), provider({ number: '1003802901' })), asked(null)),
      'ran',
      'partial',
      'several_records',
    ],
    [
      'an organisation',
      read(
        results({
          ...provider(),
          enumeration_type: 'NPI-2',
          basic: { organization_name: 'CLINIC LLC', status: 'A' },
        }),
      ),
      'ran',
      'mismatch',
      'name_differs',
    ],
    [
      'another profession',
      read(
        results(provider({ taxonomies: [{ desc: 'Dentist' }] })),
        asked(NPI, 'Ana Lestari', 'Fisioterapis'),
      ),
      'ran',
      'partial',
      'profession_differs',
    ],
    ['too few digits', read(errors('06', 'NPI must be 10 digits')), 'refused', null, 'source_refused'],
    ['no criteria', read(errors('04')), 'refused', null, 'source_refused'],
    ['a version no longer served', read(errors('17')), 'refused', null, 'source_refused'],
    ['forbidden', read('', asked(), 403), 'refused', null, 'source_refused'],
    ['a page for people', read('<html>Maintenance</html>'), 'unavailable', null, 'source_unavailable'],
    ['half a document', read('{"result_count":1,"resu'), 'unavailable', null, 'source_unavailable'],
    ['busy', read('slow down', asked(), 429), 'unavailable', null, 'source_unavailable'],
    ['down, with JSON', read(results(provider()), asked(), 503), 'unavailable', null, 'source_unavailable'],
    ['sent elsewhere', read('', asked(), 302), 'unavailable', null, 'source_unavailable'],
  ])('%s', (_, reading, run, outcome, reason) => {
    expect(reading).toMatchObject({ run, outcome });
    expect(reading.reasons.map(({ code }) => code)).toContain(reason);
  });

  it('shows state licences without weighing them, and empty ones not at all', () => {
    const field = (body: object) =>
      read(results(provider(body))).fields.find((one) => one.field === 'stateLicence');
    expect(field(licence('MD424020'))).toMatchObject({ found: 'PA MD424020', result: 'absent' });
    for (const empty of ['NA', '--', '', null]) expect(field(licence(empty))).toBeUndefined();
  });
});
