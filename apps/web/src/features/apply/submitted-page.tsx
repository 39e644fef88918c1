import { Anchor, Button } from '@mantine/core';
import { IconCircleCheck, IconDownload, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useBranding } from '../../app/branding';
import { currentLanguage } from '../../app/language';
import { DateText } from '../../ui/date-text';
import { ErrorState } from '../../ui/error-state';
import { LinkButton } from '../../ui/links';
import { LoadingState } from '../../ui/loading-state';
import { PageTitle } from '../../ui/page-title';
import { AnswersSummary } from './answers-summary';
import { type Application, applicationQuery } from './apply.api';
import classes from './apply.module.css';
import { needsCredential } from './task-status';

const route = getRouteApi('/applications/$applicationId/submitted');

/** It arrived: reference, what happens next and by when, whom to ask, a copy to keep. Can be bookmarked (UX 15). */
export function SubmittedPage() {
  const { applicationId } = route.useParams();
  const { data, error, refetch } = useQuery(applicationQuery(applicationId));
  if (error) return <ErrorState asPage error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState lines={6} />;
  return data.submittedAt === null ? <NotSent applicationId={data.id} /> : <Sent data={data} />;
}

function NotSent({ applicationId }: { applicationId: string }) {
  const { t } = useTranslation('apply');
  return (
    <>
      <PageTitle title={t('submitted.notSent')} lead={t('submitted.notSentText')} />
      <LinkButton to="/applications/$applicationId" params={{ applicationId }}>
        {t('actions.continue')}
      </LinkButton>
    </>
  );
}

function Sent({ data }: { data: Application }) {
  const { t } = useTranslation('apply');
  const branding = useBranding();
  const contact = data.contactEmail ?? branding.contactEmail;
  const applicationId = data.id;
  return (
    <div className={classes.reading}>
      <section className={classes.arrived}>
        <IconCircleCheck size={40} stroke={1.75} aria-hidden />
        <PageTitle title={t('submitted.title')} />
        <p>{t('submitted.reference')}</p>
        <p className={classes.reference}>{data.reference}</p>
        <p className={classes.quiet}>
          {t('mine.submitted')} <DateText value={data.submittedAt ?? data.createdAt} />
        </p>
      </section>
      <h2>{t('submitted.next')}</h2>
      <ol>
        {data.tasks.some(needsCredential) && <li>{t('submitted.checks')}</li>}
        <li>{t('submitted.review')}</li>
        <li>
          {data.decisionBy && (
            <strong>
              {t('submitted.decisionBy')} <DateText value={data.decisionBy} />.{' '}
            </strong>
          )}
          {t('submitted.decision')}
        </li>
      </ol>
      {contact && (
        <>
          <h2>{t('submitted.questions')}</h2>
          <p>
            {t('submitted.contact')}{' '}
            <Anchor href={`mailto:${contact}`} underline="always">
              {contact}
            </Anchor>
          </p>
        </>
      )}
      <div className={classes.acts} data-no-print>
        <LinkButton to="/applications/$applicationId" params={{ applicationId }}>
          {t('actions.follow')}
        </LinkButton>
        <Button
          component="a"
          href={`/api/applications/${applicationId}/copy.pdf?language=${currentLanguage()}`}
          variant="default"
          leftSection={<IconDownload size={18} aria-hidden />}
        >
          {t('actions.downloadCopy')}
        </Button>
        <Button
          variant="subtle"
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
