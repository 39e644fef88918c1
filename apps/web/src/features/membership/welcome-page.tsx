import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { ErrorState } from '../../ui/error-state';
import { LinkButton } from '../../ui/links';
import { LoadingState } from '../../ui/loading-state';
import { PageTitle } from '../../ui/page-title';
import { MemberCard } from './member-card';
import { membershipsQuery } from './membership.api';

const route = getRouteApi('/memberships/welcome/$membershipId');

/** The moment membership begins: the card, and what it is for. */
export function WelcomePage() {
  const { t } = useTranslation('membership');
  const { membershipId } = route.useParams();
  const { data, error, refetch } = useQuery(membershipsQuery);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} asPage />;
  if (!data) return <LoadingState lines={6} />;
  const membership = data.find(({ id }) => id === membershipId);
  if (!membership) return <PageTitle title={t('empty.title')} lead={t('empty.text')} />;
  const group = currentLanguage() === 'id' ? membership.groupNameId : membership.groupNameEn;
  return (
    <>
      <PageTitle
        title={t('welcome.title', { group })}
        lead={t('welcome.lead', { number: membership.number })}
      />
      <MemberCard membership={membership} />
      <LinkButton to="/memberships" data-no-print>
        {t('actions.toMembership')}
      </LinkButton>
    </>
  );
}
