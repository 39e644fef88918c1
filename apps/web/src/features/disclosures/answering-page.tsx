import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../ui/error-state';
import { TextLink } from '../../ui/links';
import { LoadingState } from '../../ui/loading-state';
import { PageTitle } from '../../ui/page-title';
import { applicationQuery } from '../apply/apply.api';
import { useText } from '../apply/use-text';
import { AnswerForm } from './answer-form';
import { ownDisclosureQuery } from './disclosures.api';
import classes from './disclosures.module.css';

const route = getRouteApi('/applications/$applicationId/disclosures/$requirementId');

/** The applicant answers questions about the past. */
export function AnsweringPage() {
  const { applicationId, requirementId } = route.useParams();
  const { t } = useTranslation('disclosures');
  const { said } = useText();
  const { data, error, refetch } = useQuery(applicationQuery(applicationId));
  const own = useQuery({ ...ownDisclosureQuery(applicationId, requirementId), refetchOnWindowFocus: false });
  const failed = error ?? own.error;
  if (failed) return <ErrorState asPage error={failed} onRetry={() => void refetch()} />;
  if (!data || !own.data) return <LoadingState lines={8} />;
  const task = data.tasks.find(({ requirement }) => requirement.id === requirementId);
  return (
    <div className={classes.reading}>
      {task?.open ? (
        <>
          <PageTitle title={said(task.requirement.title)} lead={said(task.requirement.hint)} />
          <p>{t('how')}</p>
          {task.note !== null && <p className={classes.note}>{task.note}</p>}
          <AnswerForm
            key={own.data.id}
            applicationId={applicationId}
            requirement={task.requirement}
            own={own.data}
          />
        </>
      ) : (
        <PageTitle title={t('closed')} lead={t('closedText')} />
      )}
      <TextLink to="/applications/$applicationId" params={{ applicationId }}>
        {t('actions.back')}
      </TextLink>
    </div>
  );
}
