import type { Reason } from '@himpun/kernel';
import { isCommonplace } from './commonplace-passwords';

/** ASVS 5.0 6.2.1 asks for 8, recommends 15; twelve code points keep passphrases short enough to be used. */
export const PASSWORD_MIN = 12;
/** ASVS 6.2.9 asks for at least 64; the end keeps hashing cheap. */
export const PASSWORD_MAX = 128;

/** Why a password cannot be taken; no rule about kinds of characters (ASVS 6.2.5). Empty when it is fine. */
export function passwordFaults(password: string, about: { email?: string; fullName?: string }): Reason[] {
  const length = [...password.normalize('NFKC')].length;
  if (length < PASSWORD_MIN) return [TOO_SHORT];
  if (length > PASSWORD_MAX) return [TOO_LONG];
  if (isCommonplace(password, personalWords(about))) return [COMMONPLACE];
  return [];
}

function personalWords({ email = '', fullName = '' }: { email?: string; fullName?: string }): string[] {
  return `${email} ${fullName}`.split(/[\s@.,_+'’-]+/u).filter((word) => word.length >= 3);
}

const TOO_SHORT: Reason = {
  code: 'too_short',
  field: 'password',
  text: {
    id: `Paling sedikit ${PASSWORD_MIN} huruf. Beberapa kata yang tidak berhubungan itu kuat dan mudah diingat.`,
    en: `At least ${PASSWORD_MIN} characters. A few words that do not belong together are strong and easy to keep in mind.`,
  },
};
const TOO_LONG: Reason = {
  code: 'too_long',
  field: 'password',
  text: { id: `Paling banyak ${PASSWORD_MAX} huruf.`, en: `At most ${PASSWORD_MAX} characters.` },
};
const COMMONPLACE: Reason = {
  code: 'commonplace',
  field: 'password',
  text: {
    id: 'Kata sandi ini mudah ditebak. Pakai kata-kata yang tidak berkaitan dengan Anda atau dengan portal ini.',
    en: 'This password is easy to guess. Use words that have nothing to do with you or with this portal.',
  },
};
