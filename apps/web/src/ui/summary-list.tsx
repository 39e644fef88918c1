import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TextLink } from './links';
import classes from './summary-list.module.css';

/** One row: what was asked and what was answered. */
export interface SummaryRow {
  key: string;
  label: string;
  /** Nothing (null, undefined, '') reads "Tidak diisi". */
  value: ReactNode;
  /** Where the answer is changed; the hidden words of the link name the row. */
  changeTo?: string;
  /** Beside or instead of a link, e.g. a button. */
  action?: ReactNode;
}

interface SummaryListProps {
  title?: string;
  rows: SummaryRow[];
}

/** Check your answers, or any list of facts: label, value, "Ubah". */
export function SummaryList({ title, rows }: SummaryListProps) {
  const { t } = useTranslation('ui');
  return (
    <section className={classes.summary}>
      {title && <h2>{title}</h2>}
      <dl>
        {rows.map((row) => (
          <div key={row.key} className={classes.row}>
            <dt>{row.label}</dt>
            <dd>
              {isEmpty(row.value) ? <span className={classes.empty}>{t('summary.empty')}</span> : row.value}
            </dd>
            {(row.changeTo || row.action) && (
              <dd className={classes.action}>
                {row.changeTo && (
                  <TextLink to={row.changeTo} aria-label={t('summary.changeOne', { label: row.label })}>
                    {t('summary.change')}
                  </TextLink>
                )}
                {row.action}
              </dd>
            )}
          </div>
        ))}
      </dl>
    </section>
  );
}

function isEmpty(value: ReactNode): boolean {
  return value === null || value === undefined || value === '';
}
