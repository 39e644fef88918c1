import { useTranslation } from 'react-i18next';
import { type Language, currentLanguage } from '../../app/language';

/** Picks the reader's language from a pair of fields such as `titleId` and `titleEn`; follows the language switch. */
export function usePair(): { language: Language; pick: (id: string, en: string) => string } {
  useTranslation();
  const language = currentLanguage();
  return { language, pick: (id, en) => (language === 'id' ? id : en) };
}
