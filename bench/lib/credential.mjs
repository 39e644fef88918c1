import { createRequire } from 'node:module';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import * as jose from 'jose';
import { inRoot } from '../../scripts/lib/root.mjs';
import { secondsSince } from './load.mjs';
import { interleaved, lineOf } from './rounds.mjs';

const WARM_UP_MS = 1_000;
const ROUND_MS = 1_500;
const ROUNDS = 5;
const ISSUED = '2026-01-02T00:00:00Z';
const BADGES = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';

const require = createRequire(import.meta.url);
const contexts = { [BADGES]: require(inRoot('libs/signatures/src/contexts/open-badges-3.0.3.json')) };

/** Our whole check (what kind of file it is, shape, signature, issuer, dates, status) at a moment when the credential holds. */
export async function ourCheck(text) {
  const { checkSignedCredential } = require(inRoot('dist/libs/credentials/src/signed-credential/index.js'));
  const report = await checkSignedCredential(text, { at: new Date('2026-11-21T00:00:00Z') });
  if (report.outcome !== 'verified')
    throw new Error(`Our check says ${report.outcome}: ${report.reasons.join(', ')}`);
}

/** Checks per second of ours and of the bare library, on the same credential. */
export async function compared(name, contestants) {
  const rate = (check, milliseconds) => async () => {
    const began = process.hrtime.bigint();
    let checks = 0;
    do {
      await check();
      checks += 1;
    } while (secondsSince(began) * 1_000 < milliseconds);
    return checks / secondsSince(began);
  };
  for (const check of Object.values(contestants)) await rate(check, WARM_UP_MS)();
  const { ours, bare } = await interleaved(
    { ours: rate(contestants.ours, ROUND_MS), bare: rate(contestants.bare, ROUND_MS) },
    ROUNDS,
  );
  return [lineOf(name, ours, bare, 'checks/s')];
}

/** An Open Badge 3.0 with a proof of `eddsa-rdfc-2022`, and what the bare library needs to check it: everything at hand. */
export async function signedBadge() {
  const key = await Ed25519Multikey.generate();
  key.controller = `did:key:${key.publicKeyMultibase}`;
  key.id = `${key.controller}#${key.publicKeyMultibase}`;
  const suite = new DataIntegrityProof({ signer: key.signer(), cryptosuite, date: ISSUED });
  const documentLoader = loaderOf(key);
  const credential = await vc.issue({ credential: badge(key.controller), suite, documentLoader });
  return { credential, documentLoader };
}

/** The bare library's check of that badge. */
export async function bareProofCheck({ credential, documentLoader }) {
  const suite = new DataIntegrityProof({ cryptosuite });
  const now = new Date('2026-11-21T00:00:00Z');
  const result = await vc.verifyCredential({ credential, suite, documentLoader, now });
  if (!result.verified) throw result.error;
}

/** The same badge as a JWT of an issuer whose key stands in its DID, and that key. */
export async function signedToken() {
  const { privateKey, publicKey } = await jose.generateKeyPair('ES256', { extractable: true });
  const jwk = await jose.exportJWK(publicKey);
  const did = `did:jwk:${Buffer.from(JSON.stringify(jwk)).toString('base64url')}`;
  const token = await new jose.SignJWT(badge(did))
    .setProtectedHeader({ alg: 'ES256', typ: 'vc+jwt', kid: `${did}#0` })
    .sign(privateKey);
  return { token, publicKey };
}

function badge(issuer) {
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2', BADGES],
    id: 'urn:uuid:3b0e4a0c-8f4e-4f0c-9f0a-2f6f7c1d0a11',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: { id: issuer, type: ['Profile'], name: 'Academy of Example' },
    validFrom: '2026-01-01T00:00:00Z',
    validUntil: '2027-01-01T00:00:00Z',
    credentialSubject: {
      id: 'did:example:holder',
      type: ['AchievementSubject'],
      achievement: {
        id: 'urn:uuid:0d7f6a1e-7a55-4a7e-8f0f-1b1f0c5a7a10',
        type: ['Achievement'],
        name: 'Wound care',
        description: 'Cares for wounds',
        criteria: { narrative: 'Two days, one test' },
      },
    },
  };
}

function loaderOf({ id, controller, publicKeyMultibase }) {
  const method = { id, type: 'Multikey', controller, publicKeyMultibase };
  const known = {
    ...contexts,
    [id]: { '@context': 'https://w3id.org/security/multikey/v1', ...method },
    [controller]: {
      '@context': 'https://www.w3.org/ns/did/v1',
      id: controller,
      verificationMethod: [method],
      assertionMethod: [id],
    },
  };
  return async (url) =>
    known[url] ? { documentUrl: url, document: known[url] } : vc.defaultDocumentLoader(url);
}
