import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { switchLanguage } from '../../app/i18n';
import { currentLanguage, rememberedLanguage } from '../../app/language';
import { DateTimeText } from '../../ui/date-text';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { LoadingState } from '../../ui/loading-state';
import { PageTitle } from '../../ui/page-title';
import { SummaryList } from '../../ui/summary-list';
import { AnswerForm } from './answer-form';
import { type OpenAttestation, type Receipt, openAttestationQuery } from './attestation.api';
import classes from './attestation.module.css';
import { FieldValue } from './field-value';

/** Where an institution reads the one claim it is asked about, and answers. No account needed. */
export function AttestPage() {
  const { t } = useTranslation('attestation');
  const [token] = useState(() => window.location.hash.slice(1));
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  const { data, error, refetch } = useQuery({ ...openAttestationQuery(token), enabled: token !== '' });
  useMailLanguage(data);
  if (receipt) return <Thanks receipt={receipt} />;
  if (token === '') {
    return (
      <>
        <PageTitle title={t('title')} />
        <EmptyState kind="nothing-yet" title={t('noLink.title')} text={t('noLink.text')} />
      </>
    );
  }
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} asPage />;
  if (!data) return <LoadingState lines={6} />;
  const language = currentLanguage();
  return (
    <article className={classes.page}>
      <PageTitle
        title={t('title')}
        above={data.institution}
        lead={t('lead', { group: data.group[language] })}
      />
      <section className={classes.claim} aria-labelledby="claim">
        <h2 id="claim">{t(`claim.${data.kind}`)}</h2>
        <SummaryList
          rows={data.fields.map(({ field, value }) => ({
            key: field,
            label: t(`field.${field}`),
            value: <FieldValue field={field} value={value} />,
          }))}
        />
        <p className={classes.small}>{t('onlyThis')}</p>
      </section>
      <AnswerForm token={token} question={data} onAnswered={setReceipt} />
      <p className={classes.small}>
        {t('until')} <DateTimeText value={data.expiresAt} />
      </p>
    </article>
  );
}

/** Who has not chosen a language here yet reads the page in that of the mail. */
function useMailLanguage(question: OpenAttestation | undefined): void {
  const wanted = question?.language;
  useEffect(() => {
    if (wanted && rememberedLanguage() === undefined) void switchLanguage(wanted);
  }, [wanted]);
}

function Thanks({ receipt }: { receipt: Receipt }) {
  const { t } = useTranslation('attestation');
  return (
    <article className={classes.page}>
      <PageTitle title={t('thanks.title')} lead={t('thanks.lead')} />
      <SummaryList
        rows={[
          { key: 'reference', label: t('thanks.reference'), value: <strong>{receipt.reference}</strong> },
          { key: 'at', label: t('thanks.at'), value: <DateTimeText value={receipt.answeredAt} /> },
        ]}
      />
      <p>{t('thanks.mail')}</p>
    </article>
  );
}
