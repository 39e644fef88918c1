import { Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CheckListField, ErrorSummary, RadioField, TextAreaField, TextField, useForm } from '../../ui/form';
import { PendingButton } from '../../ui/pending-button';
import { toast } from '../../ui/toast';
import {
  type NamedSource,
  type RuleVersion,
  type StandingPreview,
  type StandingRuleInForce,
  isStale,
  ownVersion,
  previewStanding,
  publishStanding,
} from './office-rules.api';
import classes from './office-rules.module.css';
import { Meanings } from './meanings';
import { RecheckLines } from './recheck-lines';
import { StaleRule } from './stale-rule';
import { StandingPreviewPart } from './standing-preview';
import { KINDS, type StandingValues, dayFaults, ruleOf, valuesOf } from './standing-values';

interface StandingFormProps {
  group: { id: string; name: string };
  inForce: StandingRuleInForce;
  versions: readonly RuleVersion[] | undefined;
  sources: readonly NamedSource[];
  /** Published, or given up for what somebody else published. */
  onPublished: () => Promise<void>;
}

/** The next version: first what it changes, then, with the reason, its publication. */
export function StandingForm({ group, inForce, versions, sources, onPublished }: StandingFormProps) {
  const { t } = useTranslation('office-rules');
  const queryClient = useQueryClient();
  const [preview, setPreview] = useState<{ of: string; result: StandingPreview } | null>(null);
  const [isLate, setLate] = useState(false);
  // What was shown belongs to the draft it was computed from; any change asks for it anew.
  const isShown = (values: StandingValues) => preview?.of === JSON.stringify(ruleOf(values));
  const form = useForm<StandingValues>({
    initial: valuesOf(inForce.rule),
    validate: (values) => ({
      ...Object.fromEntries(dayFaults(values).map((field) => [field, t('fault.days')])),
      ...(isShown(values) && !values.reason.trim() ? { reason: t('fault.reason') } : {}),
    }),
    submit: async (values) => {
      const rule = ruleOf(values);
      if (!isShown(values)) {
        return setPreview({ of: JSON.stringify(rule), result: await previewStanding(group.id, rule) });
      }
      try {
        const seenVersion = ownVersion(group.id, inForce);
        await publishStanding(group.id, { rule, seenVersion, reason: values.reason.trim() });
      } catch (refusal) {
        if (!isStale(refusal)) throw refusal;
        await queryClient.invalidateQueries({ queryKey: ['standing-rules', group.id, 'versions'] });
        return setLate(true);
      }
      toast.good(t('published'));
      await onPublished();
    },
  });
  const shown = isShown(form.values) ? preview?.result : undefined;
  return (
    <form onSubmit={form.onSubmit} noValidate className={classes.part}>
      {isLate && <StaleRule newest={versions?.[0]} onTakeNewest={() => void onPublished()} />}
      <ErrorSummary form={form} />
      <RecheckLines form={form} sources={sources} />
      <Meanings form={form} />
      <section className={classes.part}>
        <h2>{t('standing.reminders')}</h2>
        <Stack gap="lg">
          <CheckListField
            {...form.field('reminders.kinds')}
            label={t('standing.remindedKinds')}
            optional
            choices={KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          />
          <TextField
            {...form.field('reminders.daysBefore')}
            label={t('standing.daysBefore')}
            hint={t('standing.daysBeforeHint')}
            width={20}
          />
        </Stack>
      </section>
      <section className={classes.part}>
        <h2>{t('standing.acknowledgement')}</h2>
        <Stack gap="lg">
          <TextField
            {...form.field('acknowledgement.withinDays')}
            label={t('standing.withinDays')}
            inputMode="numeric"
            width={6}
          />
          <TextField
            {...form.field('acknowledgement.daysBefore')}
            label={t('standing.acknowledgementDays')}
            hint={t('standing.daysBeforeHint')}
            width={20}
          />
          <RadioField
            {...form.field('acknowledgement.late')}
            label={t('standing.late')}
            choices={['flag', 'review'].map((value) => ({ value, label: t(`late.${value}`) }))}
          />
        </Stack>
      </section>
      {shown && (
        <>
          <StandingPreviewPart preview={shown} />
          <TextAreaField {...form.field('reason')} label={t('reason')} hint={t('reasonHint')} limit={2_000} />
        </>
      )}
      <PendingButton isPending={form.isPending} mt="xl">
        {t(shown ? 'publish' : 'look')}
      </PendingButton>
    </form>
  );
}
