import { domainToASCII } from 'node:url';
import type { Reason } from '@himpun/kernel';
import { parse } from 'tldts';
import { isPersonalBox, isPublicMail } from './public-mail';

/** The domain of a mail address in ASCII and lower case; null for what is no address. */
export function domainOfAddress(address: string): string | null {
  const found = /^[^\s@]{1,64}@([^\s@]{1,250})$/u.exec(address.trim());
  return found?.[1] ? asciiDomain(found[1]) : null;
}

/** A domain as it is kept: ASCII, lower case, no dot at its end; null for what is none. */
export function asciiDomain(typed: string): string | null {
  const ascii = domainToASCII(typed.trim().replace(/^@/, '').replace(/\.$/, '').toLowerCase());
  return /^(?=.{3,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/.test(ascii)
    ? ascii
    : null;
}

/** Why a domain cannot stand for an institution; null when it can. */
export function domainFault(domain: string): Reason | null {
  const {
    domain: registrable,
    domainWithoutSuffix,
    publicSuffix,
    isIp,
  } = parse(domain, {
    allowPrivateDomains: true,
  });
  if (isIp || !registrable || !domainWithoutSuffix || !publicSuffix) return fault('domain_shared', SHARED);
  if (isPublicMail(domainWithoutSuffix, publicSuffix)) return fault('domain_public_mail', PUBLIC_MAIL);
  if (isPersonalBox(domain)) return fault('domain_personal', PERSONAL);
  return null;
}

/** Whether mail from `domain` belongs to `owned`: the same, or below it. */
export function isWithin(domain: string, owned: string): boolean {
  return domain === owned || domain.endsWith(`.${owned}`);
}

/**
 * Whether two names mean the same institution: the same words in any order, in Indonesian or English, whatever the
 * punctuation; an abbreviation in brackets does not count. `Universitas Indonesia` is not `Universitas Pendidikan Indonesia`.
 */
export function isSameInstitution(one: string, other: string): boolean {
  const [left, right] = [institutionWords(one), institutionWords(other)];
  return left.length > 0 && left.join(' ') === right.join(' ');
}

/** The words of a name that tell institutions apart, in one order; also the key that names are looked up by. */
export function institutionWords(name: string): string[] {
  const plain = name
    .replace(/\([^()]*\)/g, ' ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase();
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  return [
    ...new Set(words.map((word) => SAME_WORD[word] ?? word).filter((word) => !FILLERS.has(word))),
  ].sort();
}

const FILLERS = new Set(['the', 'of', 'and', 'for', 'at', 'in', 'di', 'dan', 'untuk']);
const SAME_WORD: Readonly<Record<string, string>> = {
  universitas: 'university',
  universiti: 'university',
  institut: 'institute',
  politeknik: 'polytechnic',
  akademi: 'academy',
  kementerian: 'ministry',
  negeri: 'state',
  teknologi: 'technology',
  kesehatan: 'health',
};

function fault(code: string, text: Reason['text']): Reason {
  return { code, field: 'email', text };
}

const SHARED = {
  id: 'Domain ini dipakai bersama oleh banyak pihak. Pakai domain milik lembaga itu sendiri.',
  en: 'Many parties share this domain. Use one that belongs to the institution itself.',
};
const PUBLIC_MAIL = {
  id: 'Ini layanan surel umum: siapa pun dapat membuka alamat di sana. Pakai alamat pada domain lembaga.',
  en: 'This is a public mail service, where anybody can open an address. Use one in the institution’s own domain.',
};
const PERSONAL = {
  id: 'Ini kotak surat mahasiswa atau alumni, bukan kantor lembaga.',
  en: 'This is a mail box of students or alumni, not of an office.',
};
