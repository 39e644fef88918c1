import { Button } from '@mantine/core';
import { IconCircleCheck, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../ui/error-state';
import { LinkButton } from '../../ui/links';
import { LoadingState } from '../../ui/loading-state';
import { PageTitle } from '../../ui/page-title';
import { AnswersSummary } from './answers-summary';
import { applicationQuery } from './apply.api';
import classes from './apply.module.css';
import { needsCredential } from './task-status';

const route = getRouteApi('/applications/$applicationId/submitted');

/** It arrived: reference, what happens next, a copy to print. Can be bookmarked and visited again (UX 15). */
export function SubmittedPage() {
  const { t } = useTranslation('apply');
  const { applicationId } = route.useParams();
  const { data, error, refetch } = useQuery(applicationQuery(applicationId));
  if (error) return <ErrorState asPage error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState lines={6} />;
  return (
    <div className={classes.reading}>
      <section className={classes.arrived}>
        <IconCircleCheck size={40} stroke={1.75} aria-hidden />
        <PageTitle title={t('submitted.title')} />
        <p>{t('submitted.reference')}</p>
        <p className={classes.reference}>{data.reference}</p>
      </section>
      <h2>{t('submitted.next')}</h2>
      <ol>
        {data.tasks.some(needsCredential) && <li>{t('submitted.checks')}</li>}
        <li>{t('submitted.review')}</li>
        <li>{t('submitted.decision')}</li>
      </ol>
      <div className={classes.acts} data-no-print>
        <LinkButton to="/applications/$applicationId" params={{ applicationId }}>
          {t('actions.follow')}
        </LinkButton>
        <Button
          variant="default"
          leftSection={<IconPrinter size={18} aria-hidden />}
          onClick={() => window.print()}
        >
          {t('actions.print')}
        </Button>
      </div>
      <details className={classes.copy}>
        <summary>{t('submitted.copy')}</summary>
        <AnswersSummary application={data} />
      </details>
    </div>
  );
}
