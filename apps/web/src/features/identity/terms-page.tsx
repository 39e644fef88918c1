import { Anchor } from '@mantine/core';
import { Trans, useTranslation } from 'react-i18next';
import { useBranding } from '../../app/branding';
import { DateText } from '../../ui/date-text';
import { PageTitle } from '../../ui/page-title';
import classes from './identity.module.css';

const PARTS = ['use', 'data', 'why', 'who', 'howLong', 'rights'] as const;
/** The day of the text's last change; the server keeps with each account which text it agreed to. */
const VERSION = '2026-11-21';

/** Terms of use and privacy: which data, why, who sees them, how long, how to have them deleted. */
export function TermsPage() {
  const { t } = useTranslation('identity');
  const { name, contactEmail } = useBranding();
  return (
    <article className={classes.terms}>
      <PageTitle title={t('terms.title')} lead={t('terms.lead', { name })} />
      {PARTS.map((part) => (
        <section key={part}>
          <h2>{t(`terms.${part}.title`)}</h2>
          <ul>
            {(t(`terms.${part}.points`, { returnObjects: true }) as string[]).map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
        </section>
      ))}
      <section>
        <h2>{t('terms.contact.title')}</h2>
        <p>
          {contactEmail ? (
            <Trans
              t={t}
              i18nKey="terms.contact.text"
              values={{ email: contactEmail }}
              components={{ mail: <Anchor href={`mailto:${contactEmail}`}>{contactEmail}</Anchor> }}
            />
          ) : (
            t('terms.contact.none')
          )}
        </p>
      </section>
      <p className={classes.version}>
        {t('terms.version')} <DateText value={VERSION} />
      </p>
    </article>
  );
}
