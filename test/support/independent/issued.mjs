// What libraries of others (Digital Bazaar, jose) say of a certificate of ours, given what our public addresses serve.
//   node issued.mjs <json   {"credential","token","now","documents":{address:document}} → {"verified","revoked","token":claims|null}
import { readFileSync } from 'node:fs';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { checkStatus } from '@digitalbazaar/vc-bitstring-status-list';
import * as jose from 'jose';

const CONTEXTS = {
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json': 'open-badges-3.0.3',
  'https://w3id.org/security/data-integrity/v2': 'data-integrity-v2',
  'https://w3id.org/security/multikey/v1': 'multikey-v1',
  'https://www.w3.org/ns/did/v1': 'did-v1',
};
const { credential, token, now, documents } = JSON.parse(readFileSync(0, 'utf8'));

async function documentLoader(url) {
  const name = CONTEXTS[url];
  if (name) {
    const file = new URL(`../../../libs/signatures/src/contexts/${name}.json`, import.meta.url);
    return { documentUrl: url, document: JSON.parse(readFileSync(file, 'utf8')) };
  }
  const [did, fragment] = url.split('#');
  if (did.startsWith('did:web:')) return { documentUrl: url, document: ofIssuer(did, fragment && url) };
  if (documents[url]) return { documentUrl: url, document: documents[url] };
  return vc.defaultDocumentLoader(url);
}

/** did:web as its method says: the document at the host's well-known address, and within it the key asked for. */
function ofIssuer(did, keyId) {
  const host = decodeURIComponent(did.slice('did:web:'.length));
  const document = documents[`https://${host}/.well-known/did.json`];
  if (!document) throw new Error(`no document of ${did}`);
  if (!keyId) return document;
  const method = document.verificationMethod.find(({ id }) => id === keyId);
  if (!method) throw new Error(`no key ${keyId}`);
  return { '@context': 'https://w3id.org/security/multikey/v1', ...method };
}

const suite = new DataIntegrityProof({ cryptosuite });
const shared = { documentLoader, suite, now: new Date(now) };

async function claims() {
  if (!token) return null;
  const { kid } = jose.decodeProtectedHeader(token);
  const key = await Ed25519Multikey.from(ofIssuer(kid.split('#')[0], kid));
  const jwk = await Ed25519Multikey.toJwk({ keyPair: key });
  const { payload } = await jose.jwtVerify(token, await jose.importJWK(jwk, 'EdDSA'), {
    algorithms: ['EdDSA'],
    currentDate: new Date(now),
  });
  return payload;
}

const signature = await vc.verifyCredential({
  ...shared,
  credential,
  checkStatus: async () => ({ verified: true }),
});
// This library answers "verified" for revoked credentials too: the bit is in `results`.
const status = await checkStatus({ ...shared, credential, verifyBitstringStatusListCredential: true });
process.stdout.write(
  JSON.stringify({
    verified: signature.verified,
    fault: signature.error?.errors?.map(String) ?? String(signature.error ?? ''),
    statusVerified: status.verified,
    statusFault: String(status.error ?? ''),
    revoked: status.results?.some((entry) => entry.status === true) ?? null,
    token: await claims().catch((error) => ({ fault: String(error) })),
  }),
);
