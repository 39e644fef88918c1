import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { CompareFields } from '../../ui/compare-fields';
import { DateText } from '../../ui/date-text';
import { ErrorState } from '../../ui/error-state';
import { TextLink } from '../../ui/links';
import { LoadingState } from '../../ui/loading-state';
import { PageTitle } from '../../ui/page-title';
import { DismissDialog } from './dismiss-dialog';
import { type Pair, pairQuery } from './duplicates.api';
import classes from './duplicates.module.css';
import { HeldTable } from './held-table';
import { MergePart } from './merge-part';
import { ReasonList } from './reason-list';

const route = getRouteApi('/duplicates/$suspicionId');

/** Two people side by side, and an officer's word: one person, or two. */
export function PairPage() {
  const { suspicionId } = route.useParams();
  const { data, error, refetch } = useQuery(pairQuery(suspicionId));
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} asPage />;
  return data ? <OpenPair pair={data} /> : <LoadingState lines={8} />;
}

function OpenPair({ pair }: { pair: Pair }) {
  const { t } = useTranslation('duplicates');
  return (
    <>
      <PageTitle
        title={t('pair.title', { first: pair.first.fullName, second: pair.second.fullName })}
        lead={t('pair.lead')}
      />
      <h2 className={classes.heading}>{t('pair.reasons')}</h2>
      <ReasonList reasons={pair.reasons} />
      {pair.decidedBy && (
        <p className={classes.earlier}>
          {t('pair.earlier', { name: pair.decidedBy, reason: pair.decidedReason })}
        </p>
      )}
      <Details pair={pair} />
      <Groups pair={pair} />
      <HeldTable held={pair.held} />
      {pair.state === 'open' && <Acts pair={pair} />}
      {pair.mergeId && (
        <p>
          <TextLink to="/merges/$mergeId" params={{ mergeId: pair.mergeId }}>
            {t('pair.toMerge')}
          </TextLink>
        </p>
      )}
    </>
  );
}

/** Details of which at least one of the two has something. */
function Details({ pair }: { pair: Pair }) {
  const { t } = useTranslation('duplicates');
  const shown = (field: string, value: string | null) =>
    value !== null && field === 'birth_date' ? <DateText value={value} /> : value;
  return (
    <div className={classes.details}>
      <CompareFields
        caption={t('pair.details')}
        claimedBy={t('pair.first')}
        foundBy={t('pair.second')}
        fields={pair.fields
          .filter(({ first, second }) => first !== null || second !== null)
          .map(({ field, first, second }) => ({
            key: field,
            label: t(`field.${field}`),
            claimed: shown(field, first),
            found: shown(field, second),
            verdict: first === null || second === null ? 'unknown' : first === second ? 'same' : 'different',
          }))}
      />
    </div>
  );
}

function Groups({ pair }: { pair: Pair }) {
  const { t } = useTranslation('duplicates');
  const language = currentLanguage();
  const of = (side: 'first' | 'second') =>
    pair[side].groups.map((group) => group[language]).join(', ') || t('noGroup');
  return <p className={classes.under}>{t('pair.groups', { first: of('first'), second: of('second') })}</p>;
}

function Acts({ pair }: { pair: Pair }) {
  const { t } = useTranslation('duplicates');
  const [isDismissing, setDismissing] = useState(false);
  return (
    <>
      <h2 className={classes.heading}>{t('apart.title')}</h2>
      <p>{t('apart.text')}</p>
      <Button variant="default" onClick={() => setDismissing(true)}>
        {t('actions.apart')}
      </Button>
      {isDismissing && <DismissDialog pair={pair} onClose={() => setDismissing(false)} />}
      {pair.mayMerge ? (
        <MergePart pair={pair} />
      ) : (
        <p className={classes.earlier}>{t('merge.otherGroups')}</p>
      )}
    </>
  );
}
