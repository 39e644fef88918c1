import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { type Column as TableColumn, DataTable } from '../../ui/data-table';
import { formatNumber } from '../../ui/format';
import { SummaryList } from '../../ui/summary-list';
import { longestWait, timeLeft } from './list-figures';
import type { ListDetail } from './lists.api';
import classes from './lists.module.css';

type SourceLine = ListDetail['sources'][number];
type SampleLine = ListDetail['sample'][number];

/** Before anybody is asked: which source would be asked how much, and the first people as they were read. */
export function ListPreview({ list }: { list: ListDetail }) {
  const { t } = useTranslation('verification-lists');
  const language = currentLanguage();
  const left = timeLeft(longestWait(list.sources));
  const uncovered = list.sources.find(({ source }) => source === 'manual')?.questions ?? 0;
  const wordsOf = ({ source, questions, perSecond }: SourceLine): string => {
    const people = t('preview.people', { people: formatNumber(questions, language) });
    if (source === 'manual' || perSecond === null) return people;
    return `${people} (${t('preview.perSecond', { number: formatNumber(perSecond, language) })})`;
  };
  return (
    <section aria-labelledby="preview" className={classes.part}>
      <h2 id="preview">{t('preview.title')}</h2>
      <p>
        {t('preview.text')}
        {left && <> {t(`preview.left.${left.unit}`, { count: left.count })}</>}
      </p>
      <SummaryList
        rows={list.sources.map((line) => ({
          ...{ key: line.source, label: line.sourceName[language], value: wordsOf(line) },
        }))}
      />
      {uncovered > 0 && (
        <p className={classes.held}>
          {t('preview.uncovered', { people: formatNumber(uncovered, language) })}
        </p>
      )}
      <Sample rows={list.sample} />
    </section>
  );
}

function Sample({ rows }: { rows: SampleLine[] }) {
  const { t } = useTranslation('verification-lists');
  const language = currentLanguage();
  const text = (value: string | null) => (value ? <bdi className={classes.long}>{value}</bdi> : '–');
  const columns: TableColumn<SampleLine>[] = [
    { key: 'name', header: t('field.name'), cell: ({ name }) => text(name) },
    {
      key: 'row',
      header: t('column.row'),
      cell: ({ row }) => formatNumber(row, language),
      isNumber: true,
    },
    { key: 'number', header: t('field.number'), cell: ({ number }) => text(number) },
    { key: 'birth', header: t('field.birth_date'), cell: ({ birthDate }) => text(birthDate) },
    { key: 'authority', header: t('field.authority'), cell: ({ authority }) => text(authority) },
    { key: 'profession', header: t('field.profession'), cell: ({ profession }) => text(profession) },
  ];
  return (
    <>
      <h2>{t('preview.sample')}</h2>
      <DataTable<SampleLine>
        caption={t('preview.sampleCaption')}
        columns={columns}
        rows={rows}
        rowKey={({ row }) => String(row)}
        page={1}
        pageSize={Math.max(1, rows.length)}
        total={rows.length}
        empty={null}
      />
    </>
  );
}
