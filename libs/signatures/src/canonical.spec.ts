import fc from 'fast-check';
import { canonicalJson, canonicalRdf } from './canonical';
import { parseJson } from './json';

const V2 = 'https://www.w3.org/ns/credentials/v2';

describe('canonical JSON', () => {
  it('orders keys and writes numbers as RFC 8785 shows', () => {
    const text =
      '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"literals":[null,true,false]}';
    expect(canonicalJson(JSON.parse(text))).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27]}',
    );
    const keys = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 };
    expect(Object.keys(JSON.parse(canonicalJson(keys)) as object)).toHaveLength(7);
    expect([...canonicalJson(keys).matchAll(/:(\d)/g)].map(([, n]) => Number(n))).toEqual([
      2, 4, 6, 7, 1, 5, 3,
    ]);
  });

  it('means the same value, whatever the order it was written in', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        (value) => canonicalJson(JSON.parse(canonicalJson(value))) === canonicalJson(value),
      ),
    );
  });
});

describe('canonical RDF', () => {
  it.each([
    [
      'a term without a definition',
      { '@context': V2, type: 'VerifiableCredential', surprise: 1 },
      'undefined_terms',
    ],
    [
      'a context that is not bundled',
      { '@context': [V2, 'https://evil.example/context'], name: 'x' },
      'context_unavailable',
    ],
    [
      'a context that redefines a protected term',
      { '@context': [V2, { name: 'urn:other' }], name: 'x' },
      'json_ld_invalid',
    ],
    ['a document nested beyond reason', nested(90), 'too_complex'],
  ])('refuses %s', async (_what, document, code) => {
    await expect(canonicalRdf(document)).rejects.toMatchObject({ code });
  });

  it('gives up on a poison graph at once', async () => {
    const nodes = Array.from({ length: 12 }, (_, n) => ({
      '@id': `_:b${n}`,
      'urn:knows': Array.from({ length: 12 }, (_, m) => ({ '@id': `_:b${m}` })).filter((_, m) => m !== n),
    }));
    await expect(canonicalRdf({ '@graph': nodes })).rejects.toMatchObject({ code: 'too_complex' });
  });
});

describe('what decides about a credential', () => {
  const END = 'https://www.w3.org/2018/credentials#validUntil';
  const badge = {
    '@context': [V2],
    id: 'urn:uuid:1',
    type: 'VerifiableCredential',
    issuer: 'urn:issuer',
    validUntil: '2026-01-01T00:00:00Z',
    credentialSubject: { id: 'urn:subject' },
  };
  const { validUntil, ...endless } = badge;
  const date = { '@type': 'http://www.w3.org/2001/XMLSchema#dateTime', '@value': validUntil };

  it('may be about itself, as some status lists are', async () => {
    const credentialSubject = { id: 'urn:uuid:1', name: 'itself' };
    await expect(canonicalRdf({ ...badge, credentialSubject })).resolves.toContain('itself');
  });

  it.each([
    ['as its full IRI', { ...endless, [END]: date }],
    [
      'under an alias',
      {
        ...endless,
        '@context': [
          V2,
          { end: { '@id': END, '@type': 'xsd:dateTime' }, xsd: 'http://www.w3.org/2001/XMLSchema#' },
        ],
        end: validUntil,
      },
    ],
    ['in a nest', { ...endless, '@context': [V2, { more: '@nest' }], more: { validUntil } }],
    [
      'in another description of the same node',
      { ...endless, '@included': { id: 'urn:uuid:1', type: 'VerifiableCredential', validUntil } },
    ],
    [
      'with the subject as the same node',
      { ...endless, credentialSubject: { id: 'urn:uuid:1', type: 'VerifiableCredential', validUntil } },
    ],
  ])('must not be written %s', async (_where, document) => {
    await expect(canonicalRdf(badge)).resolves.toContain(END);
    await expect(canonicalRdf(document)).rejects.toMatchObject({ code: 'terms_disguised' });
  });
});

describe('JSON to be signed', () => {
  it.each([
    ['a key __proto__', '{"a":{"__proto__":{"b":1}}}', 'malformed'],
    ['a number beyond a double', '{"a":1e400}', 'malformed'],
    ['half a character', '{"a":"\\ud800"}', 'malformed'],
    ['text that is no JSON', '{bad', 'malformed'],
    ['a hundred levels and more', '['.repeat(500) + ']'.repeat(500), 'too_complex'],
    ['too many values', `[${'0,'.repeat(100_001)}0]`, 'too_complex'],
  ])('has no %s', (_what, text, code) => {
    expect(() => parseJson(text)).toThrow(expect.objectContaining({ code }));
  });
});

function nested(levels: number): { [key: string]: unknown } {
  return levels === 0 ? { name: 'x' } : { '@context': V2, credentialSubject: nested(levels - 1) };
}
