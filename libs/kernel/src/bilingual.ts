/** The languages of everything a person reads; ISO 639-1. Indonesian is the default. */
export type Language = 'id' | 'en';

export const LANGUAGES: readonly Language[] = ['id', 'en'];

/** One text in both languages of the product. */
export interface Bilingual {
  id: string;
  en: string;
}

/** Why a rule answered as it did: a stable code for machines and a sentence for people. */
export interface Reason {
  /** Stable, dotted or snake case; part of the API. */
  code: string;
  text: Bilingual;
  /** The input or fact the reason is about, where there is one. */
  field?: string;
}

/** `text` in `language`. */
export function inLanguage(text: Bilingual, language: Language): string {
  return text[language];
}

/** The first of `preferences` (BCP 47 tags, as in Accept-Language order) that the product speaks; Indonesian otherwise. */
export function chooseLanguage(preferences: readonly string[]): Language {
  for (const tag of preferences) {
    const primary = tag.toLowerCase().split('-')[0];
    if (primary === 'id' || primary === 'in') return 'id';
    if (primary === 'en') return 'en';
  }
  return 'id';
}
