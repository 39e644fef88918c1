import { JsonObject } from '@himpun/signatures';
import {
  aCredential,
  aDidDocument,
  anIssuer,
  aProof,
  AT,
  serving,
  signed,
  V1,
  V2,
} from '@himpun/signatures/testing';
import { checkSignedCredential } from './check-signed-credential';

const academy = anIssuer();
const notary = anIssuer();
const site = anIssuer('did:web:academy.example');
const check = (credential: unknown, documents = serving()) =>
  checkSignedCredential(JSON.stringify(credential), { at: AT, documents });
const without = (credential: JsonObject, key: string) =>
  Object.fromEntries(Object.entries(credential).filter(([name]) => name !== key));

describe('what every credential must have', () => {
  it.each([
    ['a context', '@context', 'context_missing'],
    ['the type of a credential', 'type', 'type_missing'],
    ['an issuer', 'issuer', 'issuer_missing'],
    ['a subject', 'credentialSubject', 'subject_missing'],
  ])('%s', async (_what, key, reason) => {
    const credential = without(await signed(academy, aCredential(academy)), key);
    expect(await check(credential)).toMatchObject({
      outcome: 'invalid',
      reasons: expect.arrayContaining([reason]),
    });
  });

  it.each([
    ['a date that is no date', { validFrom: '2026-02-30T00:00:00Z' }, 'date_malformed'],
    ['a day without time', { validUntil: '2026-12-31' }, 'date_malformed'],
    ['an issuer by name only', { issuer: 'Academy' }, 'issuer_missing'],
    ['subjects that are texts', { credentialSubject: 'Siti' }, 'subject_missing'],
    ['the 1.1 context without a date', { '@context': [V1], validFrom: undefined }, 'issuance_date_missing'],
  ])('refuses %s', async (_what, change, reason) => {
    expect(await check({ ...aCredential(academy, change), proof: {} })).toMatchObject({
      outcome: 'invalid',
      reasons: [reason],
    });
  });

  it('the base context first', async () => {
    const credential = aCredential(academy, {
      '@context': ['https://w3id.org/security/data-integrity/v2', V2],
    });
    expect(await check(await signed(academy, credential))).toMatchObject({
      outcome: 'invalid',
      reasons: ['context_not_first'],
    });
  });
});

