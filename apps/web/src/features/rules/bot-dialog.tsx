import { Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/dialog';
import { CheckField, ErrorSummary, type Faults, TextAreaField, TextField, useForm } from '../../ui/form';
import { PendingButton } from '../../ui/pending-button';
import { toast } from '../../ui/toast';
import { type BotValues, botFaults, botRuleOf, botValuesOf } from './bot-values';
import { type Bot, botsQuery, publishBotRule } from './rules.api';

/** What a bot may do from now on, with the reason that stays on record. */
export function BotDialog({ bot, group, onClose }: { bot: Bot; group: string; onClose: () => void }) {
  const { t } = useTranslation('rules');
  const queryClient = useQueryClient();
  const form = useForm<BotValues>({
    initial: botValuesOf(bot),
    validate: (values) =>
      Object.fromEntries(
        Object.entries(botFaults(values)).map(([field, key]) => [field, t(key)]),
      ) as Faults<BotValues>,
    submit: async (values) => {
      await publishBotRule(bot, botRuleOf(values));
      await queryClient.invalidateQueries({ queryKey: botsQuery.queryKey });
      toast.good(t('bots.saved'));
      onClose();
    },
  });
  return (
    <Dialog isOpen onClose={onClose} title={t('bots.dialog', { group })} size="lg">
      <form onSubmit={form.onSubmit} noValidate>
        <Stack gap="lg" align="stretch">
          <ErrorSummary form={form} />
          <CheckField {...form.field('approves')} label={t('field.approves')} />
          <CheckField {...form.field('closes')} label={t('field.closes')} />
          {form.values.closes && (
            <>
              <TextField
                {...form.field('afterDays')}
                label={t('field.afterDays')}
                hint={t('field.afterDaysHint')}
                inputMode="numeric"
                width={6}
              />
              <TextField
                {...form.field('remindDays')}
                label={t('field.remindDays')}
                inputMode="numeric"
                width={6}
              />
            </>
          )}
          <TextAreaField
            {...form.field('botReason')}
            label={t('field.botReason')}
            hint={t('field.botReasonHint')}
            limit={2_000}
          />
          <PendingButton isPending={form.isPending}>{t('actions.saveBot')}</PendingButton>
        </Stack>
      </form>
    </Dialog>
  );
}
