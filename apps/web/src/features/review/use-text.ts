import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';

/** Picks the reader's language of what the API says in both; follows the language switch. */
export function useText(): (text: { id: string; en: string }) => string {
  useTranslation();
  const language = currentLanguage();
  return (text) => text[language];
}
