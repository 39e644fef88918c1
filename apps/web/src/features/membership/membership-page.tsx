import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { TextLink } from '../../ui/links';
import { LoadingState } from '../../ui/loading-state';
import { PageTitle } from '../../ui/page-title';
import { Tasks } from '../standing/tasks';
import { MemberCard } from './member-card';
import { membershipsQuery } from './membership.api';
import { WaitingCodes } from './waiting-codes';

/** One's own memberships, each as a card that can be shown, scanned and printed. */
export function MembershipPage() {
  const { t } = useTranslation('membership');
  const { data, error, refetch } = useQuery(membershipsQuery);
  return (
    <>
      <PageTitle
        title={t('title')}
        lead={data?.length ? t('lead') : undefined}
        actions={
          data?.length ? (
            <Button
              variant="default"
              leftSection={<IconPrinter size={18} aria-hidden />}
              onClick={() => window.print()}
              data-no-print
            >
              {t('actions.print')}
            </Button>
          ) : undefined
        }
      />
      <Tasks />
      <WaitingCodes />
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingState lines={6} />}
      {data?.length === 0 && (
        <EmptyState kind="nothing-yet" title={t('empty.title')} text={t('empty.text')} />
      )}
      {data?.map((membership) => (
        <MemberCard key={membership.id} membership={membership} />
      ))}
      {data && data.length > 0 && (
        <p data-no-print>
          <TextLink to="/sponsorships">{t('actions.sponsorships')}</TextLink>
          {' · '}
          <TextLink to="/disclosures">{t('actions.disclose')}</TextLink>
        </p>
      )}
    </>
  );
}
