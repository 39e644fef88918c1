import { Alert } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { LinkButton } from '../../ui/links';
import { LoadingState } from '../../ui/loading-state';
import { PageTitle } from '../../ui/page-title';
import { DecisionForm } from './decision-form';
import { ResultTag } from './result-tag';
import { readQueueSearch } from './queue-search';
import { type Case, caseQuery } from './review.api';
import classes from './review.module.css';
import { StaleNotice } from './stale-notice';
import { useText } from './use-text';

const route = getRouteApi('/review/$applicationId/decision');

/** The decision as a step of its own: the verdicts once more, the outcome with its reasons, and what the applicant reads. */
export function DecisionPage() {
  const { applicationId } = route.useParams();
  const { data, error, refetch } = useQuery(caseQuery(applicationId));
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} asPage />;
  if (!data) return <LoadingState lines={8} />;
  return <Step current={data} />;
}

function Step({ current }: { current: Case }) {
  const { t } = useTranslation('review');
  // What the officer decides on is what they saw when the step opened, not what a refresh brought since.
  const [opened, setOpened] = useState(current);
  const isChanged = opened.factsHash !== current.factsHash || opened.version !== current.version;
  const applicant = opened.submissions[0]?.details.fullName ?? opened.reference;
  const back = (
    <LinkButton
      to="/review/$applicationId"
      params={{ applicationId: opened.id }}
      search={readQueueSearch}
      variant="default"
    >
      {t('actions.backToCase')}
    </LinkButton>
  );
  return (
    <>
      <PageTitle
        above={opened.reference}
        title={t(opened.panel ? 'ballot.title' : 'decision.title', { name: applicant })}
        lead={t(opened.panel ? 'ballot.lead' : 'decision.lead')}
      />
      {opened.state !== 'submitted' || !opened.mayDecide ? (
        <EmptyState
          kind="no-permission"
          title={t('decision.closed')}
          text={t('decision.closedText')}
          action={back}
        />
      ) : (
        <>
          <h2 className={classes.heading}>{t('decision.verdicts')}</h2>
          <Verdicts shown={opened} />
          <Unseen shown={current} />
          <DecisionForm
            key={opened.factsHash}
            seen={opened}
            notice={
              isChanged && <StaleNotice seen={opened} now={current} onLookAgain={() => setOpened(current)} />
            }
            back={back}
          />
        </>
      )}
    </>
  );
}

/** Warns of evidence that the officer has not looked at; it is theirs to decide all the same. */
function Unseen({ shown }: { shown: Case }) {
  const { t } = useTranslation('review');
  const files = shown.requirements.flatMap(({ credentials }) => credentials.flatMap((one) => one.files));
  const names = files.filter(({ isSeen }) => !isSeen).map(({ name }) => name);
  if (names.length === 0) return null;
  return (
    <Alert color="yellow" mb="lg">
      <strong>{t('decision.unseen', { count: names.length })}</strong>
      <br />
      {new Intl.ListFormat(currentLanguage(), { type: 'conjunction' }).format(names)}
    </Alert>
  );
}

function Verdicts({ shown }: { shown: Case }) {
  const { t } = useTranslation('review');
  const text = useText();
  return (
    <ul className={classes.summary}>
      {shown.requirements.map((line) => (
        <li key={line.requirementId}>
          <span>
            {text(line.title)}
            {line.followsApproval && <span className={classes.under}>{t('decision.later')}</span>}
          </span>
          <ResultTag result={line.result} />
        </li>
      ))}
    </ul>
  );
}
