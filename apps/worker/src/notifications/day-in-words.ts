import type { Bilingual, LocalDate } from '@himpun/kernel';

/** A calendar day as a mail writes it: "21 November 2026"; null for none. */
export function dayInWords(day: LocalDate | null): Bilingual | null {
  if (day === null) return null;
  const inLocale = (locale: string): string =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
      new Date(`${day}T00:00:00Z`),
    );
  return { id: inLocale('id-ID'), en: inLocale('en-GB') };
}
