import { useTranslation } from 'react-i18next';
import { useBranding } from '../../app/branding';
import { useSession } from '../../app/session';
import { LinkButton } from '../../ui/links';
import { useDocumentTitle } from '../../ui/page-title';
import { CheckForm } from './check-form';
import { Home } from './home';
import classes from './landing-page.module.css';

/** The first page: for a visitor what this is and the four ways on; for a person signed in, their own start. */
export function LandingPage() {
  const session = useSession();
  return session ? <Home session={session} /> : <Welcome />;
}

function Welcome() {
  const { t } = useTranslation('landing');
  const { name } = useBranding();
  useDocumentTitle(t('title'));
  return (
    <>
      <section className={classes.hero}>
        <div>
          <p className={classes.association}>{name}</p>
          <h1 tabIndex={-1}>{t('headline')}</h1>
          <p className={classes.lead}>{t('lead')}</p>
          <div className={classes.ways}>
            <LinkButton to={'/apply' as string} size="lg">
              {t('actions.apply')}
            </LinkButton>
            <LinkButton to="/sign-in" size="lg" variant="default">
              {t('actions.signIn')}
            </LinkButton>
          </div>
        </div>
        <CheckForm />
      </section>
      <Steps />
      <section className={classes.catalogue} aria-labelledby="catalogue">
        <div>
          <h2 id="catalogue">{t('catalogue.title')}</h2>
          <p>{t('catalogue.text')}</p>
        </div>
        <LinkButton to={'/activities' as string} variant="default">
          {t('actions.catalogue')}
        </LinkButton>
      </section>
    </>
  );
}

function Steps() {
  const { t } = useTranslation('landing');
  return (
    <section className={classes.steps} aria-labelledby="steps">
      <h2 id="steps">{t('steps.title')}</h2>
      <ol>
        {(['apply', 'check', 'decide', 'belong'] as const).map((step) => (
          <li key={step}>
            <h3>{t(`steps.${step}.title`)}</h3>
            <p>{t(`steps.${step}.text`)}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
