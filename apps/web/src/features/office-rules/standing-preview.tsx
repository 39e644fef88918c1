import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { type Column, DataTable } from '../../ui/data-table';
import { EmptyState } from '../../ui/empty-state';
import { formatNumber } from '../../ui/format';
import type { StandingPreview } from './office-rules.api';
import classes from './office-rules.module.css';

type Line = StandingPreview['rechecks'][number];

/** What the draft changes: questions a month, meanings, letters of the next sweep. */
export function StandingPreviewPart({ preview }: { preview: StandingPreview }) {
  const { t } = useTranslation('office-rules');
  const language = currentLanguage();
  const days = (value: number | null) => (value === null ? t('never') : t('days', { count: value }));
  const columns: Column<Line>[] = [
    {
      key: 'what',
      header: t('column.what'),
      cell: (row) => `${t(`kind.${row.kind}`)}, ${row.sourceName[language]}`,
    },
    {
      key: 'count',
      header: t('column.count'),
      cell: (row) => formatNumber(row.count, language),
      isNumber: true,
    },
    { key: 'before', header: t('column.before'), cell: (row) => days(row.before) },
    { key: 'after', header: t('column.after'), cell: (row) => days(row.after) },
    {
      key: 'monthly',
      header: t('column.monthly'),
      cell: (row) =>
        `${formatNumber(row.monthlyBefore, language)} → ${formatNumber(row.monthlyAfter, language)}`,
      isNumber: true,
    },
  ];
  return (
    <section className={classes.part} aria-live="polite">
      <h2>{t('preview')}</h2>
      <DataTable
        caption={t('previewQuestions')}
        columns={columns}
        rows={preview.rechecks}
        rowKey={(row) => `${row.kind}-${row.source}`}
        page={1}
        pageSize={Math.max(1, preview.rechecks.length)}
        total={preview.rechecks.length}
        empty={<EmptyState kind="nothing-yet" title={t('noneWatched')} text={t('noneWatchedText')} />}
      />
      <ul className={classes.effects}>
        {preview.consequences.map(({ kind, change, before, after }) => (
          <li key={`${kind}-${change}`}>
            {t('effect.meaning', {
              ...{ kind: t(`kind.${kind}`), change: t(`change.${change}`) },
              ...{ before: t(`proposed.${before}`), after: t(`proposed.${after}`) },
            })}
          </li>
        ))}
        <li>{t('effect.reminded', { count: preview.remindedNext })}</li>
        <li>{t('effect.cases', { count: preview.openCases })}</li>
      </ul>
    </section>
  );
}
