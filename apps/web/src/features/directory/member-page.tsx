import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { DateText } from '../../ui/date-text';
import { ErrorState } from '../../ui/error-state';
import { LoadingState } from '../../ui/loading-state';
import { PageTitle } from '../../ui/page-title';
import { SummaryList } from '../../ui/summary-list';
import { personQuery } from './directory.api';

const route = getRouteApi('/members/$personId');

/** One member's record as an officer sees it. */
export function MemberPage() {
  const { t } = useTranslation('directory');
  const { personId } = route.useParams();
  const { data, error, refetch } = useQuery(personQuery(personId));
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState lines={6} />;
  const isIndonesian = currentLanguage() === 'id';
  const name = [data.titleBefore, data.fullName].filter(Boolean).join(' ');
  return (
    <>
      <PageTitle title={data.titleAfter ? `${name}, ${data.titleAfter}` : name} />
      <SummaryList
        title={t('member.about')}
        rows={[
          { key: 'region', label: t('column.region'), value: data.region ?? t('member.none') },
          { key: 'email', label: t('member.email'), value: data.email ?? t('member.none') },
          { key: 'phone', label: t('member.phone'), value: data.phone ?? t('member.none') },
        ]}
      />
      {data.memberships.map((membership) => (
        <SummaryList
          key={membership.membershipId}
          title={isIndonesian ? membership.groupNameId : membership.groupNameEn}
          rows={[
            { key: 'number', label: t('column.number'), value: membership.number },
            {
              key: 'grade',
              label: t('column.grade'),
              value: isIndonesian ? membership.gradeNameId : membership.gradeNameEn,
            },
            { key: 'since', label: t('member.since'), value: <DateText value={membership.since} /> },
          ]}
        />
      ))}
    </>
  );
}
