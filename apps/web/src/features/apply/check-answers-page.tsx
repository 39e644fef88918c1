import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '../../api/client';
import { ErrorState } from '../../ui/error-state';
import { LoadingState } from '../../ui/loading-state';
import { PageTitle } from '../../ui/page-title';
import { PendingButton } from '../../ui/pending-button';
import { type Application, applicationQuery, submitApplication } from './apply.api';
import { AnswersSummary } from './answers-summary';
import classes from './apply.module.css';
import { Gaps } from './gaps';
import { BackLink } from './section-page';

const route = getRouteApi('/applications/$applicationId/check');

/** Everything once more before it is sent (UX 14). */
export function CheckAnswersPage() {
  const { applicationId } = route.useParams();
  const { data, error, refetch } = useQuery({ ...applicationQuery(applicationId), refetchOnMount: 'always' });
  if (error) return <ErrorState asPage error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState lines={10} />;
  return <CheckAnswers application={data} />;
}

function CheckAnswers({ application }: { application: Application }) {
  const { t } = useTranslation('apply');
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [key] = useState(newIdempotencyKey);
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);

  async function send() {
    setPending(true);
    setError(null);
    try {
      await submitApplication(application.id, key);
      await queryClient.invalidateQueries({ queryKey: ['applications'] });
      await navigate({
        to: '/applications/$applicationId/submitted',
        params: { applicationId: application.id },
      });
    } catch (refusal) {
      setError(refusal);
    } finally {
      setPending(false);
    }
  }

  return (
    <div className={classes.reading}>
      <PageTitle
        above={application.reference}
        title={t('check.title')}
        lead={t('check.lead')}
        hasError={error !== null}
      />
      {error !== null && <Gaps error={error} application={application} />}
      <AnswersSummary application={application} />
      <p>{t('check.consent')}</p>
      <div className={classes.acts}>
        <PendingButton type="button" size="md" isPending={isPending} onClick={() => void send()}>
          {application.state === 'returned' ? t('actions.submitAgain') : t('actions.submit')}
        </PendingButton>
        <BackLink applicationId={application.id} />
      </div>
    </div>
  );
}
