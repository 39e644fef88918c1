import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '../../api/client';
import { ErrorSummary, RadioField, SelectField, TextAreaField, useForm } from '../../ui/form';
import { PendingButton } from '../../ui/pending-button';
import { toast } from '../../ui/toast';
import { type Check, type CheckReview, checksQuery, reviewCheck } from './checks.api';
import classes from './checks.module.css';
import { type Judgement, offerJudge } from './judging';

const OUTCOMES = ['match', 'partial', 'mismatch', 'not_found', 'expired', 'revoked', 'suspended'] as const;

/** Reasons that are given again and again, by what they are for; each is a sentence of the catalogue. */
const READY = {
  confirm: ['original', 'source', 'issuer'],
  override: ['proven', 'spelling', 'contradicted'],
} as const;

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
        queryClient.invalidateQueries({ queryKey: checksQuery(applicationId).queryKey }),
        queryClient.invalidateQueries({ queryKey: ['review'] }),
      ]);
      toast.good(t('reviewed'));
    },
  });
  const element = useJudge((judgement) => {
    if (judgement === 'reason') return focusOn(form.field('reason').name);
    if (own === null && judgement === 'confirm') form.replace({ ...form.values, outcome: 'match' });
    if (own !== null) form.replace({ ...form.values, verdict: judgement });
    return focusOn(judgement === 'override' ? 'outcome' : 'ready');
  });
  const focusOn = (name: string) =>
    // The field may come with the choice.
    requestAnimationFrame(() => element.current?.querySelector<HTMLElement>(`[name="${name}"]`)?.focus());
  const ready =
    READY[form.values.verdict === 'confirm' || form.values.outcome === 'match' ? 'confirm' : 'override'];
  return (
    <form ref={element} onSubmit={form.onSubmit} noValidate className={classes.form}>
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
      <SelectField
        name="ready"
        label={t('form.ready')}
        hint={t('form.readyHint')}
        empty={t('form.ownWords')}
        optional
        error={undefined}
        value={ready.find((code) => t(`ready.${code}`) === form.values.reason) ?? ''}
        onChange={(code) => form.set('reason', code === '' ? '' : t(`ready.${code}`))}
        choices={ready.map((code) => ({ value: code, label: t(`ready.${code}`) }))}
      />
      <TextAreaField {...form.field('reason')} label={t('form.reason')} hint={t('form.reasonHint')} />
      <PendingButton isPending={form.isPending}>{t('actions.review')}</PendingButton>
    </form>
  );
}

/** Lets the keyboard begin an officer's word here. */
function useJudge(begin: (judgement: Judgement) => void) {
  const element = useRef<HTMLFormElement>(null);
  const latest = useRef(begin);
  useEffect(() => {
    latest.current = begin;
  });
  useEffect(() => {
    const form = element.current;
    return form ? offerJudge({ form, begin: (judgement) => latest.current(judgement) }) : undefined;
  }, []);
  return element;
}
