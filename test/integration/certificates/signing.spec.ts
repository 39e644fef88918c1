import { randomUUID } from 'node:crypto';
import {
  CertificateQueries,
  CertificateSigning,
  Certificates,
  CertificateChecks,
  IssuerKeys,
  StatusLists,
} from '@himpun/certificates';
import { systemActor } from '@himpun/kernel';
import { decodeStatusBits, statusAt, type JsonObject } from '@himpun/signatures';
import { startApi, type TestApp } from '../../support/app';
import { aCertificate, aSignedCertificate } from '../../support/certificates';
import { signedIn } from '../../support/client';
import { aGroup } from '../../support/groups';

const system = systemActor('test');

describe('issuing and signing a certificate', () => {
  let api: TestApp;
  let groupId: string;
  let personId: string;
  const part = <T>(type: new (...args: never[]) => T): T => api.app.get<T>(type as never, { strict: false });
  beforeAll(async () => {
    api = await startApi();
    groupId = await aGroup(api);
    personId = String((await signedIn(api, { email: 'siti@example.org' })).personId);
  });
  afterAll(() => api.close());

  it('enters one certificate for one subject, however many ask at once', async () => {
    const subjectId = randomUUID();
    const asked = await Promise.all(
      Array.from({ length: 8 }, () => aCertificate(api, { personId, groupId, subjectId })),
    );
    expect(new Set(asked.map(({ id, code }) => `${id} ${code}`)).size).toBe(1);
    expect(await announced('certificates.issue_requested', asked[0]?.id)).toBe(1);
  });

  it('makes one key when many sign at once for the first time, and signs each certificate once', async () => {
    await api.db.query('DELETE FROM issuer_keys');
    const ids = (
      await Promise.all(Array.from({ length: 6 }, () => aCertificate(api, { personId, groupId })))
    ).map(({ id }) => id);
    await Promise.all([...ids, ...ids].map((id) => part(CertificateSigning).sign(id)));
    expect(await api.db.query('SELECT count(*)::int AS n FROM issuer_keys')).toEqual([{ n: 1 }]);
    for (const id of ids) expect(await announced('certificates.issued', id)).toBe(1);
    expect(
      await api.db.query(
        `SELECT count(*)::int AS n FROM audit_entries WHERE action = 'certificate.issued' AND subject_id = ANY($1)`,
        [ids],
      ),
    ).toEqual([{ n: 6 }]);
  });

  it('signs again to the same certificate: nothing changes', async () => {
    const once = await aSignedCertificate(api, { personId, groupId });
    await part(CertificateSigning).sign(once.id);
    expect(await part(CertificateQueries).byId(once.id)).toEqual(once);
  });

  it('publishes the e-mail address as a salted hash only, and the name as printed', async () => {
    const { credential } = await aSignedCertificate(api, { personId, groupId });
    expect(JSON.stringify(credential)).not.toContain('siti@example.org');
    expect((credential?.credentialSubject as JsonObject).identifier).toEqual([
      expect.objectContaining({ identityType: 'name', identityHash: 'Siti Nurhaliza Putri', hashed: false }),
      expect.objectContaining({ identityType: 'emailAddress', hashed: true }),
    ]);
  });

  it('gives every certificate a place of its own, also when the draws collide', async () => {
    const [list] = (await api.db.query('SELECT id FROM status_lists')) as { id: string }[];
    const crowd = await Promise.all(
      Array.from({ length: 40 }, () => aCertificate(api, { personId, groupId })),
    );
    // Only 48 places are left: nearly every draw meets a place that is taken.
    await api.db.query('ALTER TABLE status_entries DROP CONSTRAINT status_entries_certificate_id_fkey');
    await api.db.query(
      `INSERT INTO status_entries (status_list_id, position, certificate_id)
       SELECT $1, n, gen_random_uuid() FROM generate_series(0, 131023) n ON CONFLICT DO NOTHING`,
      [list?.id],
    );
    for (let from = 0; from < crowd.length; from += 5)
      await Promise.all(crowd.slice(from, from + 5).map(({ id }) => part(CertificateSigning).sign(id)));
    const places: { n: number; lists: number; distinct: number }[] = await api.db.query(
      `SELECT count(*)::int AS n, count(DISTINCT status_list_id)::int AS lists,
         count(DISTINCT (status_list_id, position))::int AS distinct
       FROM status_entries WHERE certificate_id = ANY($1)`,
      [crowd.map(({ id }) => id)],
    );
    expect(places[0]).toMatchObject({ n: 40, distinct: 40 });
    expect(await api.db.query('SELECT count(*)::int AS n FROM status_lists WHERE filled_at IS NULL')).toEqual(
      [{ n: 1 }],
    );
  });

  it('sets the bit of a revoked certificate, and of no other', async () => {
    const [taken, kept] = [
      await aSignedCertificate(api, { personId, groupId }),
      await aSignedCertificate(api, { personId, groupId }),
    ];
    expect(await bitOf(taken.credential)).toBe(0);
    await part(Certificates).revoke(system, taken.id, 'Issued by mistake');
    expect(await bitOf(taken.credential)).toBe(1);
    expect(await bitOf(kept.credential)).toBe(0);
    expect(await announced('certificates.revoked', taken.id)).toBe(1);
    await expect(part(Certificates).revoke(system, taken.id, 'again')).rejects.toMatchObject({
      code: 'certificate.closed',
    });
  });

  it('never signs what was revoked before its turn', async () => {
    const { id } = await aCertificate(api, { personId, groupId });
    await part(Certificates).revoke(system, id, 'Withdrawn');
    await part(CertificateSigning).sign(id);
    expect(await part(CertificateQueries).byId(id)).toMatchObject({ state: 'revoked', credential: null });
  });

  it('signs with a new key after a rotation, and what the old one signed still holds', async () => {
    const before = await aSignedCertificate(api, { personId, groupId });
    await part(IssuerKeys).rotate(system);
    const after = await aSignedCertificate(api, { personId, groupId });
    expect(keyOf(after.credential)).not.toBe(keyOf(before.credential));
    for (const { code } of [before, after])
      expect(await part(CertificateChecks).check(code)).toMatchObject({ state: 'valid' });
  });

  it.each([
    [
      'the signatory',
      `signatory_name = 'Somebody', signatory_office_id = 'Ketua', signatory_office_en = 'Chair'`,
      'record_differs',
    ],
    ['the recipient', `recipient_name = 'Somebody Else'`, 'record_differs'],
    ['the title', `title_en = 'Doctorate'`, 'record_differs'],
    ['the last day', `valid_until = issued_at + interval '90 years'`, 'record_differs'],
    [
      'what was signed',
      `credential = jsonb_set(credential, '{credentialSubject,achievement,name}', '"Doctorate"')`,
      'signature_invalid',
    ],
    ['the signature, by taking it away', `credential = credential - 'proof'`, 'signature_invalid'],
  ])('holds a certificate back when somebody changed %s in the database', async (_, change, code) => {
    const found = await aSignedCertificate(api, { personId, groupId });
    await api.db.query(`UPDATE certificates SET ${change} WHERE id = $1`, [found.id]);
    expect(await part(CertificateChecks).check(found.code)).toMatchObject({
      state: 'suspended',
      reasons: [expect.objectContaining({ code })],
    });
  });

  it('believes the bit when somebody made the row valid again', async () => {
    const found = await aSignedCertificate(api, { personId, groupId });
    await part(Certificates).revoke(system, found.id, 'Fraud');
    await api.db.query(
      `UPDATE certificates SET state = 'issued', revoked_at = NULL, revoked_reason = NULL WHERE id = $1`,
      [found.id],
    );
    expect(await part(CertificateChecks).check(found.code)).toMatchObject({ state: 'revoked' });
  });

  async function bitOf(credential: JsonObject | null): Promise<number | undefined> {
    const status = credential?.credentialStatus as JsonObject;
    const listId = String(status.statusListCredential).split('/').at(-1) ?? '';
    const list = await part(StatusLists).signed(listId);
    const encoded = String((list.credentialSubject as JsonObject).encodedList);
    return statusAt(decodeStatusBits(encoded), Number(status.statusListIndex));
  }

  async function announced(type: string, certificateId: string | undefined): Promise<number> {
    const rows: { n: number }[] = await api.db.query(
      `SELECT count(*)::int AS n FROM outbox_messages WHERE type = $1 AND payload ->> 'certificateId' = $2`,
      [type, certificateId],
    );
    return rows[0]?.n ?? 0;
  }
});

function keyOf(credential: JsonObject | null): unknown {
  return (credential?.proof as JsonObject).verificationMethod;
}
