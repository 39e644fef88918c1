// Credentials issued and verified by libraries of others (Digital Bazaar, jose), so that our own code is not its only witness.
//   node credentials.mjs issue          prints {"samples":{name:credential|token},"documents":[…]}
//   node credentials.mjs diploma <json  reads {name,title,email}, prints {issuer,credential}
//   node credentials.mjs verify <json   reads a list of credentials, prints a list of true/false
import { readFileSync } from 'node:fs';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as EcdsaMultikey from '@digitalbazaar/ecdsa-multikey';
import { createSignCryptosuite as ecdsaJcs } from '@digitalbazaar/ecdsa-jcs-2019-cryptosuite';
import { cryptosuite as ecdsaRdfc } from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import { Ed25519Signature2020 } from '@digitalbazaar/ed25519-signature-2020';
import { Ed25519VerificationKey2020 } from '@digitalbazaar/ed25519-verification-key-2020';
import { createSignCryptosuite as eddsaJcs } from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import { cryptosuite as eddsaRdfc } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { createCredential, createList } from '@digitalbazaar/vc-bitstring-status-list';
import * as jose from 'jose';

const CONTEXTS = {
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json': 'open-badges-3.0.3',
  'https://w3id.org/security/suites/ed25519-2020/v1': 'ed25519-2020-v1',
  'https://w3id.org/security/data-integrity/v2': 'data-integrity-v2',
  'https://w3id.org/security/multikey/v1': 'multikey-v1',
};
const SITE = 'did:web:academy.example';

async function documentLoader(url) {
  const name = CONTEXTS[url];
  if (name) {
    const file = new URL(`../../../libs/signatures/src/contexts/${name}.json`, import.meta.url);
    return { documentUrl: url, document: JSON.parse(readFileSync(file, 'utf8')) };
  }
  if (url.startsWith('did:key:')) return { documentUrl: url, document: didKeyDocument(url) };
  return vc.defaultDocumentLoader(url);
}

function didKeyDocument(url) {
  const [did, fragment] = url.split('#');
  const publicKeyMultibase = did.slice('did:key:'.length);
  const id = `${did}#${publicKeyMultibase}`;
  const method = { id, type: 'Multikey', controller: did, publicKeyMultibase };
  if (fragment) return { '@context': 'https://w3id.org/security/multikey/v1', ...method };
  return {
    '@context': 'https://www.w3.org/ns/did/v1',
    id: did,
    verificationMethod: [method],
    assertionMethod: [id],
  };
}

function badge(issuer, change = {}) {
  return {
    '@context': [
      'https://www.w3.org/ns/credentials/v2',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
    ],
    id: 'urn:uuid:3b0e4a0c-8f4e-4f0c-9f0a-2f6f7c1d0a11',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: { id: issuer, type: ['Profile'], name: 'Academy of Example' },
    validFrom: '2026-01-01T00:00:00Z',
    validUntil: '2027-01-01T00:00:00Z',
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [
        {
          type: 'IdentityObject',
          identityHash: 'siti@example.org',
          identityType: 'emailAddress',
          hashed: false,
        },
      ],
      achievement: {
        id: 'urn:uuid:0d7f6a1e-7a55-4a7e-8f0f-1b1f0c5a7a10',
        type: ['Achievement'],
        name: 'Wound care',
        description: 'Cares for wounds',
        criteria: { narrative: 'Two days, one test' },
      },
    },
    ...change,
  };
}

async function signers() {
  const ed = await Ed25519Multikey.generate();
  const p256 = await EcdsaMultikey.generate({ curve: 'P-256' });
  const p384 = await EcdsaMultikey.generate({ curve: 'P-384' });
  for (const key of [ed, p256, p384]) named(key, `did:key:${key.publicKeyMultibase}`, key.publicKeyMultibase);
  const site = named(await Ed25519Multikey.generate(), SITE, 'key-1');
  return { ed, p256, p384, site };
}

function named(key, controller, fragment) {
  key.controller = controller;
  key.id = `${controller}#${fragment}`;
  return key;
}

const issue = (credential, key, cryptosuite) =>
  vc.issue({
    credential,
    suite: new DataIntegrityProof({ signer: key.signer(), cryptosuite, date: '2026-01-02T00:00:00Z' }),
    documentLoader,
  });

async function dataIntegritySamples({ ed, p256, p384, site }) {
  const old = Object.assign(new Ed25519VerificationKey2020(await ed2020(ed)), {
    id: ed.id,
    controller: ed.controller,
  });
  const v1 = badge(ed.controller, {
    issuanceDate: '2026-01-01T00:00:00Z',
    expirationDate: '2027-01-01T00:00:00Z',
  });
  delete v1.validFrom;
  delete v1.validUntil;
  v1['@context'] = [
    'https://www.w3.org/2018/credentials/v1',
    v1['@context'][1],
    'https://w3id.org/security/suites/ed25519-2020/v1',
  ];
  const suite2020 = new Ed25519Signature2020({ key: old, date: '2026-01-02T00:00:00Z' });
  return {
    'eddsa-rdfc-2022': await issue(badge(ed.controller), ed, eddsaRdfc),
    'eddsa-jcs-2022': await issue(badge(ed.controller), ed, eddsaJcs()),
    'ecdsa-rdfc-2019 P-256': await issue(badge(p256.controller), p256, ecdsaRdfc),
    'ecdsa-rdfc-2019 P-384': await issue(badge(p384.controller), p384, ecdsaRdfc),
    'ecdsa-jcs-2019 P-256': await issue(badge(p256.controller), p256, ecdsaJcs()),
    'ecdsa-jcs-2019 P-384': await issue(badge(p384.controller), p384, ecdsaJcs()),
    Ed25519Signature2020: await vc.issue({ credential: v1, suite: suite2020, documentLoader }),
    'did:web': await issue(badge(SITE), site, eddsaRdfc),
    'another issuer': await issue(badge('did:web:university.example'), ed, eddsaRdfc),
  };
}

