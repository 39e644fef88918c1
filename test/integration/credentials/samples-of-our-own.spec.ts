import { generateKeyPairSync } from 'node:crypto';
import {
  DocumentSource,
  didWebUrl,
  isObject,
  JsonObject,
  multikeyOf,
  signDataIntegrity,
} from '@himpun/signatures';
import { checkSignedCredential } from '../../../libs/credentials/src/signed-credential';
import { acceptedByOthers, IndependentSamples, issuedByOthers } from '../../support/independent-credentials';

const AT = new Date('2026-11-21T00:00:00Z');
let issued: IndependentSamples;
let documents: DocumentSource;

beforeAll(() => {
  issued = issuedByOthers();
  const served = new Map(
    issued.documents.map((document) => [didWebUrl(String(document.id)) ?? String(document.id), document]),
  );
  documents = { get: async (url) => served.get(url) };
});

const sample = (name: string): string => {
  const found = issued.samples[name];
  return typeof found === 'string' ? found : JSON.stringify(found);
};
const check = (text: string, at = AT, source = documents) =>
  checkSignedCredential(text, { at, documents: source });
const changed = (name: string, change: (credential: JsonObject) => void): string => {
  const credential = JSON.parse(sample(name)) as JsonObject;
  change(credential);
  return JSON.stringify(credential);
};

describe('credentials issued by libraries of others', () => {
  it.each([
    ['eddsa-rdfc-2022', 'verified', []],
    ['eddsa-jcs-2022', 'verified', []],
    ['ecdsa-rdfc-2019 P-256', 'verified', []],
    ['ecdsa-rdfc-2019 P-384', 'verified', []],
    ['ecdsa-jcs-2019 P-256', 'verified', []],
    ['ecdsa-jcs-2019 P-384', 'verified', []],
    ['Ed25519Signature2020', 'verified', []],
    ['did:web', 'verified', []],
    ['another issuer', 'mismatch', ['issuer_not_bound']],
    ['revocation set', 'revoked', ['revoked']],
    ['revocation clear', 'verified', []],
    ['suspension set', 'suspended', ['suspended']],
    ['suspension clear', 'verified', []],
    ['list gone', 'inconclusive', ['status_unavailable']],
    ...['RS256', 'ES256', 'ES384', 'EdDSA'].flatMap((alg): [string, string, string[]][] => [
      [`${alg} badge`, 'verified', []],
      [`${alg} vc claim`, 'verified', []],
      [`${alg} foreign iss`, 'mismatch', ['jwt_issuer_mismatch']],
      [`${alg} own key`, 'inconclusive', ['key_self_asserted']],
    ]),
  ])('%s: %s', async (name, outcome, reasons) => {
    expect(await check(sample(name))).toMatchObject({ outcome, reasons });
  });

  it.each([
    ['a year later', '2027-06-01', 'expired'],
    ['before its first day', '2025-12-31', 'not_yet_valid'],
    ['on its last moment', '2027-01-01', 'verified'],
  ])('eddsa-rdfc-2022 %s', async (_when, day, outcome) => {
    expect((await check(sample('eddsa-rdfc-2022'), new Date(`${day}T00:00:00Z`))).outcome).toBe(outcome);
  });

  it('says expired beside revoked, and revoked first', async () => {
    const report = await check(sample('revocation set'), new Date('2027-06-01T00:00:00Z'));
    expect(report).toMatchObject({ outcome: 'revoked', reasons: ['revoked', 'expired'] });
  });

  it.each(['eddsa-rdfc-2022', 'eddsa-jcs-2022', 'ecdsa-rdfc-2019 P-384', 'Ed25519Signature2020'])(
    '%s with another name is invalid',
    async (name) => {
      const text = changed(name, (credential) =>
        Object.assign(credential.issuer as JsonObject, { name: 'Academy of Exampel' }),
      );
      expect(await check(text)).toMatchObject({ outcome: 'invalid', reasons: ['signature_invalid'] });
    },
  );

  it('refuses a term that no context defines', async () => {
    const text = changed('eddsa-rdfc-2022', (credential) => (credential.undefinedByAnyContext = 'unsigned'));
    const { outcome, reasons } = await check(text);
    expect([outcome, reasons]).toEqual([
      'invalid',
      [expect.stringMatching(/undefined_terms|signature_invalid/)],
    ]);
  });

  it('cannot tell whose key it is without the DID document', async () => {
    const report = await check(sample('did:web'), AT, { get: async () => undefined });
    expect(report).toMatchObject({ outcome: 'inconclusive', reasons: ['key_unresolvable'] });
  });

  it('accepts a key that came with the token once it is pinned for the issuer', async () => {
    const { key } = await check(sample('ES256 own key'));
    const trustsKey = (issuer: string, thumbprint: string) =>
      issuer === 'https://badges.example/issuer' && thumbprint === key?.thumbprint;
    const report = await checkSignedCredential(sample('ES256 own key'), { at: AT, documents, trustsKey });
    expect(report.outcome).toBe('verified');
  });

  it('does not read a status list that was changed', async () => {
    const altered: DocumentSource = {
      get: async (url) => {
        const list = await documents.get(url);
        const subject =
          isObject(list) && isObject(list.credentialSubject) ? list.credentialSubject : undefined;
        const other = isObject(issued.documents[3])
          ? (issued.documents[3].credentialSubject as JsonObject)
          : {};
        return subject
          ? { ...(list as JsonObject), credentialSubject: { ...subject, encodedList: other.encodedList } }
          : list;
      },
    };
    expect(await check(sample('revocation set'), AT, altered)).toMatchObject({
      outcome: 'inconclusive',
      reasons: ['status_list_signature_invalid'],
    });
  });
});

describe('credentials signed here', () => {
  it('are accepted by libraries of others, and refused by them when changed', async () => {
    const keys = [
      generateKeyPairSync('ed25519'),
      generateKeyPairSync('ec', { namedCurve: 'P-256' }),
      generateKeyPairSync('ec', { namedCurve: 'P-384' }),
    ];
    const signed: JsonObject[] = [];
    for (const { privateKey, publicKey } of keys) {
      const did = `did:key:${multikeyOf(publicKey)}`;
      const { proof: _proof, ...badge } = JSON.parse(sample('eddsa-rdfc-2022')) as JsonObject;
      const cryptosuite = publicKey.asymmetricKeyType === 'ed25519' ? 'eddsa-rdfc-2022' : 'ecdsa-rdfc-2019';
      const verificationMethod = `${did}#${multikeyOf(publicKey)}`;
      signed.push(
        await signDataIntegrity(
          { ...badge, issuer: did },
          { key: privateKey, verificationMethod, created: AT, cryptosuite },
        ),
      );
    }
    const altered = signed.map((credential) => ({ ...credential, validUntil: '2031-01-01T00:00:00Z' }));
    expect(acceptedByOthers([...signed, ...altered])).toEqual([true, true, true, false, false, false]);
  });
});
