import { Progress } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DateText } from '../../ui/date-text';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { formatNumber } from '../../ui/format';
import { LinkButton, TextLink } from '../../ui/links';
import { LoadingState } from '../../ui/loading-state';
import { PageTitle } from '../../ui/page-title';
import { SummaryList } from '../../ui/summary-list';
import classes from './credits.module.css';
import { type CreditYear, creditsQuery } from './programmes.api';
import { usePair } from './use-text';

const route = getRouteApi('/credits');

/** The person's credits of a year: the way to the target, per domain, and every line of the ledger. */
export function CreditsPage() {
  const { t } = useTranslation('programmes');
  const { year } = route.useSearch();
  const { data, error, refetch } = useQuery(creditsQuery(year));
  return (
    <>
      <PageTitle title={t('credits.title')} lead={t('credits.lead')} />
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingState lines={6} />}
      {data && <Year data={data} />}
    </>
  );
}

function Year({ data }: { data: CreditYear }) {
  const { t } = useTranslation('programmes');
  const { language, pick } = usePair();
  const hours = (value: number) => t('credits.hours', { hours: formatNumber(value, language) });
  return (
    <div className={classes.year}>
      <nav aria-label={t('credits.years')} className={classes.years}>
        {data.years.map((year) => (
          <TextLink
            key={year}
            to="/credits"
            search={{ year }}
            aria-current={year === data.year ? 'page' : undefined}
          >
            {String(year)}
          </TextLink>
        ))}
      </nav>
      <section className={classes.sum} aria-labelledby="sum">
        <h2 id="sum">{t('credits.sum', { year: data.year })}</h2>
        <p className={classes.total}>{hours(data.hours)}</p>
        {data.target !== null && data.share !== null && (
          <>
            <Progress value={data.share} size="lg" aria-label={t('credits.progress')} />
            <p>
              {t('credits.target', { share: data.share, target: formatNumber(data.target, language) })}
              {data.hours < data.target && (
                <> {t('credits.missing', { hours: formatNumber(data.target - data.hours, language) })}</>
              )}
            </p>
          </>
        )}
      </section>
      <SummaryList
        title={t('credits.byDomain')}
        rows={data.domains.map((domain) => ({
          key: domain.code,
          label: pick(domain.nameId, domain.nameEn),
          value: hours(domain.hours),
        }))}
      />
      <Ledger data={data} />
    </div>
  );
}

function Ledger({ data }: { data: CreditYear }) {
  const { t } = useTranslation('programmes');
  const { language, pick } = usePair();
  if (data.entries.length === 0) {
    return (
      <EmptyState
        kind="nothing-yet"
        title={t('credits.nothing', { year: data.year })}
        text={t('credits.nothingText')}
        action={
          <LinkButton to="/activities" mt="sm">
            {t('mine.actions.browse')}
          </LinkButton>
        }
      />
    );
  }
  const nameOf = (code: string) => {
    const domain = data.domains.find((each) => each.code === code);
    return domain ? pick(domain.nameId, domain.nameEn) : code;
  };
  return (
    <section aria-labelledby="ledger">
      <h2 id="ledger">{t('credits.ledger')}</h2>
      <ul className={classes.ledger}>
        {data.entries.map((entry) => (
          <li key={entry.id}>
            <div>
              <strong>{entry.titleId && entry.titleEn ? pick(entry.titleId, entry.titleEn) : '–'}</strong>
              <p>
                <DateText value={entry.earnedOn} /> · {nameOf(entry.domain)} ·{' '}
                {t(`credits.kind.${entry.kind}`)}
              </p>
            </div>
            <span className={classes.hours} data-negative={entry.hours < 0 || undefined}>
              {entry.hours > 0 ? '+' : ''}
              {formatNumber(entry.hours, language)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
