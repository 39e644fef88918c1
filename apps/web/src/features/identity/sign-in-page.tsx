import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { startPage } from '../../app/navigation';
import { sessionQuery } from '../../app/session';
import { TextLink } from '../../ui/links';
import { PageTitle } from '../../ui/page-title';
import { freshSession } from './identity.api';
import { insideOnly } from './identity.rules';
import classes from './identity.module.css';
import { Personas } from './personas';
import { SignInForm } from './sign-in-form';

const route = getRouteApi('/sign-in');

/** Signing in with e-mail and password, or as a persona in demonstration mode. */
export function SignInPage() {
  const { t } = useTranslation('identity');
  const { next } = route.useSearch();
  const navigate = useNavigate();
  const queryClient = useQueryClient();

  async function enter() {
    await freshSession(queryClient);
    const session = queryClient.getQueryData(sessionQuery.queryKey) ?? null;
    await navigate({ to: next === undefined ? startPage(session) : insideOnly(next), replace: true });
  }

  return (
    <div className={classes.columns}>
      <div>
        <PageTitle title={t('signIn.title')} lead={next ? t('signIn.leadNext') : undefined} />
        <SignInForm onDone={enter} />
        <ul className={classes.ways}>
          <li>
            <TextLink to="/forgot">{t('signIn.forgot')}</TextLink>
          </li>
          <li>
            {t('signIn.new')} <TextLink to="/sign-up">{t('signIn.signUp')}</TextLink>
          </li>
        </ul>
      </div>
      <Personas onDone={enter} />
    </div>
  );
}
