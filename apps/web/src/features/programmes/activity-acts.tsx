import { Button, Group } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { ErrorSummary, TextAreaField, TextField, useForm } from '../../ui/form';
import { LinkButton } from '../../ui/links';
import { PendingButton } from '../../ui/pending-button';
import { toast } from '../../ui/toast';
import { numberOf } from './activity-form';
import classes from './activity-form.module.css';
import { type ActivityDetail, cancelActivity, publishActivity, setCapacity } from './programmes.api';
import { usePair } from './use-text';

/** Publishing, calling off, and the number of places: acts of their own, apart from the texts. */
export function ActivityActs({ activity }: { activity: ActivityDetail }) {
  const { t } = useTranslation('programmes');
  const { pick } = usePair();
  const queryClient = useQueryClient();
  const [asked, setAsked] = useState<'publish' | 'cancel' | null>(null);
  const [reason, setReason] = useState('');
  const title = pick(activity.titleId, activity.titleEn);
  const act = async () => {
    if (asked === 'publish') await publishActivity(activity.id);
    else await cancelActivity(activity.id, reason);
    await queryClient.invalidateQueries({ queryKey: ['activities'] });
    toast.good(asked === 'publish' ? t('acts.published') : t('acts.cancelled'));
  };
  return (
    <div className={classes.acts}>
      <Group gap="sm">
        <LinkButton to="/activities/$id" params={{ id: activity.id }} variant="default">
          {t('acts.actions.show')}
        </LinkButton>
        {activity.state === 'draft' && (
          <Button onClick={() => setAsked('publish')}>{t('acts.actions.publish')}</Button>
        )}
        {activity.state !== 'cancelled' && (
          <Button variant="default" onClick={() => setAsked('cancel')}>
            {t('acts.actions.cancel')}
          </Button>
        )}
      </Group>
      {activity.state !== 'cancelled' && <CapacityForm activity={activity} />}
      <ConfirmDialog
        isOpen={asked !== null}
        title={asked === 'cancel' ? t('acts.cancelTitle', { title }) : t('acts.publishTitle', { title })}
        verb={asked === 'cancel' ? t('acts.actions.cancel') : t('acts.actions.publish')}
        isDangerous={asked === 'cancel'}
        onConfirm={act}
        onClose={() => setAsked(null)}
      >
        <p>{asked === 'cancel' ? t('acts.cancelText', { count: activity.taken }) : t('acts.publishText')}</p>
        {asked === 'cancel' && (
          <TextAreaField
            name="reason"
            value={reason}
            error={undefined}
            onChange={setReason}
            label={t('acts.reason')}
            limit={1_000}
          />
        )}
      </ConfirmDialog>
    </div>
  );
}

function CapacityForm({ activity }: { activity: ActivityDetail }) {
  const { t } = useTranslation('programmes');
  const queryClient = useQueryClient();
  const form = useForm({
    initial: { capacity: String(activity.capacity) },
    validate: ({ capacity }) =>
      Number.isInteger(numberOf(capacity)) && numberOf(capacity) > 0 ? {} : { capacity: t('fault.capacity') },
    submit: async ({ capacity }) => {
      await setCapacity(activity.id, numberOf(capacity));
      await queryClient.invalidateQueries({ queryKey: ['activities'] });
      toast.good(t('acts.capacitySet'));
    },
  });
  return (
    <form onSubmit={form.onSubmit} noValidate className={classes.capacity}>
      <ErrorSummary form={form} />
      <TextField
        {...form.field('capacity')}
        label={t('field.capacity')}
        hint={t('acts.capacityHint', { taken: activity.taken, waiting: activity.waiting })}
        inputMode="numeric"
        width={8}
      />
      <PendingButton isPending={form.isPending} variant="default">
        {t('acts.actions.setCapacity')}
      </PendingButton>
    </form>
  );
}
