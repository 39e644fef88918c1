import { isLocalDate, type LocalDate, type Reason } from '@himpun/kernel';
import { domainFault, domainOfAddress } from './institution-domain.policy';

/** How an officer verified something without a source. */
export type VerificationMethod =
  'telephone' | 'letter' | 'original_seen' | 'video_call' | 'email_to_institution';

export const VERIFICATION_METHODS: readonly VerificationMethod[] = [
  'telephone',
  'letter',
  'original_seen',
  'video_call',
  'email_to_institution',
];

/** The part of a verification that rules look at. */
export interface VerificationWay {
  method: VerificationMethod;
  verifiedOn: LocalDate;
  spokenWith: string | null;
  contact: string | null;
  contactFoundAt: string | null;
}

/** What is missing: whoever was asked has a name, and the way to them was found somewhere. */
export function wayFaults(way: VerificationWay, today: LocalDate): Reason[] {
  const faults: Reason[] = [];
  if (!isLocalDate(way.verifiedOn) || way.verifiedOn > today || way.verifiedOn < '2000-01-01') {
    faults.push(fault('verifiedOn', DATE));
  }
  if (way.method === 'original_seen') return faults;
  for (const field of ['spokenWith', 'contact', 'contactFoundAt'] as const) {
    if (!way[field]?.trim()) faults.push(fault(field, NEEDED[field]));
  }
  return faults;
}

/**
 * What speaks against the number or address that was used: it is the applicant's own, stands on the applicant's papers, or is
 * a mail box that anybody can open. Warnings, not refusals: a small school may have no other telephone.
 * @param own numbers and addresses of the applicant; @param papers texts of the claim and its evidence.
 */
export function contactWarnings(
  contact: string | null,
  own: readonly string[],
  papers: readonly string[],
): Reason[] {
  if (!contact?.trim()) return [];
  const found: Reason[] = [];
  if (own.some((known) => isSameContact(contact, known))) found.push(warning('contact_own', OWN));
  if (papers.some((paper) => standsOn(contact, paper))) found.push(warning('contact_on_papers', ON_PAPERS));
  const domain = domainOfAddress(contact);
  if (domain !== null && domainFault(domain)) found.push(warning('contact_public', PUBLIC));
  return found;
}

/** Whether two texts are the same telephone number, however written, or the same address. */
export function isSameContact(one: string, other: string): boolean {
  const [left, right] = [nationalDigits(one), nationalDigits(other)];
  if (left.length >= 6 && left === right) return true;
  return one.includes('@') && one.trim().toLowerCase() === other.trim().toLowerCase();
}

function standsOn(contact: string, paper: string): boolean {
  if (contact.includes('@')) return paper.toLowerCase().includes(contact.trim().toLowerCase());
  const digits = nationalDigits(contact);
  return digits.length >= 6 && paper.replace(/[^\d\p{L}]+/gu, '').includes(digits);
}

/** The digits of a number without the country's code or the leading zero: 0274 588688, +62 274 588688 are the same. */
function nationalDigits(text: string): string {
  if (text.includes('@')) return '';
  return text.replace(/\D/g, '').replace(/^(?:0062|62|0)/, '');
}

function fault(field: string, text: Reason['text']): Reason {
  return { code: 'verification', field, text };
}

function warning(code: string, text: Reason['text']): Reason {
  return { code, field: 'contact', text };
}

const DATE = {
  id: 'Isi tanggal yang benar, paling lambat hari ini.',
  en: 'Enter a correct date, not after today.',
};
const NEEDED = {
  spokenWith: {
    id: 'Isi dengan siapa Anda berhubungan, beserta jabatannya.',
    en: 'Enter with whom you dealt, and their office.',
  },
  contact: { id: 'Isi nomor atau alamat yang dipakai.', en: 'Enter the number or address you used.' },
  contactFoundAt: {
    id: 'Isi di mana Anda menemukan nomor atau alamat itu, bukan dari pemohon.',
    en: 'Enter where you found that number or address, other than from the applicant.',
  },
};
const OWN = {
  id: 'Ini nomor atau alamat pemohon sendiri.',
  en: 'This is the applicant’s own number or address.',
};
const ON_PAPERS = {
  id: 'Nomor atau alamat ini tertulis pada berkas pemohon. Cari yang lain, misalnya di situs resmi lembaga.',
  en: 'This number or address stands on the applicant’s papers. Find another, for example on the institution’s own site.',
};
const PUBLIC = {
  id: 'Siapa pun dapat membuka alamat di layanan surel ini.',
  en: 'Anybody can open an address at this mail service.',
};
