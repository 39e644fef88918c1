import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../ui/error-state';
import { LoadingState } from '../../ui/loading-state';
import { PageTitle } from '../../ui/page-title';
import { GroupPart } from './group-part';
import { ruleSourcesQuery, standingRuleQuery, standingVersionsQuery } from './office-rules.api';
import classes from './office-rules.module.css';
import { StandingForm } from './standing-form';
import { Versions } from './versions';

const route = getRouteApi('/standing-rules');

/** What keeps members' standing true: how often what is asked again, what a change means, who is reminded when. */
export function StandingRulesPage() {
  const { t } = useTranslation('office-rules');
  const { group: asked } = route.useSearch();
  return (
    <>
      <PageTitle title={t('standing.title')} lead={t('standing.lead')} />
      <GroupPart asked={asked} to="/standing-rules">
        {(group) => <OfGroup key={group.id} group={group} />}
      </GroupPart>
    </>
  );
}

function OfGroup({ group }: { group: { id: string; name: string } }) {
  const { t } = useTranslation('office-rules');
  const queryClient = useQueryClient();
  const [round, setRound] = useState(0);
  const { data, error, refetch } = useQuery(standingRuleQuery(group.id));
  const { data: versions } = useQuery(standingVersionsQuery(group.id));
  const { data: sources } = useQuery(ruleSourcesQuery(group.id));
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data || !sources) return <LoadingState lines={8} />;
  const again = async () => {
    await queryClient.invalidateQueries({ queryKey: ['standing-rules', group.id] });
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
      <StandingForm
        key={round}
        group={group}
        inForce={data}
        versions={versions}
        sources={sources}
        onPublished={again}
      />
      <Versions versions={versions} />
    </>
  );
}
