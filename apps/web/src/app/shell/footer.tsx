import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useBranding } from '../branding';
import classes from './footer.module.css';

/** Help and contact, at the same place on every page (WCAG 3.2.6). */
export function Footer() {
  const { t } = useTranslation();
  const { name, contactEmail } = useBranding();
  return (
    <footer className={classes.footer} data-no-print>
      <div className={classes.inner}>
        <section aria-label={t('footer.label')}>
          <p className={classes.heading}>{t('footer.help')}</p>
          <p>{t('footer.helpText')}</p>
          {contactEmail && (
            <p>
              {t('footer.contact')}: <a href={`mailto:${contactEmail}`}>{contactEmail}</a>
            </p>
          )}
        </section>
        <ul className={classes.links}>
          <li>
            <Link to={'/check' as string}>{t('footer.check')}</Link>
          </li>
          <li>
            <Link to={'/activities' as string}>{t('footer.activities')}</Link>
          </li>
          <li>
            <Link to="/terms">{t('footer.terms')}</Link>
          </li>
        </ul>
        <p className={classes.product}>
          {name}
          {name !== 'Himpun' && <> · {t('footer.product')}</>}
        </p>
      </div>
    </footer>
  );
}
