import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '../../ui/data-table';
import { EmptyState } from '../../ui/empty-state';
import { type Form, RadioField } from '../../ui/form';
import { StatusTag, type Tone } from '../../ui/status-tag';
import type { RuleValues } from './rule-values';
import type { PreviewedCase, RulePreview } from './rules.api';
import classes from './rules.module.css';

const TONE: Readonly<Record<PreviewedCase['effect'], Tone>> = {
  now_meets: 'good',
  may_meet: 'info',
  no_longer_meets: 'bad',
  unchanged: 'waiting',
};

/** What the draft makes of open cases, and what shall become of them. */
export function PreviewPart({ preview, form }: { preview: RulePreview; form: Form<RuleValues> }) {
  const { t } = useTranslation('rules');
  const columns: Column<PreviewedCase>[] = [
    { key: 'case', header: t('column.case'), cell: (row) => row.applicantName ?? row.reference },
    { key: 'version', header: t('column.version'), cell: (row) => row.ruleVersion, isNumber: true },
    { key: 'before', header: t('column.before'), cell: (row) => t(`verdict.${row.before}`) },
    { key: 'after', header: t('column.after'), cell: (row) => t(`verdict.${row.after}`) },
    {
      key: 'effect',
      header: t('column.effect'),
      cell: (row) => <StatusTag tone={TONE[row.effect]}>{t(`effect.${row.effect}`)}</StatusTag>,
    },
  ];
  return (
    <section className={classes.part} aria-live="polite">
      <h2>{t('preview')}</h2>
      <p>{t('previewText', { count: preview.open })}</p>
      <ul className={classes.counts}>
        {(['no_longer_meets', 'now_meets', 'may_meet', 'unchanged'] as const).map((effect) => (
          <li key={effect}>
            <strong>{preview.counts[effect]}</strong> {t(`effect.${effect}`)}
          </li>
        ))}
      </ul>
      {preview.open > 0 && (
        <>
          <DataTable
            caption={t('preview')}
            columns={columns}
            rows={preview.cases}
            rowKey={(row) => row.id}
            page={1}
            pageSize={Math.max(1, preview.cases.length)}
            total={preview.cases.length}
            empty={<EmptyState kind="nothing-yet" title={t('none')} text={t('noneText')} />}
          />
          <RadioField
            {...form.field('openCases')}
            label={t('field.openCases')}
            hint={t('field.openCasesHint')}
            choices={['keep', 'move', 'move_gaining'].map((value) => ({
              value,
              label: t(`openCase.${value}`),
            }))}
          />
        </>
      )}
      <p className={classes.quiet}>{t('decidedStay')}</p>
    </section>
  );
}
