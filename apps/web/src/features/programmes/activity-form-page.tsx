import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../ui/error-state';
import { ErrorSummary, useForm } from '../../ui/form';
import { LoadingState } from '../../ui/loading-state';
import { PageTitle } from '../../ui/page-title';
import { PendingButton } from '../../ui/pending-button';
import { toast } from '../../ui/toast';
import { ActivityActs } from './activity-acts';
import { type ActivityFields, NEW_ACTIVITY, bodyOf, fieldsOf, numberOf } from './activity-form';
import { ActivityFormFields } from './activity-form-fields';
import classes from './activity-form.module.css';
import { type ActivityDetail, activityQuery, draftActivity, reviseActivity } from './programmes.api';
import { useActivityFaults } from './use-activity-faults';

const route = getRouteApi('/office/activities/$id/edit');

/** A new activity; it is a draft until it is published. */
export function NewActivityPage() {
  const { t } = useTranslation('programmes');
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const faults = useActivityFaults();
  const form = useForm<ActivityFields>({
    initial: NEW_ACTIVITY,
    validate: (fields) => faults(fields, true),
    submit: async (fields) => {
      const body = { ...bodyOf(fields), groupId: fields.groupId, capacity: numberOf(fields.capacity) };
      const { id } = await draftActivity(body);
      await queryClient.invalidateQueries({ queryKey: ['activities'] });
      toast.good(t('form.drafted'));
      await navigate({ to: '/office/activities/$id/edit', params: { id } });
    },
  });
  return (
    <>
      <PageTitle title={t('form.newTitle')} lead={t('form.newLead')} hasError={form.faults.length > 0} />
      <form onSubmit={form.onSubmit} noValidate className={classes.form}>
        <ErrorSummary form={form} />
        <ActivityFormFields form={form} isNew />
        <PendingButton isPending={form.isPending}>{t('form.actions.draft')}</PendingButton>
      </form>
    </>
  );
}

/** An activity that is there: its texts and times, its places, and its acts. */
export function EditActivityPage() {
  const { id } = route.useParams();
  const { data, error, refetch } = useQuery({ ...activityQuery(id), refetchOnWindowFocus: false });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} asPage />;
  if (!data) return <LoadingState lines={8} />;
  return <Edit key={data.version} activity={data} />;
}

function Edit({ activity }: { activity: ActivityDetail }) {
  const { t } = useTranslation('programmes');
  const queryClient = useQueryClient();
  const faults = useActivityFaults();
  const form = useForm<ActivityFields>({
    initial: fieldsOf(activity),
    validate: (fields) => faults(fields, false),
    submit: async (fields) => {
      await reviseActivity(activity.id, activity.version, bodyOf(fields));
      await queryClient.invalidateQueries({ queryKey: ['activities'] });
      toast.good(t('form.saved'));
    },
  });
  return (
    <>
      <PageTitle
        above={t(`state.${activity.state}`)}
        title={t('form.editTitle')}
        hasError={form.faults.length > 0}
      />
      <ActivityActs activity={activity} />
      {activity.state !== 'cancelled' && (
        <form onSubmit={form.onSubmit} noValidate className={classes.form}>
          <ErrorSummary form={form} />
          <ActivityFormFields form={form} isNew={false} />
          <PendingButton isPending={form.isPending}>{t('form.actions.save')}</PendingButton>
        </form>
      )}
    </>
  );
}
