import { Stack } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { DateText } from '../../ui/date-text';
import { ErrorState } from '../../ui/error-state';
import { ErrorSummary, SelectField, TextAreaField, TextField, useForm } from '../../ui/form';
import { LoadingState } from '../../ui/loading-state';
import { PageTitle } from '../../ui/page-title';
import { PendingButton } from '../../ui/pending-button';
import { toast } from '../../ui/toast';
import { type DeskValues, daysOf, deskOf, valuesOfDesk } from './desk-values';
import { type Desk, arrangeDesk, deskQuery } from './rules.api';
import classes from './rules.module.css';

const route = getRouteApi('/rules/desks/$groupId');

/** How a group keeps what it promises: working days, the days of each stage, and who hears of broken promises. */
export function DeskPage() {
  const { groupId } = route.useParams();
  const { data, error, refetch } = useQuery(deskQuery(groupId));
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} asPage />;
  if (!data) return <LoadingState lines={8} />;
  return <Editor key={data.version} desk={data} />;
}

function Editor({ desk }: { desk: Desk }) {
  const { t } = useTranslation('rules');
  const queryClient = useQueryClient();
  const isIndonesian = currentLanguage() === 'id';
  const form = useForm<DeskValues>({
    initial: valuesOfDesk(desk),
    validate: ({ closed, working }) => ({
      closed: daysOf(closed, false) ? undefined : t('fault.days'),
      working: daysOf(working, true) ? undefined : t('fault.days'),
    }),
    submit: async (values) => {
      await arrangeDesk(desk, deskOf(values));
      toast.good(t('desk.kept'));
      await queryClient.invalidateQueries({ queryKey: ['rules'] });
    },
  });
  return (
    <>
      <PageTitle
        above={isIndonesian ? desk.groupNameId : desk.groupNameEn}
        title={t('desk.title')}
        lead={t('desk.lead')}
      />
      <form onSubmit={form.onSubmit} noValidate>
        <ErrorSummary form={form} />
        <Stack gap="lg">
          <TextField
            {...form.field('checkingDays')}
            label={t('field.checkingDays')}
            hint={t('field.stageHint')}
            inputMode="numeric"
            width={6}
            optional
          />
          <TextField
            {...form.field('judgingDays')}
            label={t('field.judgingDays')}
            inputMode="numeric"
            width={6}
            optional
          />
          <SelectField
            {...form.field('escalationOfficeId')}
            label={t('field.escalationOffice')}
            hint={t('field.escalationHint')}
            empty={t('field.noOffice')}
            choices={desk.offices.map(({ id, nameId, nameEn }) => ({
              value: id,
              label: isIndonesian ? nameId : nameEn,
            }))}
          />
          <TextField
            {...form.field('country')}
            label={t('field.country')}
            hint={t('field.countryHint')}
            width={6}
          />
          <TextAreaField
            {...form.field('closed')}
            label={t('field.closed')}
            hint={t('field.daysHint')}
            rows={3}
            optional
          />
          <TextAreaField
            {...form.field('working')}
            label={t('field.working')}
            hint={t('field.daysHint')}
            rows={2}
            optional
          />
        </Stack>
        <PendingButton isPending={form.isPending} mt="xl">
          {t('actions.keepDesk')}
        </PendingButton>
      </form>
      <Holidays desk={desk} />
    </>
  );
}

function Holidays({ desk }: { desk: Desk }) {
  const { t } = useTranslation('rules');
  const isIndonesian = currentLanguage() === 'id';
  return (
    <section className={classes.part}>
      <h2>{t('desk.holidays', { country: desk.country })}</h2>
      {desk.holidays.length === 0 && <p>{t('desk.noHolidays')}</p>}
      <ul className={classes.list}>
        {desk.holidays.map(({ day, nameId, nameEn, isExpected }) => (
          <li key={day}>
            <span>
              {isIndonesian ? nameId : nameEn}
              {isExpected && ` (${t('desk.expected')})`}
            </span>
            <DateText value={day} />
          </li>
        ))}
      </ul>
    </section>
  );
}
