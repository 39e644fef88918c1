import { Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, call } from '../../api/client';
import { DateText } from '../../ui/date-text';
import { ErrorState } from '../../ui/error-state';
import { ErrorSummary, RadioField, TextField, useForm } from '../../ui/form';
import { LoadingState } from '../../ui/loading-state';
import { PendingButton } from '../../ui/pending-button';
import { toast } from '../../ui/toast';
import { type NationalId, nationalIdsQuery } from './privacy.api';
import classes from './privacy.module.css';

/** The person's own national ids: masked, to be entered, replaced and taken out. */
export function NationalIds() {
  const { t } = useTranslation('privacy');
  const { data, error, refetch } = useQuery(nationalIdsQuery);
  const [round, setRound] = useState(0);
  return (
    <section aria-labelledby="national-ids">
      <h2 id="national-ids">{t('ids.title')}</h2>
      <p>{t('ids.lead')}</p>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingState lines={2} />}
      {data && data.length > 0 && (
        <ul className={classes.ids}>
          {data.map((one) => (
            <NationalIdRow key={one.id} one={one} />
          ))}
        </ul>
      )}
      <NationalIdForm key={round} onDone={() => setRound(round + 1)} />
    </section>
  );
}

function NationalIdRow({ one }: { one: NationalId }) {
  const { t } = useTranslation('privacy');
  const queryClient = useQueryClient();
  const remove = useMutation({
    mutationFn: () =>
      call<unknown>(api.DELETE('/api/account/national-ids/{id}', { params: { path: { id: one.id } } })),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: nationalIdsQuery.queryKey });
      toast.good(t('ids.removed'));
    },
    onError: (error) => toast.problem(error),
  });
  const name = one.kind === 'nik' ? t('kind.nik') : `${t('kind.passport')} ${one.country}`;
  return (
    <li>
      <div>
        <strong>{name}</strong>{' '}
        {one.masked && (
          <span aria-label={t('ids.masked', { end: one.masked.slice(-4) })} role="img">
            {one.masked}
          </span>
        )}
        <Text size="sm" c="dimmed">
          {one.erasedAt ? t('ids.erased') : t('ids.entered')}{' '}
          <DateText value={one.erasedAt ?? one.enteredAt} />
        </Text>
      </div>
      {!one.erasedAt && (
        <PendingButton
          isPending={remove.isPending}
          type="button"
          variant="subtle"
          size="sm"
          aria-label={t('actions.removeOne', { name })}
          onClick={() => remove.mutate()}
        >
          {t('actions.remove')}
        </PendingButton>
      )}
    </li>
  );
}

function NationalIdForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('privacy');
  const queryClient = useQueryClient();
  const form = useForm({
    initial: { kind: 'nik', country: '', number: '' },
    validate: ({ kind, country, number }) => ({
      ...(kind === 'passport' && !/^[A-Za-z]{2}$/.test(country.trim())
        ? { country: t('fault.country') }
        : {}),
      ...(number.trim() ? {} : { number: t('fault.number') }),
    }),
    submit: async ({ kind, country, number }) => {
      const body =
        kind === 'passport'
          ? { kind: 'passport' as const, country: country.trim().toUpperCase(), number }
          : { kind: 'nik' as const, country: 'ID', number };
      await call<unknown>(api.PUT('/api/account/national-ids', { body }));
      await queryClient.invalidateQueries({ queryKey: nationalIdsQuery.queryKey });
      toast.good(t('ids.saved'));
      onDone();
    },
  });
  return (
    <form onSubmit={form.onSubmit} noValidate className={classes.form}>
      <Stack gap="lg" align="stretch">
        <ErrorSummary form={form} />
        <RadioField
          {...form.field('kind')}
          label={t('field.kind')}
          choices={[
            { value: 'nik', label: t('kind.nik') },
            { value: 'passport', label: t('kind.passport') },
          ]}
        />
        {form.values.kind === 'passport' && (
          <TextField {...form.field('country')} label={t('field.country')} hint={t('field.countryHint')} />
        )}
        <TextField
          {...form.field('number')}
          label={t('field.number')}
          hint={form.values.kind === 'nik' ? t('field.nikHint') : t('field.passportHint')}
          autoComplete="off"
        />
        <PendingButton isPending={form.isPending}>{t('actions.save')}</PendingButton>
      </Stack>
    </form>
  );
}
