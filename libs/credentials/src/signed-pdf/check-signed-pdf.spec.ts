import forge from 'node-forge';
import { AT } from '@himpun/signatures/testing';
import { checkSignedPdf, isPdf } from './check-signed-pdf';
import { aDocument, anIdentity, appended, cmsOf, signPdf } from './signed-pdf.factory';

const root = anIdentity('Root of Example');
const authority = anIdentity('Authority of Example', root, { isCa: true });
const rector = anIdentity('Rektor', authority);
const dean = anIdentity('Dekan', authority);
const stranger = anIdentity('Siapa saja');
const check = (file: Buffer, roots = [root.pem], at = AT) => checkSignedPdf(file, { at, roots });
const signed = (text = 'Ijazah') => signPdf(aDocument(text), cmsOf(rector));

describe('a signed document', () => {
  it('is verified when its signature leads to a root that is believed', async () => {
    expect(await check(signed())).toMatchObject({
      format: 'signed-pdf',
      outcome: 'verified',
      reasons: [],
      notes: ['time_claimed'],
      signatures: [
        {
          kind: 'signature',
          wholeFile: true,
          provenTime: false,
          signedAt: new Date('2026-03-01T00:00:00Z'),
          signer: { commonName: 'Rektor', organization: 'Universitas Contoh' },
        },
      ],
    });
  });

  it.each([
    ['without roots', []],
    ['with other roots', [stranger.pem]],
    ['with a text that is no certificate', ['hello']],
  ])('%s is for a person', async (_what, roots) => {
    expect(await check(signed(), roots)).toMatchObject({
      outcome: 'inconclusive',
      reasons: ['certificate_untrusted'],
    });
  });

  it.each([
    ['before its certificate began', '2019-06-01'],
    ['after its certificate had ended', '2031-06-01'],
  ])('signed %s is for a person', async (_what, day) => {
    const late = signPdf(aDocument(), cmsOf(rector, new Date(`${day}T00:00:00Z`)));
    const report = await check(late, [root.pem], new Date('2035-01-01T00:00:00Z'));
    expect(report.outcome).toBe('inconclusive');
    expect(report.reasons).toContain('certificate_out_of_date');
  });

  it('signed while its certificate was good stays good', async () => {
    expect((await check(signed(), [root.pem], new Date('2035-01-01T00:00:00Z'))).outcome).toBe('verified');
  });

  it('signed tomorrow is not yet valid', async () => {
    const early = signPdf(aDocument(), cmsOf(rector, new Date('2026-11-22T00:00:00Z')));
    expect(await check(early)).toMatchObject({ outcome: 'not_yet_valid', reasons: ['signed_in_the_future'] });
  });

  it('with a weak hash says so', async () => {
    const weak = signPdf(aDocument(), cmsOf(rector, undefined, forge.pki.oids.sha1));
    expect((await check(weak)).notes).toContain('weak_hash:sha1');
  });

  it('by a certificate that a signer, not an authority, gave out is not believed', async () => {
    const forged = anIdentity('Palsu', rector);
    expect((await check(signPdf(aDocument(), cmsOf(forged)))).outcome).toBe('inconclusive');
  });
});

describe('a document changed after it was signed', () => {
  it('in any byte that is covered is invalid', async () => {
    const file = signed();
    for (const at of [12, 200, 400, file.length - 30]) {
      const changed = Buffer.from(file);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect((await check(changed)).outcome).not.toBe('verified');
    }
    const text = Buffer.from(file.toString('latin1').replace('(Ijazah)', '(Ijazaq)'), 'latin1');
    expect(await check(text)).toMatchObject({ outcome: 'invalid', reasons: ['signature_invalid'] });
  });

  const page = '/Type /Page /Parent 2 0 R /Resources << /Font << /F1 5 0 R >> >>';
  it.each<[string, (file: Buffer) => Buffer]>([
    ['a byte more', (file) => Buffer.concat([file, Buffer.from(' ')])],
    ['another text', (file) => appended(file, { 4: '<< /Length 2 >>\nstream\nBT\nendstream' })],
    ['another page', (file) => appended(file, { 3: `<< ${page} /Contents 90 0 R /Annots [10 0 R] >>` })],
    [
      'a note over the text',
      (file) =>
        appended(file, {
          3: `<< ${page} /Contents 4 0 R /Annots [10 0 R 90 0 R] >>`,
          90: '<< /Type /Annot /Subtype /FreeText >>',
        }),
    ],
    ['another catalog', (file) => appended(file, { 1: '<< /Type /Catalog /Pages 90 0 R >>' })],
    [
      'a signature taken out of its field',
      (file) => appended(file, { 10: '<< /FT /Sig /T (S1) /Subtype /Widget >>' }),
    ],
    ['other words about it', (file) => Buffer.concat([file, Buffer.from('%%EOF\n')])],
    [
      'a table that points back',
      (file) =>
        Buffer.concat([
          file,
          Buffer.from(
            'xref\n4 1\n0000000200 00000 n \ntrailer\n<< /Root 1 0 R /Size 9 >>\nstartxref\n1\n%%EOF\n',
          ),
        ]),
    ],
  ])('by %s', async (_what, change) => {
    expect(await check(change(signed()))).toMatchObject({
      outcome: 'mismatch',
      reasons: ['changed_after_signing'],
    });
  });

  it('by validation data alone is as it was', async () => {
    const fields = '/AcroForm << /Fields [10 0 R] /SigFlags 3 >>';
    const file = appended(signed(), {
      1: `<< /Type /Catalog /Pages 2 0 R ${fields} /DSS 90 0 R >>`,
      90: '<< /Type /DSS /Certs [] >>',
    });
    expect((await check(file)).outcome).toBe('verified');
  });
});

