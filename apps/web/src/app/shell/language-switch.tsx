import { useTranslation } from 'react-i18next';
import { switchLanguage } from '../i18n';
import { api, call } from '../../api/client';
import { LANGUAGES, type Language, currentLanguage } from '../language';
import { useSession } from '../session';
import classes from './language-switch.module.css';

/** Indonesian or English, in place: the page and what was typed stay. */
export function LanguageSwitch() {
  const { t } = useTranslation();
  const session = useSession();
  const choose = (language: Language) => {
    void switchLanguage(language);
    // Mails follow the page. Should saving fail, the page has its language all the same.
    if (session)
      void call<unknown>(api.PATCH('/api/account', { body: { locale: language } })).catch(() => undefined);
  };
  return (
    <div className={classes.switch} role="group" aria-label={t('language.label')}>
      {LANGUAGES.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          className={classes.choice}
          aria-pressed={language === currentLanguage()}
          aria-label={`${language.toUpperCase()} – ${t(`language.${language}`)}`}
          onClick={() => choose(language)}
        >
          {language.toUpperCase()}
        </button>
      ))}
    </div>
  );
}