async function ed2020(key) {
  const { publicKeyMultibase, secretKeyMultibase } = await key.export({ publicKey: true, secretKey: true });
  return {
    publicKeyMultibase,
    privateKeyMultibase: secretKeyMultibase,
    id: key.id,
    controller: key.controller,
  };
}

async function statusSamples({ ed }) {
  const lists = [];
  const samples = {};
  for (const [purpose, index] of Object.entries({ revocation: 7, suspension: 9 })) {
    const id = `https://academy.example/status/${purpose}`;
    const list = await createList({ length: 131072 });
    list.setStatus(index, true);
    const unsigned = await createCredential({
      id,
      list,
      statusPurpose: purpose,
      context: ['https://www.w3.org/ns/credentials/v2'],
    });
    lists.push(await issue({ ...unsigned, issuer: ed.controller }, ed, eddsaRdfc));
    for (const at of [index, index + 1]) {
      const entry = {
        type: 'BitstringStatusListEntry',
        statusPurpose: purpose,
        statusListIndex: `${at}`,
        statusListCredential: id,
      };
      samples[`${purpose} ${at === index ? 'set' : 'clear'}`] = await issue(
        badge(ed.controller, { credentialStatus: entry }),
        ed,
        eddsaRdfc,
      );
    }
  }
  const entry = {
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: '1',
    statusListCredential: 'https://academy.example/status/gone',
  };
  samples['list gone'] = await issue(badge(ed.controller, { credentialStatus: entry }), ed, eddsaRdfc);
  return { samples, lists };
}

async function tokenSamples() {
  const samples = {};
  const methods = [];
  for (const alg of ['RS256', 'ES256', 'ES384', 'EdDSA']) {
    const { privateKey, publicKey } = await jose.generateKeyPair(alg, { extractable: true });
    const id = `did:web:tokens.example#${alg}`;
    methods.push({
      id,
      type: 'JsonWebKey',
      controller: 'did:web:tokens.example',
      publicKeyJwk: await jose.exportJWK(publicKey),
    });
    const credential = badge('did:web:tokens.example');
    const claims = {
      iss: 'did:web:tokens.example',
      jti: credential.id,
      nbf: Date.parse(credential.validFrom) / 1000,
      exp: Date.parse(credential.validUntil) / 1000,
    };
    const sign = (payload) =>
      new jose.SignJWT(payload).setProtectedHeader({ alg, kid: id, typ: 'JWT' }).sign(privateKey);
    samples[`${alg} badge`] = await sign({ ...credential, ...claims });
    samples[`${alg} vc claim`] = await sign({ vc: credential, ...claims });
    samples[`${alg} foreign iss`] = await sign({ ...credential, ...claims, iss: 'did:web:other.example' });
    const jwk = await jose.exportJWK(publicKey);
    samples[`${alg} own key`] = await new jose.SignJWT({ ...badge('https://badges.example/issuer') })
      .setProtectedHeader({ alg, jwk })
      .sign(privateKey);
  }
  const document = {
    id: 'did:web:tokens.example',
    verificationMethod: methods,
    assertionMethod: methods.map(({ id }) => id),
  };
  return { samples, document };
}

async function issueAll() {
  const keys = await signers();
  const status = await statusSamples(keys);
  const tokens = await tokenSamples();
  const { publicKeyMultibase } = keys.site;
  const method = { id: keys.site.id, type: 'Multikey', controller: SITE, publicKeyMultibase };
  const documents = [{ id: SITE, assertionMethod: [method] }, tokens.document, ...status.lists];
  return {
    samples: { ...(await dataIntegritySamples(keys)), ...status.samples, ...tokens.samples },
    documents,
  };
}

async function verifyAll(credentials) {
  const suites = [eddsaRdfc, ecdsaRdfc].map((cryptosuite) => new DataIntegrityProof({ cryptosuite }));
  const answers = [];
  for (const credential of credentials) {
    const { verified } = await vc.verifyCredential({
      credential,
      suite: suites,
      documentLoader,
      now: new Date('2026-11-21T00:00:00Z'),
    });
    answers.push(verified);
  }
  return answers;
}

/** A bachelor's diploma to a person by name, signed by a university that is its own key. */
async function diploma({ name, title, email }) {
  const { ed } = await signers();
  const credential = badge(ed.controller, { validFrom: '2020-08-01T00:00:00Z', name: title });
  delete credential.validUntil;
  credential.issuer.name = 'Universitas Contoh';
  credential.credentialSubject = {
    type: ['AchievementSubject'],
    identifier: [
      { type: 'IdentityObject', identityHash: name, identityType: 'name', hashed: false },
      { type: 'IdentityObject', identityHash: email, identityType: 'emailAddress', hashed: false },
    ],
    achievement: {
      ...credential.credentialSubject.achievement,
      achievementType: 'BachelorDegree',
      name: title,
      description: title,
    },
  };
  return { issuer: ed.controller, credential: await issue(credential, ed, eddsaRdfc) };
}

const input = () => JSON.parse(readFileSync(0, 'utf8'));
const commands = {
  issue: issueAll,
  verify: () => verifyAll(input()),
  diploma: () => diploma(input()),
};
process.stdout.write(JSON.stringify(await commands[process.argv[2]]()));
