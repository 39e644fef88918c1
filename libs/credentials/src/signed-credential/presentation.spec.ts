import { type JsonObject, signDataIntegrity } from '@himpun/signatures';
import {
  aCredential,
  anIssuer,
  aStatusEntry,
  aStatusList,
  AT,
  aToken,
  serving,
  signed,
  V2,
} from '@himpun/signatures/testing';
import { checkSignedCredential } from './check-signed-credential';
import { aDegree, served } from './sd-jwt/sd-jwt.factory';

const academy = anIssuer();
const siti = anIssuer();
const budi = anIssuer();
const check = (input: unknown, documents = serving()) =>
  checkSignedCredential(typeof input === 'string' ? input : JSON.stringify(input), { at: AT, documents });
const good = () => signed(academy, aCredential(academy));
const late = () => signed(academy, aCredential(academy, { validUntil: '2026-02-01T00:00:00Z' }));
const presenting = (contained: unknown[], change: JsonObject = {}): JsonObject => ({
  '@context': [V2],
  type: ['VerifiablePresentation'],
  holder: siti.did,
  verifiableCredential: contained,
  ...change,
});

/** Signed by whoever, over the purpose of signing in. */
async function signedBy(
  who: typeof siti,
  presentation: JsonObject,
  purpose = 'authentication',
): Promise<JsonObject> {
  const { aProof } = await import('@himpun/signatures/testing');
  return { ...presentation, proof: await aProof(who, presentation, { proofPurpose: purpose }) };
}

describe('a presentation', () => {
  it('of one credential answers as the credential does', async () => {
    expect(await check(presenting([await good()]))).toMatchObject({
      outcome: 'verified',
      format: 'w3c-vc-2.0',
      issuer: { id: academy.did },
    });
  });

  it('of several answers with the worst, and tells which', async () => {
    const report = await check(presenting([await good(), await late()]));
    expect(report).toMatchObject({
      outcome: 'expired',
      reasons: ['expired'],
      format: 'presentation',
      issuer: { id: academy.did },
      notes: ['presented_1:verified', 'presented_2:expired'],
    });
  });

  it('with one that nobody signed is not verified', async () => {
    const { proof: _proof, ...bare } = await good();
    expect(await check(presenting([await good(), bare]))).toMatchObject({
      outcome: 'inconclusive',
      reasons: ['unsigned'],
    });
  });

  it('looks up the status of each', async () => {
    const list = await aStatusList(academy, 'https://academy.example/status/1', [5]);
    const revoked = await signed(
      academy,
      aCredential(academy, { credentialStatus: aStatusEntry(String(list.id), 5) }),
    );
    expect((await check(presenting([await good(), revoked]), serving(list))).outcome).toBe('revoked');
  });

  it.each([
    ['by its holder', siti, 'authentication', 'verified', []],
    ['by another', budi, 'authentication', 'mismatch', ['holder_not_bound']],
    ['for another purpose', siti, 'assertionMethod', 'invalid', ['proof_purpose_invalid']],
  ])('signed %s', async (_what, who, purpose, outcome, reasons) => {
    const one = await signedBy(who, presenting([await good()]), purpose);
    expect(await check(one)).toMatchObject({ outcome, reasons });
    const two = await signedBy(who, presenting([await good(), await good()]), purpose);
    expect(await check(two)).toMatchObject({ outcome, reasons });
  });

  it('changed after signing is invalid', async () => {
    const presented = await signedBy(siti, presenting([await good()]));
    expect((await check({ ...presented, id: 'urn:uuid:other' })).reasons).toEqual(['signature_invalid']);
  });

  it.each([
    ['of nothing', [], 'unsupported_format'],
    [
      'of a presentation',
      [{ type: ['VerifiablePresentation'], verifiableCredential: [] }],
      'unsupported_format',
    ],
    ['of texts', ['hello', 'world'], 'not_a_credential'],
    ['without end', Array.from({ length: 51 }, () => 'x'), 'too_complex'],
  ])('%s', async (_what, contained, reason) => {
    expect((await check(presenting(contained))).reasons[0]).toBe(reason);
  });

  it('may hold tokens and envelopes of all kinds', async () => {
    const token = aToken(academy, aCredential(academy));
    const envelope = {
      '@context': V2,
      type: 'EnvelopedVerifiableCredential',
      id: `data:application/vc+jwt,${token}`,
    };
    const degree = { ...envelope, id: `data:application/dc+sd-jwt,${await aDegree()}` };
    const report = await check(presenting([token, envelope, degree]), served());
    expect(report).toMatchObject({ outcome: 'verified', issuer: { id: null } });
  });
});

describe('a presentation as a token', () => {
  const holding = async (change: JsonObject = {}, header: JsonObject = {}, who = siti) =>
    aToken(who, { iss: siti.did, vp: presenting([await good()]), ...change }, header);

  it.each([
    ['of its holder', {}, {}, siti, 'verified', []],
    ['signed by another', {}, {}, budi, 'mismatch', ['holder_not_bound']],
    ['of a holder whom it contradicts', { iss: budi.did }, {}, budi, 'mismatch', ['holder_not_bound']],
    ['that is over', { exp: 1 }, {}, siti, 'expired', ['expired']],
    ['of no algorithm', {}, { alg: 'none' }, siti, 'invalid', ['algorithm_forbidden']],
    [
      'of a holder nobody can look up',
      { iss: 'did:example:siti', vp: undefined },
      {},
      siti,
      'inconclusive',
      ['unsupported_format'],
    ],
  ])('%s', async (_what, change, header, who, outcome, reasons) => {
    expect(await check(await holding(change, header, who))).toMatchObject({ outcome, reasons });
  });

  it('of version 2.0 is its own payload', async () => {
    const token = aToken(siti, presenting([await good(), await late()]), { typ: 'vp+jwt' });
    expect(await check(token)).toMatchObject({ outcome: 'expired', format: 'presentation' });
    const enveloped = {
      '@context': V2,
      type: 'EnvelopedVerifiablePresentation',
      id: `data:application/vp+jwt,${token}`,
    };
    expect((await check(enveloped)).outcome).toBe('expired');
  });
});

describe('JSON', () => {
  it.each([
    ['with a key written twice', '{"a":1,"a":1}'],
    ['with a key written twice in a list', '{"a":[{"b":1,"c":"\\"}:","b":2}]}'],
    ['with the same key in other letters', '{"a":1,"\\u0061":2}'],
  ])('%s is refused', async (_what, text) => {
    expect(await check(text)).toMatchObject({ outcome: 'invalid', reasons: ['malformed'] });
  });

  it('with colons and quotes in its texts is read', async () => {
    const subject = { id: 'did:example:siti', name: 'a "quoted": \\ text\\' };
    expect(
      (
        await check(
          await signed(academy, aCredential(academy, { credentialSubject: subject }), 'eddsa-jcs-2022'),
        )
      ).outcome,
    ).toBe('verified');
  });
});

it('a proof with the key of another curve’s suite is refused', async () => {
  const p256 = anIssuer(undefined, 'P-256');
  const credential = await signDataIntegrity(aCredential(p256), {
    key: p256.key,
    verificationMethod: p256.method,
    created: AT,
    cryptosuite: 'ecdsa-rdfc-2019',
  });
  expect((await check(credential)).outcome).toBe('verified');
  const proof = { ...(credential.proof as JsonObject), cryptosuite: 'eddsa-rdfc-2022' };
  expect((await check({ ...credential, proof })).reasons).toEqual(['key_type_mismatch']);
});
