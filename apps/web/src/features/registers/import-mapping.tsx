import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorSummary, RadioField, SelectField, useForm } from '../../ui/form';
import { PendingButton } from '../../ui/pending-button';
import { SummaryList } from '../../ui/summary-list';
import { COLUMNS, type Column, mappingFaults } from './import-figures';
import { type DateForm, type ImportDetail, chooseColumns, importQuery } from './registers.api';
import classes from './registers.module.css';

const DATE_FORMS = ['day_first', 'month_first', 'year_first'] as const;

interface ImportMappingProps {
  registerId: string;
  found: ImportDetail;
}

/**
 * What each column of the file means: asked once with the file's own headings and rows beside our fields, remembered for the
 * authority, and shown with every later file.
 */
export function ImportMapping({ registerId, found }: ImportMappingProps) {
  const { t } = useTranslation('registers');
  const [isChanging, setChanging] = useState(false);
  const { mapping, mappingFrom, headings, ignored } = found;
  if (headings.length === 0 || found.state === 'reading') return null;
  const mustAsk = found.canReread && mappingFrom === 'usual';
  if (found.canReread && (mustAsk || isChanging)) {
    return <MappingForm registerId={registerId} found={found} onDone={() => setChanging(false)} />;
  }
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
          { key: 'dates', label: t('mapping.dates'), value: t(`dates.${found.dates}`) },
          { key: 'from', label: t('mapping.from'), value: t(`mappingFrom.${mappingFrom}`) },
          { key: 'format', label: t('mapping.format'), value: formatOf(found) },
          {
            key: 'ignored',
            label: t('reading.ignored'),
            value: ignored.length > 0 ? ignored.join(', ') : t('reading.nothingIgnored'),
          },
        ]}
      />
      {found.canReread && (
        <Button variant="default" onClick={() => setChanging(true)}>
          {t('actions.remap')}
        </Button>
      )}
    </section>
  );
}

const ENCODINGS = { 'utf-8': 'UTF-8', 'utf-16le': 'UTF-16', 'windows-1252': 'Windows-1252' } as const;

const formatOf = ({ format, encoding, delimiter }: ImportDetail): string =>
  format === 'xlsx'
    ? 'XLSX'
    : `CSV, ${ENCODINGS[encoding]}, ${delimiter === '\t' ? 'tab' : `“${delimiter}”`}`;

type Values = Record<Column, string> & { dates: DateForm };

function MappingForm({ registerId, found, onDone }: ImportMappingProps & { onDone: () => void }) {
  const { t } = useTranslation('registers');
  const queryClient = useQueryClient();
  const { mapping, headings, firstRows } = found;
  const form = useForm<Values>({
    initial: {
      ...(Object.fromEntries(COLUMNS.map((column) => [column, mapping[column] ?? ''])) as Record<
        Column,
        string
      >),
      dates: found.dates,
    },
    validate: (values) => mappingFaults(values, t('mapping.needed'), t('mapping.twice')),
    submit: async ({ dates, ...columns }) => {
      const next = await chooseColumns(registerId, found.id, { columns, dates });
      queryClient.setQueryData(importQuery(registerId, found.id).queryKey, next);
      onDone();
    },
  });
  const choices = [...new Set(headings)]
    .filter((heading) => heading !== '')
    .map((heading) => ({ value: heading, label: heading }));
  const samplesOf = (heading: string): string[] => {
    const place = headings.indexOf(heading);
    return place < 0
      ? []
      : firstRows
          .map((row) => row[place] ?? '')
          .filter((cell) => cell !== '')
          .slice(0, 3);
  };
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
              <Samples cells={samplesOf(form.values[column])} />
            </div>
          ))}
        </div>
        <RadioField
          {...form.field('dates')}
          onChange={(value) => form.set('dates', value as DateForm)}
          label={t('mapping.dates')}
          hint={t('mapping.datesHint')}
          choices={DATE_FORMS.map((value) => ({ value, label: t(`dates.${value}`) }))}
        />
        <PendingButton isPending={form.isPending}>{t('actions.read')}</PendingButton>
      </form>
    </section>
  );
}

function Samples({ cells }: { cells: string[] }) {
  const { t } = useTranslation('registers');
  if (cells.length === 0) return null;
  return (
    <p className={classes.samples}>
      {t('mapping.samples')}{' '}
      {cells.map((cell, place) => (
        <bdi key={`${place}-${cell}`}>{cell}</bdi>
      ))}
    </p>
  );
}
