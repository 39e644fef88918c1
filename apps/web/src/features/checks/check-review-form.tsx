import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '../../api/client';
import { ErrorSummary, RadioField, SelectField, TextAreaField, useForm } from '../../ui/form';
import { PendingButton } from '../../ui/pending-button';
import { toast } from '../../ui/toast';
import { type Check, type CheckReview, checksQuery, reviewCheck } from './checks.api';
import classes from './checks.module.css';

const OUTCOMES = ['match', 'partial', 'mismatch', 'not_found', 'expired', 'revoked'] as const;

interface Values {
  verdict: '' | CheckReview['verdict'];
  outcome: string;
  reason: string;
}

/** An officer's word: agree with the source, or set another outcome; both with a reason that the applicant reads. */
export function CheckReviewForm({ check, applicationId }: { check: Check; applicationId: string }) {
  const { t } = useTranslation('checks');
  const queryClient = useQueryClient();
  const [key] = useState(newIdempotencyKey);
  const { outcome: own } = check;
  const form = useForm<Values>({
    initial: { verdict: own === null ? 'override' : '', outcome: '', reason: '' },
    validate: ({ verdict, outcome, reason }) => ({
      verdict: verdict ? undefined : t('fault.verdict'),
      outcome: verdict === 'override' && !outcome ? t('fault.outcome') : undefined,
      reason: reason.trim() ? undefined : t('fault.reason'),
    }),
    submit: async ({ verdict, outcome, reason }) => {
      const said = (verdict === 'confirm' ? own : outcome) as CheckReview['outcome'];
      await reviewCheck(
        check.id,
        { verdict: verdict || 'override', outcome: said, reason: reason.trim() },
        key,
      );
      await Promise.all([
        queryClient.invalidateQueries(checksQuery(applicationId)),
        queryClient.invalidateQueries({ queryKey: ['review'] }),
      ]);
      toast.good(t('reviewed'));
    },
  });
  return (
    <form onSubmit={form.onSubmit} noValidate className={classes.form}>
      <h4>{own === null ? t('form.record') : t('form.title')}</h4>
      <ErrorSummary form={form} />
      {own !== null && (
        <RadioField
          {...form.field('verdict')}
          value={form.values.verdict}
          onChange={(verdict) => form.set('verdict', verdict as Values['verdict'])}
          label={t('form.verdict')}
          choices={[
            { value: 'confirm', label: t('form.confirm', { outcome: t(`state.${own}`) }) },
            { value: 'override', label: t('form.override') },
          ]}
        />
      )}
      {form.values.verdict === 'override' && (
        <SelectField
          {...form.field('outcome')}
          label={t('form.outcome')}
          empty={t('form.choose')}
          choices={OUTCOMES.filter((outcome) => outcome !== own).map((outcome) => ({
            value: outcome,
            label: t(`state.${outcome}`),
          }))}
        />
      )}
      <TextAreaField {...form.field('reason')} label={t('form.reason')} hint={t('form.reasonHint')} />
      <PendingButton isPending={form.isPending}>{t('actions.review')}</PendingButton>
    </form>
  );
}
