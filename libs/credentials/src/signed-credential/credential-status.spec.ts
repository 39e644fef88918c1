import { gzipSync } from 'node:zlib';
import { DocumentSource, encodeStatusBits, JsonObject } from '@himpun/signatures';
import {
  aCredential,
  anIssuer,
  aStatusEntry,
  aStatusList,
  AT,
  serving,
  signed,
} from '@himpun/signatures/testing';
import { checkSignedCredential } from './check-signed-credential';
import { StatusOptions } from './status-finding';

const LIST = 'https://academy.example/status/1';
const SUSPENSIONS = 'https://academy.example/status/2';
const academy = anIssuer();
const stranger = anIssuer();

async function check(
  status: unknown,
  documents: DocumentSource,
  change: JsonObject = {},
  options: Partial<StatusOptions> = {},
) {
  const credential = await signed(
    academy,
    aCredential(academy, { '@context': CONTEXT, credentialStatus: status, ...change }),
    'eddsa-jcs-2022',
  );
  return checkSignedCredential(JSON.stringify(credential), { at: AT, documents, ...options });
}
const CONTEXT = ['https://www.w3.org/ns/credentials/v2'];

describe('a status entry', () => {
  it.each([
    ['set', 5, 'revoked', ['revoked']],
    ['clear', 6, 'verified', []],
    ['the last of the list', 131_071, 'verified', []],
    ['one beyond the list', 131_072, 'inconclusive', ['status_index_out_of_range']],
    ['negative', -1, 'inconclusive', ['status_malformed']],
    ['a word', 'five', 'inconclusive', ['status_malformed']],
    ['with a fraction', '5.0', 'inconclusive', ['status_malformed']],
  ])('%s', async (_what, index, outcome, reasons) => {
    const list = await aStatusList(academy, LIST, [5]);
    expect(await check(aStatusEntry(LIST, index), serving(list))).toMatchObject({ outcome, reasons });
  });

  it('may be a number', async () => {
    const entry = aStatusEntry(LIST, 5, { statusListIndex: 5 });
    expect((await check(entry, serving(await aStatusList(academy, LIST, [5])))).outcome).toBe('revoked');
  });

  it.each([
    ['of an unknown kind', { id: 'urn:1', type: 'CredentialStatusList2017' }, 'status_unsupported'],
    ['without a list', aStatusEntry(LIST, 5, { statusListCredential: undefined }), 'status_malformed'],
    ['without a purpose', aStatusEntry(LIST, 5, { statusPurpose: undefined }), 'status_malformed'],
    [
      'for another purpose than its list',
      aStatusEntry(LIST, 5, { statusPurpose: 'suspension' }),
      'status_purpose_mismatch',
    ],
    [
      'of the older kind for a newer list',
      aStatusEntry(LIST, 5, { type: 'StatusList2021Entry' }),
      'status_list_wrong_type',
    ],
    ['that is a text', 'revoked', 'status_malformed'],
  ])('%s leaves it open', async (_what, entry, reason) => {
    const list = await aStatusList(academy, LIST, [5]);
    expect(await check(entry, serving(list))).toMatchObject({ outcome: 'inconclusive', reasons: [reason] });
  });

  it('is one of several: any that is set counts', async () => {
    const documents = serving(
      await aStatusList(academy, LIST, [5]),
      await aStatusList(academy, SUSPENSIONS, [5], {}, { statusPurpose: 'suspension' }),
    );
    const suspension = (index: number) => aStatusEntry(SUSPENSIONS, index, { statusPurpose: 'suspension' });
    expect(await check([aStatusEntry(LIST, 6), suspension(5)], documents)).toMatchObject({
      outcome: 'suspended',
    });
    expect(await check([suspension(5), aStatusEntry(LIST, 5)], documents)).toMatchObject({
      reasons: ['revoked', 'suspended'],
    });
    expect(
      await check([aStatusEntry('https://gone.example/1', 1), aStatusEntry(LIST, 5)], documents),
    ).toMatchObject({
      outcome: 'revoked',
      reasons: ['revoked', 'status_unavailable'],
    });
    expect((await check([aStatusEntry(LIST, 6), suspension(6)], documents)).outcome).toBe('verified');
  });

  it('weighs more than an end that is past, less than a forged signature', async () => {
    const documents = serving(await aStatusList(academy, LIST, [5]));
    const past = { validUntil: '2026-06-01T00:00:00Z' };
    expect(await check(aStatusEntry(LIST, 5), documents, past)).toMatchObject({
      reasons: ['revoked', 'expired'],
    });
    expect(await check(aStatusEntry('https://gone.example/1', 5), documents, past)).toMatchObject({
      outcome: 'expired',
      reasons: ['expired', 'status_unavailable'],
    });
    const forged = await signed(
      stranger,
      aCredential(academy, { credentialStatus: aStatusEntry(LIST, 5) }),
      'eddsa-jcs-2022',
    );
    const report = await checkSignedCredential(JSON.stringify(forged), { at: AT, documents });
    expect(report.reasons).toEqual(['issuer_not_bound']);
  });
});

