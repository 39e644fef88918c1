import type { SponsorRequirement } from '@himpun/groups';
import type { Bilingual, Reason } from '@himpun/kernel';

const SHORTEST = 3;
const LONGEST = 254;
const USUAL_DAYS = 14;
const USUAL_OPEN = 5;
/** Named beyond what the rule asks for, in case some do not answer. */
const IN_RESERVE = 3;
/** Questions that one application may ever send out. */
const MOST_NAMED = 20;
const DAY = 86_400_000;

/** A member as an applicant names one: by the whole e-mail address or the whole member number. */
export interface Named {
  by: 'email' | 'number';
  /** As it is looked up: an address in lower case, a number without outer spaces. */
  value: string;
}

/** How the typed text names a member; null when it is neither an address nor a number. Nothing is searched for. */
export function readNamed(typed: string): Named | null {
  const text = typed.normalize('NFC').trim();
  if (text.length < SHORTEST || text.length > LONGEST) return null;
  if (text.includes('@')) {
    return /^[^\s@]{1,64}@[^\s@]+\.[^\s@]+$/u.test(text) ? { by: 'email', value: text.toLowerCase() } : null;
  }
  return /\d/.test(text) && /^[\p{L}\d][\p{L}\d ./-]*$/u.test(text) ? { by: 'number', value: text } : null;
}

/** Whether two texts name somebody in the same words. */
export function isSameName(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

/** Days that a member has to answer. */
export function answerDays(requirement: Pick<SponsorRequirement, 'answerDays'>): number {
  return requirement.answerDays ?? USUAL_DAYS;
}

/** When the question ends, and it does so by itself. */
export function answerBy(requirement: Pick<SponsorRequirement, 'answerDays'>, now: Date): Date {
  return new Date(now.getTime() + answerDays(requirement) * DAY);
}

/** Why nobody else can be named now; null when somebody can. */
export function namingBar(
  requirement: Pick<SponsorRequirement, 'count'>,
  named: readonly { state: string }[],
): 'enough' | 'too_many' | null {
  const alive = named.filter(({ state }) => state === 'asked' || state === 'confirmed').length;
  if (alive >= requirement.count + IN_RESERVE) return 'enough';
  return named.length >= MOST_NAMED ? 'too_many' : null;
}

/** A member at the moment of confirming. */
export interface Confirming {
  /** In good standing at this moment. */
  isGood: boolean;
  /** Applications under way that they have confirmed already. */
  open: number;
}

/** Why a member cannot confirm at this moment; null when they can. */
export function confirmingBar(
  requirement: Pick<SponsorRequirement, 'openPerMember'>,
  { isGood, open }: Confirming,
): 'standing' | 'limit' | null {
  if (!isGood) return 'standing';
  return open >= (requirement.openPerMember ?? USUAL_OPEN) ? 'limit' : null;
}

/** What is wrong with what was typed. */
export function namedFault(): Reason {
  return { code: 'named', field: 'named', text: NEITHER };
}

const NEITHER: Bilingual = {
  id: 'Tulis nomor anggota atau alamat surel anggota secara lengkap.',
  en: 'Type the whole member number or the whole e-mail address.',
};
