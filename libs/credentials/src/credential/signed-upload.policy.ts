import type { Bilingual } from '@himpun/kernel';
import { extractCredential, type Container, type NoCredential } from '@himpun/signatures';
import { NO_FACTS, readFacts, type CredentialFacts } from '../signed-credential';
import { isPdf, signatureFields } from '../signed-pdf';
import type { SignedReading } from './claim';

/** What was found in an uploaded file. */
export interface SignedUpload {
  /** JSON or token; of a PDF its base64. */
  text: string;
  container: Container;
  reading: SignedReading;
  facts: CredentialFacts;
}

/** Why a file is not taken: the last words of the code pick the status. */
export interface RefusedUpload {
  refused: string;
  sentence: Bilingual;
}

const LARGEST_TEXT = 1_000_000;
const LARGEST_PDF = 10 * 1024 * 1024;

/** Reads an uploaded file. Believes nothing, refuses what holds no signed credential, and says what to bring instead. */
export function readSignedUpload(file: Buffer): SignedUpload | RefusedUpload {
  if (isPdf(file)) return readSignedPdf(file);
  const found = extractCredential(file);
  if ('none' in found) return REFUSALS[found.none];
  if (found.text.length > LARGEST_TEXT) return REFUSALS.too_large;
  const facts = readFacts(found.text);
  if ('reason' in facts) return facts.reason === 'not_a_credential' ? REFUSALS.unreadable : UNSUPPORTED;
  return { text: found.text, container: found.container, facts, reading: readingOf(facts) };
}

/** Reads a PDF; whose signature it is, is for the check to say. */
export function readSignedPdf(file: Buffer): SignedUpload | RefusedUpload {
  if (file.length > LARGEST_PDF) return REFUSALS.too_large;
  if (signatureFields(file).length === 0) return UNSIGNED_PDF;
  const facts: CredentialFacts = { ...NO_FACTS, format: 'signed-pdf' };
  return { text: file.toString('base64'), container: 'pdf', facts, reading: readingOf(facts) };
}

function readingOf(facts: CredentialFacts): SignedReading {
  return {
    format: facts.format,
    credentialId: facts.id,
    name: facts.name,
    issuerId: facts.issuer.id,
    issuerName: facts.issuer.name,
    holderName: facts.subject.name,
    achievement: facts.achievement?.name ?? null,
    validFrom: facts.validFrom,
    validUntil: facts.validUntil,
  };
}

const REFUSALS: Record<NoCredential, RefusedUpload> = {
  unreadable: {
    refused: 'malformed',
    sentence: {
      id: 'Berkas ini bukan kredensial bertanda tangan. Unggah berkas JSON, JWT, atau gambar lencana asli dari penerbit.',
      en: 'This file is not a signed credential. Upload the JSON, JWT or badge image as the issuer gave it to you.',
    },
  },
  too_large: {
    refused: 'too_large',
    sentence: { id: 'Berkas ini terlalu besar.', en: 'This file is too large.' },
  },
  unknown_file: {
    refused: 'unsupported',
    sentence: {
      id: 'Jenis berkas ini tidak memuat kredensial bertanda tangan. Unggah sebagai bukti biasa, atau unggah JSON, JWT, PNG atau SVG dari penerbit.',
      en: 'A file of this kind carries no signed credential. Upload it as plain evidence, or bring the issuer’s JSON, JWT, PNG or SVG.',
    },
  },
  image_without_credential: {
    refused: 'without_credential',
    sentence: {
      id: 'Gambar ini tidak memuat kredensial. Tangkapan layar kehilangan isinya; unduh gambar asli dari penerbit.',
      en: 'This image carries no credential. A screenshot loses it; download the original image from the issuer.',
    },
  },
  link: {
    refused: 'only_link',
    sentence: {
      id: 'Gambar ini hanya memuat tautan. Buka tautannya dan unduh kredensial JSON dari sana.',
      en: 'This image only carries a link. Open the link and download the credential as JSON from there.',
    },
  },
  several: {
    refused: 'several',
    sentence: {
      id: 'Gambar ini memuat lebih dari satu kredensial. Unggah satu per satu.',
      en: 'This image carries more than one credential. Upload them one by one.',
    },
  },
};

const UNSIGNED_PDF: RefusedUpload = {
  refused: 'unsupported',
  sentence: {
    id: 'PDF ini tidak bertanda tangan digital. Unggah sebagai bukti; petugas akan memeriksanya.',
    en: 'This PDF carries no digital signature. Upload it as evidence; an officer will look at it.',
  },
};

const UNSUPPORTED: RefusedUpload = {
  refused: 'unsupported',
  sentence: {
    id: 'Format kredensial ini belum dapat kami baca. Unggah sebagai bukti; petugas akan memeriksanya.',
    en: 'We cannot read credentials of this format yet. Upload it as evidence; an officer will look at it.',
  },
};
