import type { JsonObject } from '@himpun/signatures';
import { AT } from '@himpun/signatures/testing';
import { checkSignedCredential } from '../check-signed-credential';
import { aDegree, digest, disclosure, handMade, ISSUER, served } from './sd-jwt.factory';

const check = (text: string) => checkSignedCredential(text, { at: AT, documents: served() });

describe('disclosures', () => {
  const name = disclosure('salt1', 'given_name', 'Siti');
  const other = disclosure('salt2', 'given_name', 'Budi');
  const element = disclosure('salt3', 'Anatomy');

  it.each<[string, JsonObject, string[], string]>([
    ['that the token has no place for', {}, [name], 'disclosure_unreferenced'],
    ['twice the same', { _sd: [digest(name)] }, [name, name], 'disclosure_repeated'],
    [
      'a digest used twice in one place',
      { _sd: [digest(name), digest(name)] },
      [name],
      'disclosure_repeated',
    ],
    [
      'a digest used in two places',
      { _sd: [digest(name)], a: { _sd: [digest(name)] } },
      [name],
      'disclosure_repeated',
    ],
    ['a decoy used twice', { _sd: ['decoy', 'decoy'] }, [], 'disclosure_repeated'],
    [
      'that says what the token says',
      { given_name: 'Ana', _sd: [digest(name)] },
      [name],
      'disclosure_overrides',
    ],
    ['two of one name', { _sd: [digest(name), digest(other)] }, [name, other], 'disclosure_overrides'],
    ...['iss', 'exp', 'nbf', 'cnf', 'vct', 'status', '_sd_alg'].map(
      (claim): [string, JsonObject, string[], string] => {
        const hidden = disclosure('salt', claim, 'x');
        return [
          `of ${claim}`,
          { [claim]: undefined, _sd: [digest(hidden)], iss: ISSUER, vct: 'x' },
          [hidden],
          'disclosure_overrides',
        ];
      },
    ),
    ...['_sd', '...'].map((claim): [string, JsonObject, string[], string] => {
      const hidden = disclosure('salt', claim, ['x']);
      return [`called ${claim}`, { _sd: [digest(hidden)] }, [hidden], 'disclosure_malformed'];
    }),
    ['of a list’s element in an object', { _sd: [digest(element)] }, [element], 'disclosure_malformed'],
    ['of a claim in a list', { courses: [{ '...': digest(name) }] }, [name], 'disclosure_malformed'],
    [
      'with something beside the digest',
      { courses: [{ '...': digest(element), a: 1 }] },
      [element],
      'disclosure_malformed',
    ],
    [
      'a digest of a list outside of one',
      { a: { '...': digest(element) } },
      [element],
      'disclosure_malformed',
    ],
    ['digests that are no list', { _sd: digest(name) }, [name], 'disclosure_malformed'],
    ['a digest that is a number', { _sd: [1] }, [], 'disclosure_malformed'],
    ['of one part', { _sd: [digest(disclosure('s'))] }, [disclosure('s')], 'disclosure_malformed'],
    ['of four parts', {}, [disclosure('s', 'a', 1, 2)], 'disclosure_malformed'],
    ['whose salt is a number', {}, [disclosure(1, 'a', 'b')], 'disclosure_malformed'],
    ['that is no JSON', {}, [Buffer.from('[').toString('base64url')], 'disclosure_malformed'],
    ['with spare bits', {}, [`${name.slice(0, -1)}B`], 'disclosure_malformed'],
    [
      'with a key written twice',
      {},
      [Buffer.from('["s","a",{"b":1,"b":2}]').toString('base64url')],
      'disclosure_malformed',
    ],
    ['by a hash nobody knows', { _sd_alg: 'md5', _sd: [digest(name)] }, [name], 'unsupported_suite'],
  ])('%s', async (_what, payload, disclosures, reason) => {
    const report = await check(handMade(payload, disclosures));
    expect(report.reasons).toEqual([reason]);
    expect(report.outcome).toBe(reason === 'unsupported_suite' ? 'inconclusive' : 'invalid');
  });

  it('changed by a letter have no place in the token', async () => {
    const parts = (await aDegree()).split('~');
    parts[1] = disclosure('another salt', 'given_name', 'Budi');
    expect((await check(parts.join('~'))).reasons).toEqual(['disclosure_unreferenced']);
  });

  it('nested without end are given up', async () => {
    const all: string[] = [];
    let inner: unknown = 'bottom';
    for (let at = 0; at < 150; at++) {
      const one = disclosure(`s${at}`, 'a', inner);
      all.push(one);
      inner = { _sd: [digest(one)] };
    }
    const report = await check(handMade(inner as JsonObject, all));
    expect(report).toMatchObject({ outcome: 'inconclusive', reasons: ['too_complex'] });
  });
});
