import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../ui/error-state';
import { LoadingState } from '../../ui/loading-state';
import { checkQuery } from './check.api';
import classes from './check.module.css';
import { CodeForm } from './code-form';
import { SignedFields } from './signed-fields';
import { StatementFacts } from './statement-facts';
import { Verdict } from './verdict';

/** Whether the certificate or card with this code holds now: the answer first, what it says below. No account needed. */
export function CheckPage() {
  const { t } = useTranslation('check');
  const { code } = useParams({ from: '/check/$code' });
  const { data, error, refetch } = useQuery(checkQuery(code));
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} asPage />;
  if (!data) return <LoadingState lines={6} />;
  return (
    <article className={classes.result}>
      <Verdict check={data} />
      {data.statement && <StatementFacts check={data} statement={data.statement} />}
      {data.statement?.credential && <SignedFields code={data.code} credential={data.statement.credential} />}
      <section aria-labelledby="another" className={classes.another} data-no-print>
        <h2 id="another">{data.statement ? t('another.title') : t('another.again')}</h2>
        <CodeForm key={data.code} initial={data.statement ? '' : data.code} />
      </section>
    </article>
  );
}
