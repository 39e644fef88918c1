import { linkedInAddress } from './linked-in';

describe('adding a certificate to a LinkedIn profile', () => {
  const entry = {
    name: 'Lokakarya “perawatan luka” & gizi',
    organization: 'Himpunan Fisioterapi',
    issuedAt: '2026-10-31T18:00:00Z',
    validUntil: '2027-12-31T17:00:00Z',
    url: 'https://himpun.test/check/AB23-CD45-EF67-GH89',
    code: 'AB23-CD45-EF67-GH89',
  };

  it('fills in name, issuer, months, address and code', () => {
    expect(Object.fromEntries(new URL(linkedInAddress(entry, 'Asia/Jakarta')).searchParams)).toEqual({
      startTask: 'CERTIFICATION_NAME',
      name: entry.name,
      organizationName: entry.organization,
      issueYear: '2026',
      issueMonth: '11',
      expirationYear: '2027',
      expirationMonth: '12',
      certUrl: entry.url,
      certId: entry.code,
    });
  });

  it('leaves the end out where there is none', () => {
    expect(linkedInAddress({ ...entry, validUntil: null }, 'Asia/Jakarta')).not.toContain('expiration');
  });
});
