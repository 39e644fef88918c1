import fc from 'fast-check';
import { EMPTY_CLAIM } from '../../credential/claim';
import type { Asked } from '../registry';
import { fhirReading } from './fhir-reading.policy';

const TODAY = '2026-11-21';
const NIK = { system: 'https://fhir.kemkes.go.id/id/nik', value: '7209061211900001' };
const asked = (claim: object = {}, person: object = {}): Asked => ({
  kind: 'licence',
  claim: { ...EMPTY_CLAIM, holderName: 'Ana Lestari', number: 'STR-1', ...claim },
  person: {
    id: 'p',
    fullName: 'Ana Lestari',
    birthDate: '1990-05-01',
    confirmedEmail: null,
    nationalId: null,
    ...person,
  },
});
const licence = (change: object = {}) => ({
  code: { coding: [{ code: 'STR', display: 'Surat Tanda Registrasi Fisioterapis' }] },
  identifier: [{ value: 'STR-1' }],
  ...change,
});
const ana = (change: object = {}) => ({
  ...{ resourceType: 'Practitioner', id: '1', birthDate: '1990-05-01', identifier: [NIK] },
  name: [{ use: 'official', family: 'Lestari', given: ['Ana'], prefix: ['dr.'], suffix: ['S.Ft.'] }],
  qualification: [licence()],
  ...change,
});
const bundle = (resources: unknown[], more: object = {}) => ({
  ...{ resourceType: 'Bundle', type: 'searchset', total: resources.length },
  entry: resources.map((resource) => ({ resource })),
  ...more,
});
const issue = (code: string, severity = 'error') => ({
  resourceType: 'OperationOutcome',
  issue: [{ severity, code }],
});
const read = (body: unknown, of: Asked = asked(), status = 200) =>
  fhirReading({ status, pages: [typeof body === 'string' ? body : JSON.stringify(body)] }, of, TODAY);
const one = (change: object, of: Asked = asked()) => read(bundle([ana(change)]), of);
const held = (change: object, of: Asked = asked()) => one({ qualification: [licence(change)] }, of);

