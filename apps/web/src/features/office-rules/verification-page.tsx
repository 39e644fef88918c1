import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../ui/error-state';
import { LoadingState } from '../../ui/loading-state';
import { PageTitle } from '../../ui/page-title';
import { GroupPart } from './group-part';
import { openWorkQuery, verificationQuery, verificationVersionsQuery } from './office-rules.api';
import classes from './office-rules.module.css';
import { VerificationForm } from './verification-form';
import { Versions } from './versions';

const route = getRouteApi('/verification-rules');

/** How a group verifies what no source can: links to institutions, reminders, second readers. */
export function VerificationPage() {
  const { t } = useTranslation('office-rules');
  const { group: asked } = route.useSearch();
  return (
    <>
      <PageTitle title={t('verification.title')} lead={t('verification.lead')} />
      <GroupPart asked={asked} to="/verification-rules">
        {(group) => <OfGroup key={group.id} group={group} />}
      </GroupPart>
    </>
  );
}

function OfGroup({ group }: { group: { id: string; name: string } }) {
  const { t } = useTranslation('office-rules');
  const queryClient = useQueryClient();
  const [round, setRound] = useState(0);
  const { data, error, refetch } = useQuery(verificationQuery(group.id));
  const { data: versions } = useQuery(verificationVersionsQuery(group.id));
  const { data: open } = useQuery(openWorkQuery(group.id));
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState lines={6} />;
  const again = async () => {
    await queryClient.invalidateQueries({ queryKey: ['verification-rules', group.id] });
    setRound(round + 1);
  };
  return (
    <>
      <p className={classes.quiet}>
        {data.groupId === null
          ? t('byDefault')
          : data.groupId === group.id
            ? t('own', { version: data.version })
            : t('inherited')}
      </p>
      <VerificationForm
        key={round}
        group={group}
        rule={data}
        versions={versions}
        open={open}
        onPublished={again}
      />
      <Versions versions={versions} />
    </>
  );
}
