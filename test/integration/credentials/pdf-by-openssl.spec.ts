import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as asn1 from 'asn1js';
import * as pkijs from 'pkijs';
import { checkSignedPdf } from '../../../libs/credentials/src/signed-pdf';
import { aDocument, signPdf, type Cms } from '../../../libs/credentials/src/signed-pdf/signed-pdf.factory';

const AT = new Date(Date.now() + 60_000);
const hasOpenssl = spawnSync('openssl', ['version']).status === 0;
let folder: string;

const openssl = (...args: string[]) =>
  execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] });
const write = (name: string, content: string | Buffer) => writeFileSync(join(folder, name), content);
const read = (name: string) => readFileSync(join(folder, name));
const roots = () => [read('root.pem').toString()];
const check = (file: Buffer, at = AT) => checkSignedPdf(file, { at, roots: roots() });

/** A key of the kind, and a certificate for it by the root. */
function certify(name: string, key: string[], extensions: string): void {
  openssl('genpkey', '-out', `${name}.key`, ...key);
  openssl(
    'req',
    '-new',
    '-key',
    `${name}.key`,
    '-subj',
    `/O=Universitas Contoh/CN=${name}`,
    '-out',
    `${name}.csr`,
  );
  write(`${name}.ext`, extensions);
  openssl(
    'x509',
    '-req',
    '-in',
    `${name}.csr`,
    '-CA',
    'root.pem',
    '-CAkey',
    'root.key',
    '-days',
    '100',
    '-extfile',
    `${name}.ext`,
    '-out',
    `${name}.pem`,
  );
}

const cmsBy =
  (name: string, ...options: string[]): Cms =>
  (data) => {
    write('data', data);
    return openssl(
      'cms',
      '-sign',
      '-binary',
      '-in',
      'data',
      '-outform',
      'DER',
      '-signer',
      `${name}.pem`,
      '-inkey',
      `${name}.key`,
      '-md',
      'sha256',
      ...options,
    );
  };
const stamp: Cms = (data) => {
  write('stamped', data);
  openssl('ts', '-query', '-data', 'stamped', '-sha256', '-cert', '-out', 'query.tsq');
  openssl(
    'ts',
    '-reply',
    '-config',
    'tsa.cnf',
    '-section',
    'tsa',
    '-queryfile',
    'query.tsq',
    '-token_out',
    '-out',
    'token.der',
  );
  return read('token.der');
};

/** The same signature with a time stamp over it. */
function stamped(cms: Cms, over: (signature: Buffer) => Buffer = (signature) => signature): Cms {
  return (data) => {
    const content = pkijs.ContentInfo.fromBER(Uint8Array.from(cms(data)).buffer);
    const signed = new pkijs.SignedData({ schema: content.content });
    const [info] = signed.signerInfos;
    if (!info) throw new Error('no signer');
    const token = asn1.fromBER(
      Uint8Array.from(stamp(over(Buffer.from(info.signature.valueBlock.valueHexView)))).buffer,
    ).result;
    const attribute = new pkijs.Attribute({ type: '1.2.840.113549.1.9.16.2.14', values: [token] });
    info.unsignedAttrs = new pkijs.SignedAndUnsignedAttributes({ type: 1, attributes: [attribute] });
    content.content = signed.toSchema(true);
    return Buffer.from(content.toSchema().toBER());
  };
}

/** A signed document with a revocation list in its store. */
function withList(cms: Cms, crl: Buffer): Buffer {
  const hex = crl.toString('hex');
  return signPdf(aDocument(), cms, 1, {
    catalog: '/DSS 90 0 R',
    beside: {
      90: '<< /Type /DSS /CRLs [91 0 R] >>',
      91: `<< /Length ${crl.length} >>\nstream\n${Buffer.from(hex, 'hex').toString('latin1')}\nendstream`,
    },
  });
}

function revocationList(revoked: { name: string; at: string } | null): Buffer {
  const serial = revoked
    ? openssl('x509', '-in', `${revoked.name}.pem`, '-noout', '-serial').toString().trim().split('=')[1]
    : '';
  write('index.txt', revoked ? `R\t300101000000Z\t${revoked.at}\t${serial}\tunknown\t/CN=x\n` : '');
  write(
    'ca.cnf',
    '[ca]\ndefault_ca=c\n[c]\ndatabase=index.txt\ncrlnumber=crlnumber\ndefault_md=sha256\ndefault_crl_days=30\n',
  );
  write('crlnumber', '01\n');
  openssl(
    'ca',
    '-gencrl',
    '-config',
    'ca.cnf',
    '-cert',
    'root.pem',
    '-keyfile',
    'root.key',
    '-out',
    'list.pem',
  );
  return openssl('crl', '-in', 'list.pem', '-outform', 'DER');
}