describe('an answer of a FHIR server about a practitioner', () => {
  it.each<[string, ReturnType<typeof read>, string, string | null, string]>([
    ['for life, without a period', one({}), 'ran', 'match', 'found'],
    ['a resource by itself', read(ana()), 'ran', 'match', 'found'],
    ['begun, without an end', held({ period: { start: '2020-01-01' } }), 'ran', 'match', 'found'],
    ['on its last day', held({ period: { end: TODAY } }), 'ran', 'match', 'found'],
    ['the day after', held({ period: { end: '2026-11-20' } }), 'ran', 'expired', 'expired'],
    ['over with the month', held({ period: { end: '2026-10' } }), 'ran', 'expired', 'expired'],
    ['this year, not over', held({ period: { end: '2026' } }), 'ran', 'match', 'found'],
    ['not begun', held({ period: { start: '2027-01-01' } }), 'ran', 'partial', 'not_yet_valid'],
    [
      'revoked by an extension',
      held({ extension: [{ url: 'http://x/status', valueCode: 'revoked' }] }),
      'ran',
      'revoked',
      'revoked',
    ],
    ['suspended', held({ status: { coding: [{ code: 'suspended' }] } }), 'ran', 'suspended', 'suspended'],
    ['not in use', one({ active: false }), 'ran', 'revoked', 'inactive'],
    [
      'revoked beats expired',
      held({ status: 'revoked', period: { end: '2020-01-01' } }),
      'ran',
      'revoked',
      'revoked',
    ],
    ['of somebody else', one({ name: [{ text: 'Budi Hartono' }] }), 'ran', 'mismatch', 'name_differs'],
    [
      'by a maiden name',
      one({
        name: [
          { use: 'official', text: 'Ana Wijaya' },
          { use: 'maiden', text: 'Ana Lestari' },
        ],
      }),
      'ran',
      'match',
      'found',
    ],
    ['a masked name', one({ name: [{ text: 'A** Le*****' }] }), 'ran', 'partial', 'masked'],
    ['born on another day', one({ birthDate: '1974-11-20' }), 'ran', 'mismatch', 'birth_date_differs'],
    [
      'a birthday with one digit off',
      one({ birthDate: '1991-05-01' }),
      'ran',
      'partial',
      'birth_digit_differs',
    ],
    ['a birth year alone', one({ birthDate: '1990' }), 'ran', 'match', 'found'],
    ['another number', held({ identifier: [{ value: 'STR-9' }] }), 'ran', 'mismatch', 'number_differs'],
    [
      'our licence of several',
      one({ qualification: [licence({ identifier: [{ value: 'X' }], period: { end: '2001' } }), licence()] }),
      'ran',
      'match',
      'found',
    ],
    [
      'an issuer in full',
      held({ issuer: { display: 'Konsil Tenaga Kesehatan Indonesia' } }, asked({ authority: 'KTKI' })),
      'ran',
      'match',
      'found',
    ],
    [
      'another issuer',
      held({ issuer: { display: 'Konsil Kedokteran Indonesia' } }, asked({ authority: 'KTKI' })),
      'ran',
      'partial',
      'authority_differs',
    ],
    [
      'another profession',
      held({ code: { text: 'Dentist' } }, asked({ profession: 'Fisioterapis' })),
      'ran',
      'partial',
      'profession_differs',
    ],
    [
      'by national id, without a number',
      one({}, asked({ number: null }, { nationalId: NIK.value })),
      'ran',
      'match',
      'found',
    ],
    ['another national id', one({}, asked({}, { nationalId: '3101010101010001' })), 'ran', 'mismatch', ''],
    ['by name only', one({}, asked({ number: null })), 'ran', 'partial', 'by_name_only'],
    [
      'one of several people',
      read(bundle([ana(), ana({ id: '2', name: [{ text: 'Budi' }], identifier: [], qualification: [] })])),
      'ran',
      'match',
      'found',
    ],
    ['two people of that name', read(bundle([ana(), ana({ id: '2' })])), 'ran', 'partial', 'several_records'],
    ['nobody', read(bundle([])), 'ran', 'not_found', 'not_found'],
    [
      'nobody, without entries',
      read({ resourceType: 'Bundle', type: 'searchset', total: 0 }),
      'ran',
      'not_found',
      'not_found',
    ],
    ['nobody, as 404', read(issue('not-found'), asked(), 404), 'ran', 'not_found', 'not_found'],
    ['some announced, none sent', read(bundle([], { total: 3 })), 'unavailable', null, 'source_unavailable'],
    ['a wrong question', read(issue('value'), asked(), 400), 'refused', null, 'source_refused'],
    ['too many questions', read(issue('throttled'), asked(), 429), 'unavailable', null, 'source_unavailable'],
    ['a passing fault with 200', read(issue('transient')), 'unavailable', null, 'source_unavailable'],
    [
      'a warning beside the answer',
      read(bundle([ana(), issue('informational', 'warning')])),
      'ran',
      'match',
      'found',
    ],
    [
      'a token refused',
      read(
        {
          fault: {
            faultstring: 'Invalid access token',
            detail: { errorcode: 'oauth.v2.InvalidAccessToken' },
          },
        },
        asked(),
        401,
      ),
      'refused',
      null,
      'source_refused',
    ],
    [
      'a quota used up',
      read({ fault: { faultstring: 'Rate limit quota violation' } }, asked(), 500),
      'unavailable',
      null,
      'source_unavailable',
    ],
    ['a page for people', read('<!doctype html>'), 'unavailable', null, 'source_unavailable'],
    [
      'half a document',
      read('{"resourceType":"Bundle","entry":[{'),
      'unavailable',
      null,
      'source_unavailable',
    ],
    [
      'words of a gateway',
      read('upstream request timeout', asked(), 504),
      'unavailable',
      null,
      'source_unavailable',
    ],
    ['another resource', read({ resourceType: 'Patient' }), 'unavailable', null, 'source_unavailable'],
  ])('%s', (_, reading, run, outcome, reason) => {
    expect(reading).toMatchObject({ run, outcome });
    if (reason !== '') expect(reading.reasons.map(({ code }) => code)).toContain(reason);
  });

  it('says where the next page is when what was asked for is not on this one', () => {
    const next = { link: [{ relation: 'next', url: 'https://fhir.example/page2' }] };
    expect(
      read(
        bundle(
          [
            ana({ id: '2', name: [{ text: 'Budi' }], identifier: [], qualification: [] }),
            ana({ id: '3', name: [{ text: 'Citra' }], identifier: [], qualification: [] }),
          ],
          next,
        ),
      ),
    ).toMatchObject({
      run: 'unavailable',
      next: 'https://fhir.example/page2',
    });
    expect(read(bundle([ana()], next)).next).toBeUndefined();
  });

  it('never shows a national id whole', () => {
    expect(JSON.stringify(one({}, asked({}, { nationalId: NIK.value })))).not.toContain(NIK.value);
  });

  it('is never an exception, whatever comes', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => expect(read(text).run).toBeDefined()));
  });
});