describe('a status list', () => {
  const subject = (encodedList: string) => ({ encodedList });
  it.each([
    ['expired', { validUntil: '2026-06-01T00:00:00Z' }, {}, 'status_list_expired'],
    ['not yet valid', { validFrom: '2027-01-01T00:00:00Z' }, {}, 'status_list_not_yet_valid'],
    ['of no type', { type: ['VerifiableCredential'] }, {}, 'status_list_wrong_type'],
    ['with a subject of another type', {}, { type: 'StatusList2021' }, 'status_list_wrong_type'],
    ['that does not unpack', {}, subject('unonsense'), 'status_list_malformed'],
    [
      'that is a bomb',
      {},
      subject(`u${gzipSync(Buffer.alloc(64 << 20)).toString('base64url')}`),
      'status_list_malformed',
    ],
  ])('%s is not read', async (_what, change, inside, reason) => {
    const list = await aStatusList(academy, LIST, [], change, inside, 'eddsa-jcs-2022');
    expect(await check(aStatusEntry(LIST, 5), serving(list))).toMatchObject({
      outcome: 'inconclusive',
      reasons: [reason],
    });
  });

  it.each([
    ['that is not there', undefined, 'status_unavailable'],
    ['that is no list', { id: LIST, hello: 'world' }, 'status_list_malformed'],
    ['that is a text', 'not found', 'status_list_malformed'],
  ])('%s', async (_what, document, reason) => {
    expect((await check(aStatusEntry(LIST, 5), { get: async () => document })).reasons).toEqual([reason]);
  });

  it('unsigned, changed or of an unknown key says nothing', async () => {
    const list = await aStatusList(academy, LIST, [5]);
    const changed = {
      ...list,
      credentialSubject: {
        ...(list.credentialSubject as JsonObject),
        encodedList: encodeStatusBits(Buffer.alloc(16_384)),
      },
    };
    const site = anIssuer('did:web:academy.example');
    const cases: [JsonObject, string][] = [
      [{ ...list, proof: undefined }, 'status_list_unverifiable'],
      [changed, 'status_list_signature_invalid'],
      [await aStatusList(site, LIST, [5]), 'status_list_unverifiable'],
      [await signed(stranger, { ...list, proof: undefined }), 'status_list_signature_invalid'],
    ];
    for (const [document, reason] of cases) {
      expect((await check(aStatusEntry(LIST, 5), serving(document))).reasons).toEqual([reason]);
    }
  });

  it("of another issuer counts, unless the association's list of issuers says otherwise", async () => {
    const documents = serving(await aStatusList(stranger, LIST, [5]));
    expect(await check(aStatusEntry(LIST, 6), documents)).toMatchObject({
      outcome: 'verified',
      notes: ['status_list_of_another_issuer'],
    });
    const strict = { trustsListIssuer: (issuer: string, listIssuer: string) => issuer === listIssuer };
    expect((await check(aStatusEntry(LIST, 5), documents, {}, strict)).reasons).toEqual([
      'status_list_issuer_untrusted',
    ]);
  });

  it('of 2021 and as a token are read too', async () => {
    const type = ['VerifiableCredential', 'StatusList2021Credential'];
    const context = [
      'https://www.w3.org/2018/credentials/v1',
      'https://w3id.org/vc/status-list/2021/v1',
      'https://w3id.org/security/data-integrity/v2',
    ];
    const old = { '@context': context, type, issuanceDate: '2026-01-01T00:00:00Z', validFrom: undefined };
    const encodedList = encodeStatusBits(Buffer.alloc(16_384, 0xff)).slice(1);
    const list = await aStatusList(academy, LIST, [], old, {
      id: `${LIST}#list`,
      type: 'StatusList2021',
      encodedList,
    });
    const entry = aStatusEntry(LIST, 5, { type: 'StatusList2021Entry' });
    expect((await check(entry, serving(JSON.parse(JSON.stringify(list)) as JsonObject))).outcome).toBe(
      'revoked',
    );
  });
});

describe('a 1EdTech revocation list', () => {
  const REVOCATIONS = 'https://academy.example/revocations';
  const entry = { id: REVOCATIONS, type: '1EdTechRevocationList' };
  const id = 'urn:uuid:3b0e4a0c-8f4e-4f0c-9f0a-2f6f7c1d0a11';

  it.each([
    ['names the credential', { revokedCredentials: [{ id }] }, 'revoked'],
    ['names another', { revokedCredentials: [{ id: 'urn:uuid:2' }] }, 'verified'],
    ['took it back', { revokedCredentials: [{ id, revoked: false }] }, 'verified'],
    ['is of another issuer', { issuer: stranger.did, revokedCredentials: [] }, 'inconclusive'],
    ['has another id', { id: 'https://evil.example/', revokedCredentials: [] }, 'inconclusive'],
  ])('that %s', async (_what, change, outcome) => {
    const list = { id: REVOCATIONS, issuer: academy.did, ...change };
    expect((await check(entry, { get: async () => list })).outcome).toBe(outcome);
  });
});
