import { Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CheckListField, ErrorSummary, TextAreaField, TextField, useForm } from '../../ui/form';
import { PendingButton } from '../../ui/pending-button';
import { toast } from '../../ui/toast';
import {
  type OpenWork,
  type RuleVersion,
  type VerificationRule,
  isStale,
  ownVersion,
  publishVerification,
} from './office-rules.api';
import classes from './office-rules.module.css';
import { StaleRule } from './stale-rule';
import { KINDS, type Kind } from './standing-values';
import { dayOf, daysOf } from './whole-days';

interface Values {
  linkDays: string;
  reminderDays: string;
  askIssuerFor: string[];
  twoReadersFor: string[];
  reason: string;
}

interface VerificationFormProps {
  group: { id: string; name: string };
  rule: VerificationRule;
  versions: readonly RuleVersion[] | undefined;
  open: OpenWork | undefined;
  /** Published, or given up for what somebody else published. */
  onPublished: () => Promise<void>;
}

/** The next version, with what it changes said before it is published. */
export function VerificationForm({ group, rule, versions, open, onPublished }: VerificationFormProps) {
  const { t } = useTranslation('office-rules');
  const queryClient = useQueryClient();
  const [isLate, setLate] = useState(false);
  const form = useForm<Values>({
    initial: {
      ...{ linkDays: String(rule.linkDays), reminderDays: rule.reminderDays.join(', ') },
      ...{ askIssuerFor: rule.askIssuerFor, twoReadersFor: rule.twoReadersFor, reason: '' },
    },
    validate: ({ linkDays, reminderDays, reason }) => ({
      linkDays: dayOf(linkDays) === null ? t('fault.days') : undefined,
      reminderDays: daysOf(reminderDays) === null ? t('fault.days') : undefined,
      reason: reason.trim() ? undefined : t('fault.reason'),
    }),
    submit: async (values) => {
      try {
        await publishVerification(group.id, ownVersion(group.id, rule), {
          ...{ linkDays: dayOf(values.linkDays) ?? 0, reminderDays: daysOf(values.reminderDays) ?? [] },
          ...{ askIssuerFor: values.askIssuerFor as Kind[], twoReadersFor: values.twoReadersFor as Kind[] },
          reason: values.reason.trim(),
        });
      } catch (refusal) {
        if (!isStale(refusal)) throw refusal;
        await queryClient.invalidateQueries({ queryKey: ['verification-rules', group.id, 'versions'] });
        return setLate(true);
      }
      toast.good(t('published'));
      await onPublished();
    },
  });
  const kinds = KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }));
  return (
    <form onSubmit={form.onSubmit} noValidate className={classes.part}>
      {isLate && <StaleRule newest={versions?.[0]} onTakeNewest={() => void onPublished()} />}
      <Stack gap="lg" align="stretch">
        <ErrorSummary form={form} />
        <TextField
          {...form.field('linkDays')}
          label={t('verification.linkDays')}
          hint={t('verification.linkDaysHint')}
          inputMode="numeric"
          width={6}
        />
        <TextField
          {...form.field('reminderDays')}
          label={t('verification.reminderDays')}
          hint={t('verification.reminderDaysHint')}
          width={12}
        />
        <CheckListField
          {...form.field('askIssuerFor')}
          label={t('verification.askIssuerFor')}
          hint={t('verification.askIssuerForHint')}
          optional
          choices={kinds}
        />
        <CheckListField
          {...form.field('twoReadersFor')}
          label={t('verification.twoReadersFor')}
          hint={t('verification.twoReadersForHint')}
          optional
          choices={kinds}
        />
        <Effects values={form.values} rule={rule} open={open} />
        <TextAreaField {...form.field('reason')} label={t('reason')} hint={t('reasonHint')} limit={1_000} />
        <PendingButton isPending={form.isPending}>{t('publish')}</PendingButton>
      </Stack>
    </form>
  );
}

/** What publishing would change, in sentences; kept up to date while one types. */
function Effects({
  values,
  rule,
  open,
}: {
  values: Values;
  rule: VerificationRule;
  open: OpenWork | undefined;
}) {
  const { t } = useTranslation('office-rules');
  const waiting = (kinds: readonly string[]) =>
    (open?.checks ?? [])
      .filter(({ kind }) => kinds.includes(kind))
      .reduce((sum, { count }) => sum + count, 0);
  const named = (kinds: readonly string[]) => kinds.map((kind) => t(`kind.${kind}`)).join(', ');
  const added = (now: readonly string[], before: readonly string[]) =>
    now.filter((one) => !before.includes(one));
  const stricter = added(values.twoReadersFor, rule.twoReadersFor);
  const looser = added(rule.twoReadersFor, values.twoReadersFor);
  const asked = added(values.askIssuerFor, rule.askIssuerFor);
  const hasTimes =
    values.linkDays.trim() !== String(rule.linkDays) ||
    daysOf(values.reminderDays)?.join() !== rule.reminderDays.join();
  const lines = [
    stricter.length > 0 && t('effect.stricter', { kinds: named(stricter), count: waiting(stricter) }),
    looser.length > 0 && t('effect.looser', { kinds: named(looser), count: waiting(looser) }),
    asked.length > 0 && t('effect.asked', { kinds: named(asked) }),
    hasTimes && t('effect.times', { count: open?.questions ?? 0 }),
  ].filter((line) => line !== false);
  return (
    <section aria-live="polite">
      <h2>{t('preview')}</h2>
      {lines.length === 0 ? (
        <p className={classes.quiet}>{t('nothing')}</p>
      ) : (
        <ul className={classes.effects}>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
