import { useTranslation } from 'react-i18next';
import { switchLanguage } from '../i18n';
import { LANGUAGES, currentLanguage } from '../language';
import classes from './language-switch.module.css';

/** Indonesian or English, in place: the page and what was typed stay. */
export function LanguageSwitch() {
  const { t } = useTranslation();
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
          onClick={() => void switchLanguage(language)}
        >
          {language.toUpperCase()}
        </button>
      ))}
    </div>
  );
}
