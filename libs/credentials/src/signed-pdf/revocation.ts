import type * as Asn1 from 'asn1js';
import { inflateSync } from 'node:zlib';
import type { BasicOCSPResponse, Certificate, CertificateRevocationList } from 'pkijs';
import { x509 } from '@himpun/signatures';
import { readRevision } from './revision';

/** Revocation lists and answers that a document brings along. They count once their own signature holds. */
export interface RevocationEvidence {
  lists: CertificateRevocationList[];
  answers: BasicOCSPResponse[];
}

const LARGEST = 8 * 1024 * 1024;
const MOST = 100;

/** What lies in the document's security store (PAdES, `DSS`), and in the signature itself. */
export async function revocationEvidence(
  file: Buffer,
  inside: Asn1.Sequence | null,
): Promise<RevocationEvidence> {
  const pki = await x509();
  const evidence: RevocationEvidence = { lists: [], answers: [] };
  for (const [kind, der] of [...(await storedEvidence(file)), ...evidenceInside(inside)].slice(0, MOST)) {
    try {
      const bytes = Uint8Array.from(der).buffer;
      if (kind === 'CRLs') evidence.lists.push(pki.CertificateRevocationList.fromBER(bytes));
      else {
        const { responseBytes } = pki.OCSPResponse.fromBER(bytes);
        if (responseBytes)
          evidence.answers.push(pki.BasicOCSPResponse.fromBER(responseBytes.response.getValue()));
      }
    } catch {
      // Evidence that cannot be read is none.
    }
  }
  return evidence;
}

/** Whether a certificate is revoked by its issuer's own word at a moment; the moment it happened, where the word gives one. */
export async function revokedAt(
  certificate: Certificate,
  candidates: readonly Certificate[],
  { lists, answers }: RevocationEvidence,
): Promise<Date | true | undefined> {
  const issuers = candidates.filter((one) => one.subject.isEqual(certificate.issuer));
  for (const issuer of issuers) {
    for (const list of lists) {
      if (!list.issuer.isEqual(certificate.issuer) || !(await signedBy(list, issuer))) continue;
      const entry = list.revokedCertificates?.find(({ userCertificate }) =>
        userCertificate.isEqual(certificate.serialNumber),
      );
      if (entry) return entry.revocationDate.value;
    }
    for (const answer of answers) {
      if (await saysRevoked(answer, certificate, issuer, candidates)) return true;
    }
  }
  return undefined;
}

async function signedBy(list: CertificateRevocationList, issuerCertificate: Certificate): Promise<boolean> {
  try {
    return await list.verify({ issuerCertificate });
  } catch {
    return false;
  }
}

async function saysRevoked(
  answer: BasicOCSPResponse,
  certificate: Certificate,
  issuer: Certificate,
  candidates: readonly Certificate[],
): Promise<boolean> {
  try {
    const { isForCertificate, status } = await answer.getCertificateStatus(certificate, issuer);
    if (!isForCertificate || status !== 1) return false;
    return await answer.verify({ trustedCerts: [...candidates] });
  } catch {
    return false;
  }
}

type Stored = ['CRLs' | 'OCSPs', Uint8Array];

async function storedEvidence(file: Buffer): Promise<Stored[]> {
  if (!file.includes('/DSS')) return [];
  const revision = await readRevision(file);
  if (!revision) return [];
  const { pdf, catalog, look } = revision;
  const store = look(catalog.get(pdf.PDFName.of('DSS')));
  if (!(store instanceof pdf.PDFDict)) return [];
  return (['CRLs', 'OCSPs'] as const).flatMap((kind) => {
    const list = look(store.get(pdf.PDFName.of(kind)));
    const streams = list instanceof pdf.PDFArray ? list.asArray().map((one) => look(one)) : [];
    return streams.flatMap((stream): Stored[] =>
      stream instanceof pdf.PDFRawStream ? [[kind, unpacked(stream.contents, stream.dict.toString())]] : [],
    );
  });
}

function unpacked(contents: Uint8Array, dictionary: string): Uint8Array {
  if (!/FlateDecode/.test(dictionary)) return contents;
  try {
    return inflateSync(contents, { maxOutputLength: LARGEST });
  } catch {
    return new Uint8Array();
  }
}

/** RevocationInfoArchival ::= SEQUENCE { crl [0] SEQUENCE OF CRL, ocsp [1] SEQUENCE OF OCSPResponse, … } */
function evidenceInside(inside: Asn1.Sequence | null): Stored[] {
  return (inside?.valueBlock.value ?? []).flatMap((tagged): Stored[] => {
    const kind = ({ 0: 'CRLs', 1: 'OCSPs' } as const)[tagged.idBlock.tagNumber as 0 | 1];
    const list = (tagged as Asn1.Constructed).valueBlock.value[0] as Asn1.Sequence | undefined;
    if (!kind || !list) return [];
    return list.valueBlock.value.map((one): Stored => [kind, new Uint8Array(one.toBER())]);
  });
}
