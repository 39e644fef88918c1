import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DateText } from '../../ui/date-text';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { LinkButton } from '../../ui/links';
import { LoadingState } from '../../ui/loading-state';
import { PageTitle } from '../../ui/page-title';
import { type ApplicationLine, applicationsQuery } from './apply.api';
import classes from './apply.module.css';
import { StateTag } from './state-tag';
import { useText } from './use-text';

/** One's own applications, newest first. */
export function ApplicationsPage() {
  const { t } = useTranslation('apply');
  const { data, error, refetch } = useQuery(applicationsQuery);
  return (
    <>
      <PageTitle
        title={t('mine.title')}
        actions={data?.length ? <LinkButton to="/apply">{t('actions.new')}</LinkButton> : undefined}
      />
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingState lines={5} />}
      {data?.length === 0 && (
        <EmptyState
          kind="nothing-yet"
          title={t('mine.empty.title')}
          text={t('mine.empty.text')}
          action={<LinkButton to="/apply">{t('actions.new')}</LinkButton>}
        />
      )}
      <ul className={classes.cards}>
        {data?.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </ul>
    </>
  );
}

function Line({ line }: { line: ApplicationLine }) {
  const { t } = useTranslation('apply');
  const { pick } = useText();
  return (
    <li className={classes.card}>
      <h2>
        <Link to="/applications/$applicationId" params={{ applicationId: line.id }}>
          {pick(line.groupNameId, line.groupNameEn)}
        </Link>
      </h2>
      <p>{pick(line.gradeNameId, line.gradeNameEn)}</p>
      <StateTag state={line.state} />
      <p className={classes.quiet}>
        {line.reference} · {line.submittedAt ? t('mine.submitted') : t('mine.started')}{' '}
        <DateText value={line.submittedAt ?? line.createdAt} style="short" />
      </p>
    </li>
  );
}
