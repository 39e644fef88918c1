import { createPrivateKey } from 'node:crypto';
import { type JsonObject, signJws } from '@himpun/signatures';
import { aCredential, anIssuer, AT, aToken, serving } from '@himpun/signatures/testing';
import { anIdentity, type PdfIdentity } from '../signed-pdf/signed-pdf.factory';
import { checkSignedCredential } from './check-signed-credential';

const ISSUER = 'https://university.example/issuer';
const root = anIdentity('Root of Example');
const authority = anIdentity('Authority of Example', root, { isCa: true });
const byHost = anIdentity('Universitas', authority, { names: { dns: 'university.example' } });
const byAddress = anIdentity('Universitas', authority, { names: { uri: ISSUER } });
const other = anIdentity('Lain', authority, { names: { dns: 'other.example' } });
const over = anIdentity('Universitas', authority, {
  to: new Date('2026-06-01T00:00:00Z'),
  names: { dns: 'university.example' },
});

const der = (pem: string) => pem.replace(/-----[^-]+-----|\s/g, '');
function token(identity: PdfIdentity, payload: JsonObject = {}, header: JsonObject = {}): string {
  const x5c = [der(identity.pem), der(authority.pem)];
  const claims = { iss: ISSUER, vct: 'https://university.example/degree', sub: 'siti', ...payload };
  const head = { typ: 'dc+sd-jwt', x5c, ...header };
  return `${signJws(claims, head, createPrivateKey(identity.keyPem))}~`;
}
const check = (text: string, roots = [root.pem]) =>
  checkSignedCredential(text, { at: AT, documents: serving(), roots });

describe('a token with certificates', () => {
  it.each([
    ['of the issuer’s host', byHost],
    ['of the issuer’s address', byAddress],
  ])('%s is verified when they lead to a root', async (_what, identity) => {
    expect(await check(token(identity))).toMatchObject({ outcome: 'verified', issuer: { id: ISSUER } });
  });

  it('may leave its issuer to the certificate', async () => {
    expect(await check(token(byAddress, { iss: undefined }))).toMatchObject({
      outcome: 'verified',
      issuer: { id: ISSUER },
    });
  });

  it.each<[string, string, string[], string, string]>([
    ['without a root', token(byHost), [], 'inconclusive', 'certificate_untrusted'],
    ['with another root', token(byHost), [anIdentity('Root').pem], 'inconclusive', 'certificate_untrusted'],
    ['out of date', token(over), [root.pem], 'inconclusive', 'certificate_untrusted'],
    ['of another', token(other), [root.pem], 'mismatch', 'issuer_not_bound'],
    [
      'that did not sign it',
      token(byHost, {}, { x5c: [der(other.pem)] }),
      [root.pem],
      'invalid',
      'signature_invalid',
    ],
    ['that are none', token(byHost, {}, { x5c: ['AAAA'] }), [root.pem], 'invalid', 'key_malformed'],
    ['of none', token(byHost, {}, { x5c: [] }), [root.pem], 'invalid', 'key_malformed'],
  ])('%s', async (_what, text, roots, outcome, reason) => {
    expect(await check(text, roots)).toMatchObject({ outcome, reasons: [reason] });
  });

  it('of a key of another kind than the token’s is refused', async () => {
    const academy = anIssuer();
    const foreign = aToken(academy, aCredential(academy), { x5c: [der(byHost.pem)] });
    expect((await check(foreign)).reasons).toEqual(['key_type_mismatch']);
  });
});
