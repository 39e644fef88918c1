import { anIdentity } from '../signed-pdf/signed-pdf.factory';
import { readRootCertificate } from './root-certificate.policy';

describe('a root certificate', () => {
  const root = anIdentity('Root of Example');

  it('says whose it is, for how long, and its fingerprint', () => {
    expect(readRootCertificate(root.pem)).toEqual({
      subject: 'O=Universitas Contoh, CN=Root of Example',
      validFrom: new Date('2020-01-01T00:00:00Z'),
      validUntil: new Date('2030-01-01T00:00:00Z'),
      fingerprint: expect.stringMatching(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/),
    });
  });

  it.each([
    ['words', 'hello'],
    ['a signer’s own certificate', anIdentity('Rektor', root, { isCa: false }).pem],
    ['two certificates at once', root.pem + anIdentity('Other').pem],
  ])('cannot be %s', (_, pem) => {
    expect(readRootCertificate(pem)).toMatchObject({ code: 'certificate_wrong', field: 'rootCertificate' });
  });
});
