import type { Bilingual } from '@himpun/kernel';

export type CertificateKind = 'attendance' | 'membership';

/** A further fact of a certificate, printed, signed and shown to whoever checks it: `Jam kredit: 6,5`. */
export interface CertificateDetail {
  label: Bilingual;
  value: Bilingual;
}

/** Who vouches for a certificate by name: the holder of an office on the day of issue. */
export interface Signatory {
  /** With titles, as it is to be printed. */
  name: string;
  /** The office as it is called: `Ketua`, `Chair`. */
  office: Bilingual;
}

/** What a certificate is to say. All of it becomes public to whoever holds its code. */
export interface NewCertificate {
  kind: CertificateKind;
  personId: string;
  /** As it is to be printed; kept even if the person's name changes. */
  recipientName: string;
  /** On whose behalf: the group whose officers may revoke it. */
  groupId: string;
  /** With `subjectId` and `kind`: what it was earned with; there is one certificate for it, ever. */
  subjectType: string;
  subjectId: string;
  title: Bilingual;
  description: Bilingual;
  criteria: Bilingual;
  issuedAt: Date;
  /** First instant at which it no longer holds; null for always. */
  validUntil: Date | null;
  details: readonly CertificateDetail[];
}

/** A certificate's id, and the code that strangers check it by. */
export interface IssuedCertificate {
  id: string;
  code: string;
}
