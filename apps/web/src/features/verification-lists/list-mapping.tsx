import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorSummary, RadioField, SelectField, TextField, useForm } from '../../ui/form';
import { PendingButton } from '../../ui/pending-button';
import { SummaryList } from '../../ui/summary-list';
import { chooseColumns, type Column, COLUMNS, DATE_FORMS, type ListDetail, listQuery } from './lists.api';
import classes from './lists.module.css';

/** What each column of the file means: found by usual headings, and changed where that is wrong. */
export function ListMapping({ list }: { list: ListDetail }) {
  const { t } = useTranslation('verification-lists');
  const lacks = !list.mapping.number || !list.mapping.name || (!list.mapping.authority && !list.authority);
  const [isChanging, setChanging] = useState(list.canReread && lacks);
  if (list.headings.length === 0) return null;
  if (isChanging) return <MappingForm list={list} onDone={() => setChanging(false)} />;
  const { mapping, ignored } = list;
  return (
    <section className={classes.part}>
      <SummaryList
        title={t('reading.title')}
        rows={[
          ...COLUMNS.map((column) => ({
            key: column,
            label: t(`field.${column}`),
            value: mapping[column] ? (
              <bdi className={classes.long}>{mapping[column]}</bdi>
            ) : (
              t('reading.absent')
            ),
          })),
          { key: 'dates', label: t('mapping.dates'), value: t(`dates.${list.dates}`) },
          {
            key: 'ignored',
            label: t('reading.ignored'),
            value: ignored.length > 0 ? ignored.join(', ') : t('reading.nothingIgnored'),
          },
        ]}
      />
      {list.canReread && (
        <Button variant="default" onClick={() => setChanging(true)}>
          {t('actions.remap')}
        </Button>
      )}
    </section>
  );
}

type Values = Record<Column, string> & {
  dates: ListDetail['dates'];
  oneAuthority: string;
  oneProfession: string;
};

function MappingForm({ list, onDone }: { list: ListDetail; onDone: () => void }) {
  const { t } = useTranslation('verification-lists');
  const queryClient = useQueryClient();
  const { mapping, headings, firstRows } = list;
  const columns = Object.fromEntries(COLUMNS.map((column) => [column, mapping[column] ?? '']));
  const form = useForm<Values>({
    initial: {
      ...(columns as Record<Column, string>),
      ...{ dates: list.dates, oneAuthority: list.authority ?? '', oneProfession: list.profession ?? '' },
    },
    validate: ({ number, name, authority, oneAuthority }) => ({
      number: number ? undefined : t('mapping.needed'),
      name: name ? undefined : t('mapping.needed'),
      oneAuthority: authority || oneAuthority.trim() ? undefined : t('mapping.authorityNeeded'),
    }),
    submit: async ({ dates, oneAuthority, oneProfession, ...chosen }) => {
      const body = { columns: chosen, dates, authority: oneAuthority, profession: oneProfession };
      queryClient.setQueryData(listQuery(list.id).queryKey, await chooseColumns(list.id, body));
      onDone();
    },
  });
  const choices = [...new Set(headings)]
    .filter((heading) => heading !== '')
    .map((heading) => ({ value: heading, label: heading }));
  const samples = (heading: string): string =>
    firstRows
      .map((row) => row[headings.indexOf(heading)] ?? '')
      .filter((cell) => cell !== '')
      .slice(0, 3)
      .join(' · ');
  return (
    <section aria-labelledby="mapping" className={classes.part}>
      <h2 id="mapping">{t('mapping.title')}</h2>
      <p>{t('mapping.text')}</p>
      <form onSubmit={form.onSubmit} noValidate className={classes.form}>
        <ErrorSummary form={form} />
        <div className={classes.mapping}>
          {COLUMNS.map((column) => (
            <div key={column}>
              <SelectField
                {...form.field(column)}
                label={t(`field.${column}`)}
                optional={column !== 'number' && column !== 'name'}
                empty={t('reading.absent')}
                choices={choices}
              />
              {form.values[column] && samples(form.values[column]) && (
                <p className={classes.samples}>
                  {t('mapping.samples')} <bdi>{samples(form.values[column])}</bdi>
                </p>
              )}
            </div>
          ))}
        </div>
        <TextField
          {...form.field('oneAuthority')}
          label={t('field.oneAuthority')}
          hint={t('new.authorityHint')}
          optional
          width={24}
          maxLength={100}
        />
        <TextField
          {...form.field('oneProfession')}
          label={t('field.oneProfession')}
          hint={t('new.professionHint')}
          optional
          width={32}
          maxLength={200}
        />
        <RadioField
          {...form.field('dates')}
          onChange={(value) => form.set('dates', value as Values['dates'])}
          label={t('mapping.dates')}
          choices={DATE_FORMS.map((value) => ({ value, label: t(`dates.${value}`) }))}
        />
        <PendingButton isPending={form.isPending}>{t('actions.read')}</PendingButton>
      </form>
    </section>
  );
}