(hasOpenssl ? describe : describe.skip)(
  `documents signed with OpenSSL${hasOpenssl ? '' : ' (not on this machine)'}`,
  () => {
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'openssl-'));
      openssl(
        'req',
        '-x509',
        '-newkey',
        'rsa:2048',
        '-nodes',
        '-keyout',
        'root.key',
        '-out',
        'root.pem',
        '-days',
        '200',
        '-subj',
        '/O=Root of Example/CN=Root',
      );
      const signing =
        'basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature,nonRepudiation\n';
      certify('rsa', ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048'], signing);
      certify('p256', ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256'], signing);
      certify('p384', ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-384'], signing);
      certify(
        'tsa',
        ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048'],
        `${signing}extendedKeyUsage=critical,timeStamping\n`,
      );
      write('serial', '01\n');
      write(
        'tsa.cnf',
        '[tsa]\nserial=serial\nsigner_cert=tsa.pem\ncerts=tsa.pem\nsigner_key=tsa.key\nsigner_digest=sha256\ndefault_policy=1.2.3.4\ndigests=sha256\naccuracy=secs:1\ntsa_name=no\ness_cert_id_chain=no\n',
      );
    });
    afterAll(() => rmSync(folder, { recursive: true }));

    it.each([
      ['RSA', 'rsa', [], 'adbe.pkcs7.detached'],
      ['RSA-PSS', 'rsa', ['-keyopt', 'rsa_padding_mode:pss'], 'adbe.pkcs7.detached'],
      ['ECDSA P-256', 'p256', [], 'adbe.pkcs7.detached'],
      ['ECDSA P-384', 'p384', [], 'ETSI.CAdES.detached'],
      ['CAdES', 'rsa', ['-cades'], 'ETSI.CAdES.detached'],
      ['CAdES with ECDSA', 'p256', ['-cades'], 'ETSI.CAdES.detached'],
      ['the signer by its key', 'rsa', ['-keyid'], 'adbe.pkcs7.detached'],
    ])('%s', async (_what, name, options, subFilter) => {
      const file = signPdf(aDocument(), cmsBy(name, ...options), 1, { subFilter });
      expect(await check(file)).toMatchObject({ outcome: 'verified', reasons: [] });
      const changed = Buffer.from(file.toString('latin1').replace('(Ijazah)', '(Ijazaq)'), 'latin1');
      expect((await check(changed)).reasons).toEqual(['signature_invalid']);
    });

    it('whose signing certificate is not the one it names is refused', async () => {
      const swapped: Cms = (data) => {
        const content = pkijs.ContentInfo.fromBER(Uint8Array.from(cmsBy('rsa', '-cades')(data)).buffer);
        const signed = new pkijs.SignedData({ schema: content.content });
        openssl(
          'x509',
          '-req',
          '-in',
          'rsa.csr',
          '-CA',
          'root.pem',
          '-CAkey',
          'root.key',
          '-days',
          '99',
          '-extfile',
          'rsa.ext',
          '-set_serial',
          '0x' + serialOf('rsa'),
          '-out',
          'twin.pem',
        );
        signed.certificates = [
          pkijs.Certificate.fromBER(
            Uint8Array.from(openssl('x509', '-in', 'twin.pem', '-outform', 'DER')).buffer,
          ),
        ];
        content.content = signed.toSchema(true);
        return Buffer.from(content.toSchema().toBER());
      };
      expect((await check(signPdf(aDocument(), swapped))).reasons).toEqual(['signing_certificate_differs']);
    });

    it('has a proven time by a time stamp of an authority that is believed', async () => {
      const report = await check(signPdf(aDocument(), stamped(cmsBy('rsa'))));
      expect(report).toMatchObject({
        outcome: 'verified',
        notes: ['time_proven'],
        signatures: [{ provenTime: true }],
      });
    });

    it('has none by a time stamp over something else', async () => {
      const report = await check(
        signPdf(
          aDocument(),
          stamped(cmsBy('rsa'), () => Buffer.from('other')),
        ),
      );
      expect(report.notes).toEqual(['time_claimed']);
    });

    it('may end in a time stamp over all of it', async () => {
      const file = signPdf(signPdf(aDocument(), cmsBy('rsa')), stamp, 2, {
        subFilter: 'ETSI.RFC3161',
        type: 'DocTimeStamp',
      });
      const report = await check(file);
      expect(report).toMatchObject({
        outcome: 'verified',
        signatures: [{ kind: 'signature' }, { kind: 'timestamp', wholeFile: true }],
      });
      const alone = signPdf(aDocument(), stamp, 1, { subFilter: 'ETSI.RFC3161', type: 'DocTimeStamp' });
      expect(await check(alone)).toMatchObject({ outcome: 'inconclusive', reasons: ['timestamp_only'] });
    });

    it('by a certificate that was revoked is revoked, unless it was signed before by proof', async () => {
      const revoked = revocationList({ name: 'rsa', at: '260101000000Z' });
      expect(await check(withList(cmsBy('rsa'), revoked))).toMatchObject({
        outcome: 'revoked',
        reasons: ['certificate_revoked'],
      });
      expect((await check(withList(cmsBy('p256'), revoked))).outcome).toBe('verified');
      expect((await check(withList(cmsBy('rsa'), revocationList(null)))).outcome).toBe('verified');
      const later = revocationList({ name: 'rsa', at: '991231235959Z'.replace(/^99/, '49') });
      expect((await check(withList(cmsBy('rsa'), later))).outcome).toBe('revoked');
      expect((await check(withList(stamped(cmsBy('rsa')), later))).outcome).toBe('verified');
    });
  },
);

function serialOf(name: string): string {
  return openssl('x509', '-in', `${name}.pem`, '-noout', '-serial').toString().trim().split('=')[1] ?? '';
}