describe('several signatures', () => {
  const both = (second = dean) => signPdf(signed(), cmsOf(second), 2);

  it('are verified one by one, and the last covers the file', async () => {
    const report = await check(both());
    expect([report.outcome, report.signatures.map(({ wholeFile }) => wholeFile)]).toEqual([
      'verified',
      [false, true],
    ]);
  });

  it('do not lend one another their trust', async () => {
    expect((await check(both(stranger))).reasons).toEqual(['certificate_untrusted']);
  });

  it('do not heal what was changed in between', async () => {
    const changed = appended(signed(), { 4: '<< /Length 2 >>\nstream\nBT\nendstream' });
    expect(await check(signPdf(changed, cmsOf(dean), 2))).toMatchObject({
      outcome: 'mismatch',
      reasons: ['changed_after_signing'],
    });
    const within = signPdf(signed(), cmsOf(dean), 2, {
      beside: { 4: '<< /Length 2 >>\nstream\nBT\nendstream' },
    });
    expect((await check(within)).reasons).toEqual(['changed_after_signing']);
  });
});

describe('a signature that is none', () => {
  const damaged = (change: (text: string) => string) =>
    Buffer.from(change(signed().toString('latin1')), 'latin1');

  it.each<[string, Buffer, string, string]>([
    ['no signature', aDocument(), 'inconclusive', 'unsigned_document'],
    [
      'a place kept for one',
      signPdf(aDocument(), () => Buffer.alloc(0)),
      'inconclusive',
      'unsigned_document',
    ],
    ['no file to speak of', Buffer.from('%PDF-1.7\n'), 'inconclusive', 'unsigned_document'],
    [
      'a range that starts later',
      damaged((text) => text.replace('/ByteRange [0 ', '/ByteRange [9 ')),
      'invalid',
      'byte_range_malformed',
    ],
    [
      'a range of three numbers',
      damaged((text) => text.replace('/ByteRange [0 ', '/ByteRange [  ')),
      'invalid',
      'byte_range_malformed',
    ],
    ['a range beyond the file', damaged((text) => text.slice(0, -20)), 'invalid', 'byte_range_malformed'],
    [
      'no range',
      damaged((text) => text.replace('/ByteRange', '/ByteRangf')),
      'invalid',
      'byte_range_malformed',
    ],
    ['what is no CMS', signPdf(aDocument(), () => Buffer.from('hello')), 'invalid', 'signature_malformed'],
    ['a CMS with content', signPdf(aDocument(), (data) => attached(data)), 'invalid', 'signature_malformed'],
    [
      'something behind the CMS',
      signPdf(aDocument(), (data) => Buffer.concat([cmsOf(rector)(data), Buffer.from('x')])),
      'invalid',
      'signature_malformed',
    ],
    [
      'a signature of other data',
      signPdf(aDocument(), () => cmsOf(rector)(Buffer.from('other'))),
      'invalid',
      'signature_invalid',
    ],
    [
      'a form nobody uses any more',
      signPdf(aDocument(), cmsOf(rector), 1, { subFilter: 'adbe.x509.rsa_sha1' }),
      'inconclusive',
      'unsupported_suite',
    ],
    [
      'a time stamp that is none',
      signPdf(aDocument(), cmsOf(rector), 1, { subFilter: 'ETSI.RFC3161', type: 'DocTimeStamp' }),
      'invalid',
      'signature_invalid',
    ],
  ])('%s', async (_what, file, outcome, reason) => {
    const report = await check(file);
    expect([report.outcome, report.reasons[0]]).toEqual([outcome, reason]);
  });

  it('that is named a million times is not looked for', async () => {
    const report = await check(Buffer.from(`%PDF-1.7\n${'/ByteRange '.repeat(1_000_000)}`));
    expect(report).toMatchObject({ outcome: 'inconclusive', reasons: ['too_complex'] });
  });

  it('too large to be read is not read', async () => {
    const large = Buffer.concat([signed(), Buffer.alloc(25 << 20)]);
    expect((await check(large)).reasons).toEqual(['too_large']);
  });
});

it.each([
  ['%PDF-1.7', true],
  ['something first\n%PDF-1.4', true],
  ['{"a":"PDF"}', false],
])('%s is a PDF: %s', (text, expected) => expect(isPdf(Buffer.from(text))).toBe(expected));

function attached(data: Buffer): Buffer {
  const signed = forge.pkcs7.createSignedData();
  signed.content = forge.util.createBuffer(data.toString('binary'));
  signed.addCertificate(rector.certificate);
  signed.addSigner({
    key: rector.key,
    certificate: rector.certificate,
    digestAlgorithm: forge.pki.oids.sha256 ?? '',
  });
  signed.sign();
  return Buffer.from(forge.asn1.toDer(signed.toAsn1()).getBytes(), 'binary');
}
