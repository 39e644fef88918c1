import type { Bilingual } from '@himpun/kernel';

/** An instant written out in a zone, in both languages: `Sabtu, 21 November 2026 pukul 09.00 WIB`. */
export function momentIn(instant: Date, zone: string): Bilingual {
  const written = (language: string): string =>
    new Intl.DateTimeFormat(language, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      timeZoneName: 'short',
      timeZone: zone,
    }).format(instant);
  return { id: written('id-ID'), en: written('en-GB') };
}
