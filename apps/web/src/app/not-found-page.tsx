import { Suspense, lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { LinkButton, TextLink } from '../ui/links';
import { PageTitle } from '../ui/page-title';
import { currentLanguage } from './language';
import classes from './not-found-page.module.css';
import { navigationFor } from './navigation';
import { useSession } from './session';

const CheckForm = lazy(() =>
  import('../features/landing/check-form').then((m) => ({ default: m.CheckForm })),
);

/** No page at this address: where the person may have wanted to go, and the search that most links are about. */
export function NotFoundPage() {
  const { t } = useTranslation();
  const session = useSession() ?? null;
  const { mine, office, public: open } = navigationFor(session);
  const places = session ? [...mine, ...office] : open;
  return (
    <div className={classes.page}>
      <PageTitle title={t('notFound.title')} lead={t('notFound.lead')} />
      <LinkButton to="/">{t('notFound.actions.home')}</LinkButton>
      <nav aria-labelledby="places">
        <h2 id="places">{t('notFound.places')}</h2>
        <ul>
          {places.map((place) => (
            <li key={place.to}>
              <TextLink to={place.to}>{place.label[currentLanguage()]}</TextLink>
            </li>
          ))}
        </ul>
      </nav>
      <Suspense>
        <CheckForm />
      </Suspense>
    </div>
  );
}
