/** The languages of the product; ISO 639-1. */
export type Language = 'id' | 'en';

export const LANGUAGES: readonly Language[] = ['id', 'en'];

const COOKIE = 'himpun_language';
const YEAR_SECONDS = 31_536_000;

/** The language of the page as it stands; the document says it, so that code without React can ask. */
export function currentLanguage(): Language {
  return document.documentElement.lang === 'en' ? 'en' : 'id';
}

/** What this browser chose before; undefined on a first visit. */
export function rememberedLanguage(): Language | undefined {
  const found = new RegExp(`(?:^|; )${COOKIE}=(id|en)`).exec(document.cookie);
  return found?.[1] === 'en' ? 'en' : found ? 'id' : undefined;
}

/** Keeps the choice for a year; the server reads the cookie for pages and mails before sign-in. */
export function rememberLanguage(language: Language): void {
  document.cookie = `${COOKIE}=${language}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax`;
}
