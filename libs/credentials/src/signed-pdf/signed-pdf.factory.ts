import { createHash, generateKeyPairSync } from 'node:crypto';
import forge from 'node-forge';

/** Makes signed documents by hand, with the CMS of a library of others. */
export interface PdfIdentity {
  certificate: forge.pki.Certificate;
  key: forge.pki.rsa.PrivateKey;
  pem: string;
  keyPem: string;
  issuers: forge.pki.Certificate[];
}
export type Cms = (data: Buffer) => Buffer;

let serial = 1;

/** A certificate of the name, signed by the issuer given or by itself. */
export function anIdentity(
  name: string,
  issuer?: PdfIdentity,
  options: {
    from?: Date;
    to?: Date;
    organization?: string;
    isCa?: boolean;
    names?: { dns?: string; uri?: string };
  } = {},
): PdfIdentity {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const keyPem = privateKey.export({ type: 'pkcs1', format: 'pem' }).toString();
  const certificate = forge.pki.createCertificate();
  const key = forge.pki.privateKeyFromPem(keyPem);
  certificate.publicKey = forge.pki.publicKeyFromPem(
    publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  );
  certificate.serialNumber = `0${(serial++).toString(16)}`.padStart(4, '0');
  certificate.validity.notBefore = options.from ?? new Date('2020-01-01T00:00:00Z');
  certificate.validity.notAfter = options.to ?? new Date('2030-01-01T00:00:00Z');
  const subject = [
    { name: 'commonName', value: name },
    { name: 'organizationName', value: options.organization ?? 'Universitas Contoh' },
  ];
  certificate.setSubject(subject);
  certificate.setIssuer(issuer ? issuer.certificate.subject.attributes : subject);
  const isCa = options.isCa ?? issuer === undefined;
  certificate.setExtensions([
    { name: 'basicConstraints', cA: isCa, critical: true },
    isCa
      ? { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true }
      : { name: 'keyUsage', digitalSignature: true, nonRepudiation: true, critical: true },
    ...(options.names ? [{ name: 'subjectAltName', altNames: altNames(options.names) }] : []),
  ]);
  certificate.sign(issuer?.key ?? key, forge.md.sha256.create());
  const issuers = issuer ? [issuer.certificate, ...issuer.issuers] : [];
  return { certificate, key, pem: forge.pki.certificateToPem(certificate), keyPem, issuers };
}

function altNames({ dns, uri }: { dns?: string; uri?: string }): { type: number; value: string }[] {
  return [
    ...(dns === undefined ? [] : [{ type: 2, value: dns }]),
    ...(uri === undefined ? [] : [{ type: 6, value: uri }]),
  ];
}

/** A detached CMS signature of an identity at a claimed time. */
export function cmsOf(
  identity: PdfIdentity,
  at = new Date('2026-03-01T00:00:00Z'),
  digest: string = forge.pki.oids.sha256 ?? '',
): Cms {
  return (data) => {
    const signed = forge.pkcs7.createSignedData();
    signed.content = forge.util.createBuffer(data.toString('binary'));
    for (const one of [identity.certificate, ...identity.issuers]) signed.addCertificate(one);
    signed.addSigner({
      key: identity.key,
      certificate: identity.certificate,
      digestAlgorithm: digest,
      authenticatedAttributes: [
        { type: forge.pki.oids.contentType ?? '', value: forge.pki.oids.data ?? '' },
        { type: forge.pki.oids.messageDigest ?? '' },
        // The library takes a date here, whatever its types say.
        { type: forge.pki.oids.signingTime ?? '', value: at as unknown as string },
      ],
    });
    signed.sign({ detached: true });
    return Buffer.from(forge.asn1.toDer(signed.toAsn1()).getBytes(), 'binary');
  };
}

/** A page with a text, not signed. */
export function aDocument(text = 'Ijazah'): Buffer {
  const content = `BT /F1 18 Tf 20 700 Td (${text}) Tj ET`;
  return appended(Buffer.from('%PDF-1.7\n'), {
    1: '<< /Type /Catalog /Pages 2 0 R >>',
    2: '<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 595 842] >>',
    3: '<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    4: `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    5: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  });
}

export interface SigningOptions {
  subFilter?: string;
  /** Further objects of the same revision, by number. */
  beside?: Record<number, string>;
  catalog?: string;
  type?: string;
}

/** Signs a document in an update of its own. The n-th signature has the objects 10n to 10n+1. */
export function signPdf(pdf: Buffer, cms: Cms, nth = 1, options: SigningOptions = {}): Buffer {
  const { subFilter = 'adbe.pkcs7.detached', beside = {}, catalog = '', type = 'Sig' } = options;
  const fields = Array.from({ length: nth }, (_, at) => `${(at + 1) * 10} 0 R`).join(' ');
  const hole = '0'.repeat(24_000);
  const range = '[0 AAAAAAAAAA BBBBBBBBBB CCCCCCCCCC]';
  const update = appended(pdf, {
    1: `<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [${fields}] /SigFlags 3 >> ${catalog} >>`,
    3: `<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> /Annots [${fields}] >>`,
    [nth * 10]:
      `<< /Type /Annot /Subtype /Widget /FT /Sig /T (S${nth}) /Rect [0 0 0 0] /P 3 0 R /V ${nth * 10 + 1} 0 R >>`,
    [nth * 10 + 1]:
      `<< /Type /${type} /Filter /Adobe.PPKLite /SubFilter /${subFilter} /ByteRange ${range} /Contents <${hole}> >>`,
    ...beside,
  });
  const text = update.toString('latin1');
  const from = text.lastIndexOf(`<${hole}>`);
  const to = from + hole.length + 2;
  const pad = (value: number) => String(value).padStart(10, ' ');
  const filled = range
    .replace('AAAAAAAAAA', pad(from))
    .replace('BBBBBBBBBB', pad(to))
    .replace('CCCCCCCCCC', pad(text.length - to));
  const bytes = Buffer.from(text.replace(range, filled), 'latin1');
  const signature = cms(Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)])).toString('hex');
  if (signature.length > hole.length) throw new RangeError('the signature does not fit its place');
  bytes.write(signature, from + 1, 'latin1');
  return bytes;
}

/** An update with the objects given. */
export function appended(pdf: Buffer, objects: Record<number, string>): Buffer {
  let text = pdf.toString('latin1');
  const previous = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1];
  const offsets = Object.entries(objects).map(([number, body]) => {
    const at = text.length;
    text += `${number} 0 obj\n${body}\nendobj\n`;
    return [number, at] as const;
  });
  const start = text.length;
  text += 'xref\n0 1\n0000000000 65535 f \n';
  for (const [number, at] of offsets) text += `${number} 1\n${String(at).padStart(10, '0')} 00000 n \n`;
  const id = createHash('md5').update(text).digest('hex');
  const chain = previous === undefined ? '' : ` /Prev ${previous}`;
  text += `trailer\n<< /Root 1 0 R /Size 200 /ID [<${id}> <${id}>]${chain} >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}