describe('proofs', () => {
  const good = () => signed(academy, aCredential(academy));
  const withProof = async (change: JsonObject) => {
    const credential = await good();
    return { ...credential, proof: { ...(credential.proof as JsonObject), ...change } };
  };

  it.each([
    ['no proof', { proof: undefined }, 'inconclusive', 'unsigned'],
    ['an empty list of proofs', { proof: [] }, 'inconclusive', 'unsigned'],
    ['a proof that is a text', { proof: 'signed, the rector' }, 'invalid', 'proof_malformed'],
  ])('%s', async (_what, change, outcome, reason) => {
    expect(await check({ ...(await good()), ...change })).toMatchObject({ outcome, reasons: [reason] });
  });

  it.each([
    [
      'the value of another',
      {
        proofValue:
          'z3F4tZZSnoeZiSW7JhMuUMUjefidVHaMk2HHBqvv2KXbhJ7FTTvmbUTDHD1jnSmgq3SmiggHSdfT4QdPEQvcTdr6c',
      },
      'invalid',
      'signature_invalid',
    ],
    ['a value that is none', { proofValue: 'z0OIl' }, 'invalid', 'proof_value_malformed'],
    ['no value', { proofValue: undefined }, 'invalid', 'proof_value_malformed'],
    ['a value cut short', { proofValue: 'z3F4tZZSnoeZ' }, 'invalid', 'proof_value_malformed'],
    ['the purpose of signing in', { proofPurpose: 'authentication' }, 'invalid', 'proof_purpose_invalid'],
    ['no purpose', { proofPurpose: undefined }, 'invalid', 'proof_purpose_invalid'],
    ['no key', { verificationMethod: undefined }, 'invalid', 'proof_malformed'],
    ['a creation date that is none', { created: 'yesterday' }, 'invalid', 'proof_malformed'],
    ['another creation date', { created: '2026-01-03T00:00:00Z' }, 'invalid', 'signature_invalid'],
    ['a predecessor that is not there', { previousProof: 'urn:proof:1' }, 'invalid', 'proof_chain_broken'],
    ['a draft suite', { cryptosuite: 'eddsa-2022' }, 'inconclusive', 'unsupported_suite'],
    ['an unknown type', { type: 'SomeProof' }, 'inconclusive', 'unsupported_suite'],
    ['selective disclosure', { cryptosuite: 'ecdsa-sd-2023' }, 'inconclusive', 'unsupported_format'],
    ['selective disclosure by pairing', { cryptosuite: 'bbs-2023' }, 'inconclusive', 'unsupported_format'],
    ['a suite for other keys', { cryptosuite: 'ecdsa-rdfc-2019' }, 'invalid', 'key_type_mismatch'],
    ['the other way of writing JSON', { cryptosuite: 'eddsa-jcs-2022' }, 'invalid', 'signature_invalid'],
    [
      'a DID method nobody here knows',
      { verificationMethod: 'did:example:1#k' },
      'inconclusive',
      'key_unresolvable',
    ],
    [
      'a key without scheme',
      { verificationMethod: 'academy.example/key' },
      'inconclusive',
      'key_unresolvable',
    ],
  ])('with %s', async (_what, change, outcome, reason) => {
    expect(await check(await withProof(change))).toMatchObject({ outcome, reasons: [reason] });
  });

  it('do not outvote one another: a good one beside a broken one is invalid', async () => {
    const credential = await good();
    const broken = { ...(credential.proof as JsonObject), created: '2026-01-03T00:00:00Z' };
    for (const proof of [
      [credential.proof, broken],
      [broken, credential.proof],
    ]) {
      expect(await check({ ...credential, proof })).toMatchObject({
        outcome: 'invalid',
        reasons: ['signature_invalid'],
      });
    }
  });

  it("of an unknown kind are passed over beside the issuer's own", async () => {
    const credential = await good();
    const report = await check({ ...credential, proof: [{ type: 'SomeProof' }, credential.proof] });
    expect(report).toMatchObject({
      outcome: 'verified',
      reasons: [],
      notes: ['proof_passed_over:unsupported_suite'],
    });
  });

  it("of others count only beside the issuer's own", async () => {
    const countersigned = await signed(notary, await good());
    expect((await check(countersigned)).outcome).toBe('verified');
    expect(await check(await signed(notary, aCredential(academy)))).toMatchObject({
      outcome: 'mismatch',
      reasons: ['issuer_not_bound'],
    });
  });

  it('in a chain cover the ones before', async () => {
    const credential = aCredential(academy);
    const first = await aProof(academy, credential, { id: 'urn:uuid:first' });
    const second = await aProof(
      academy,
      { ...credential, proof: [first] },
      { previousProof: 'urn:uuid:first' },
    );
    const unchained = await aProof(academy, credential, { previousProof: 'urn:uuid:first' });
    expect((await check({ ...credential, proof: [first, second] })).outcome).toBe('verified');
    expect((await check({ ...credential, proof: [first, unchained] })).reasons).toEqual([
      'signature_invalid',
    ]);
    expect((await check({ ...credential, proof: [second] })).reasons).toEqual(['proof_chain_broken']);
  });

  it.each([
    ['expired', { expires: '2026-02-01T00:00:00Z' }, 'expired', 'proof_expired'],
    ['made in the future', { created: '2027-01-01T00:00:00Z' }, 'not_yet_valid', 'proof_from_the_future'],
  ])('%s', async (_what, change, outcome, reason) => {
    const credential = aCredential(academy);
    expect(await check({ ...credential, proof: await aProof(academy, credential, change) })).toMatchObject({
      outcome,
      reasons: [reason],
    });
  });
});

describe('keys in a DID document', () => {
  const signedBySite = () => signed(site, aCredential(site));

  it.each([
    ['listed for assertions', {}, {}, 'verified', []],
    [
      'listed for signing in only',
      { assertionMethod: [], authentication: [site.method] },
      {},
      'mismatch',
      ['key_not_authorised'],
    ],
    [
      'of another controller',
      {},
      { controller: 'did:web:other.example' },
      'mismatch',
      ['key_not_authorised'],
    ],
    [
      'that the document does not have',
      {},
      { id: 'did:web:academy.example#key-2' },
      'inconclusive',
      ['key_not_found'],
    ],
    ['revoked', {}, { revoked: '2026-06-01T00:00:00Z' }, 'invalid', ['key_revoked']],
    ['to be revoked later', {}, { revoked: '2027-06-01T00:00:00Z' }, 'verified', []],
    ['out of date', {}, { expires: '2026-06-01T00:00:00Z' }, 'invalid', ['key_expired']],
    ['named in short', { assertionMethod: ['#key-1'] }, { id: '#key-1' }, 'verified', []],
  ])('%s', async (_what, document, method, outcome, reasons) => {
    expect(await check(await signedBySite(), serving(aDidDocument(site, document, method)))).toMatchObject({
      outcome,
      reasons,
    });
  });

  it('do not count in a document of another id', async () => {
    const document = aDidDocument(site, { id: 'did:web:evil.example' });
    const report = await check(await signedBySite(), { get: async () => document });
    expect(report).toMatchObject({ outcome: 'inconclusive', reasons: ['key_unresolvable'] });
  });
});
