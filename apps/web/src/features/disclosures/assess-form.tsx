import { Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorSummary, RadioField, TextAreaField, useForm } from '../../ui/form';
import { PendingButton } from '../../ui/pending-button';
import { toast } from '../../ui/toast';
import { type Assessment, type CaseDisclosure, assess } from './disclosures.api';

interface Values {
  verdict: string;
  reason: string;
  conditions: string;
}

const NOTHING: Values = { verdict: '', reason: '', conditions: '' };

/** The reviewer's word on what was disclosed, with its reason. */
export function AssessForm({ applicationId, line }: { applicationId: string; line: CaseDisclosure }) {
  const { t } = useTranslation('disclosures');
  const queryClient = useQueryClient();
  const form = useForm<Values>({
    initial: NOTHING,
    validate: ({ verdict, reason, conditions }) => ({
      verdict: verdict ? undefined : t('fault.verdict'),
      conditions: verdict !== 'with_conditions' || conditions.trim() ? undefined : t('fault.conditions'),
      reason: reason.trim() ? undefined : t('fault.reason'),
    }),
    submit: async ({ verdict, reason, conditions }) => {
      await assess(applicationId, line.id, {
        verdict: verdict as Assessment['verdict'],
        reason: reason.trim(),
        ...(verdict === 'with_conditions' && { conditions: conditions.trim() }),
      });
      form.replace(NOTHING);
      toast.good(t('case.assessed'));
      await queryClient.invalidateQueries({ queryKey: ['review'] });
    },
  });
  return (
    <form onSubmit={form.onSubmit} noValidate>
      <ErrorSummary form={form} />
      <Stack gap="lg" align="stretch">
        <RadioField
          {...form.field('verdict')}
          label={t('field.verdict')}
          choices={['no_concern', 'with_conditions', 'concern'].map((value) => ({
            value,
            label: t(`verdict.${value}`),
            hint: t(`verdictHint.${value}`),
          }))}
        />
        {form.values.verdict === 'with_conditions' && (
          <TextAreaField
            {...form.field('conditions')}
            label={t('field.conditions')}
            hint={t('field.conditionsHint')}
            limit={2_000}
          />
        )}
        <TextAreaField
          {...form.field('reason')}
          label={t('field.reason')}
          hint={t('field.reasonHint')}
          limit={4_000}
        />
      </Stack>
      <PendingButton isPending={form.isPending} mt="lg">
        {t('actions.assess')}
      </PendingButton>
    </form>
  );
}
