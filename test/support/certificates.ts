import { randomUUID } from 'node:crypto';
import {
  CertificateQueries,
  CertificateSigning,
  Certificates,
  type CertificateRecord,
  type IssuedCertificate,
  type NewCertificate,
  type Signatory,
} from '@himpun/certificates';
import type { TestApp } from './app';

/** A certificate that waits for its signature; names only what the test is about. */
export function aCertificate(
  api: TestApp,
  of: Partial<NewCertificate> & Pick<NewCertificate, 'personId' | 'groupId'>,
): Promise<IssuedCertificate> {
  return api.db.transaction((tx) =>
    api.app.get(Certificates, { strict: false }).issue(tx, {
      kind: 'attendance',
      recipientName: 'Siti Nurhaliza Putri',
      subjectType: 'registration',
      subjectId: randomUUID(),
      title: { id: 'Lokakarya perawatan luka', en: 'Wound care workshop' },
      description: {
        id: 'Telah mengikuti seluruh sesi lokakarya.',
        en: 'Attended all sessions of the workshop.',
      },
      criteria: { id: 'Hadir pada semua sesi.', en: 'Present at every session.' },
      issuedAt: api.clock.now(),
      validUntil: null,
      details: [
        { label: { id: 'Jam kredit', en: 'Credit hours' }, value: { id: '6,5', en: '6.5' } },
        { label: { id: 'Tempat', en: 'Place' }, value: { id: 'Bandung', en: 'Bandung' } },
      ],
      ...of,
    }),
  );
}

/** The same, signed as the worker signs it; in an office that is vacant unless told. */
export async function aSignedCertificate(
  api: TestApp,
  of: Parameters<typeof aCertificate>[1],
  signatory: Signatory | null = null,
): Promise<CertificateRecord> {
  const { id } = await aCertificate(api, of);
  await api.app.get(CertificateSigning, { strict: false }).sign(id, signatory);
  return (await api.app.get(CertificateQueries, { strict: false }).byId(id)) as CertificateRecord;
}
