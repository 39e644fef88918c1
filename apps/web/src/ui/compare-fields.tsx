import { IconAlertTriangle, IconCheck, IconMinus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './compare-fields.module.css';

/** One fact: what the person says beside what the source says. */
export interface ComparedField {
  key: string;
  label: string;
  claimed: ReactNode;
  found: ReactNode;
  /** `unknown`: the source does not say. */
  verdict: 'same' | 'different' | 'unknown';
}

interface CompareFieldsProps {
  caption: string;
  claimedBy: string;
  foundBy: string;
  fields: ComparedField[];
}

const ICON = { same: IconCheck, different: IconAlertTriangle, unknown: IconMinus };

/** Claim and source, field by field; a difference is told by icon, word and colour. */
export function CompareFields({ caption, claimedBy, foundBy, fields }: CompareFieldsProps) {
  const { t } = useTranslation('ui');
  return (
    <div className={classes.box}>
      <table className={classes.table} role="table">
        <caption>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
              {t('compare.field')}
            </th>
            <th scope="col" role="columnheader">
              {claimedBy}
            </th>
            <th scope="col" role="columnheader">
              {foundBy}
            </th>
            <th scope="col" role="columnheader">
              {t('compare.verdict')}
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {fields.map((field) => {
            const Icon = ICON[field.verdict];
            return (
              <tr key={field.key} role="row" data-verdict={field.verdict}>
                <th scope="row" role="rowheader">
                  {field.label}
                </th>
                <td role="cell" data-label={claimedBy}>
                  {field.claimed ?? '–'}
                </td>
                <td role="cell" data-label={foundBy}>
                  {field.verdict === 'different' ? <mark>{field.found ?? '–'}</mark> : (field.found ?? '–')}
                </td>
                <td role="cell" className={classes.verdict}>
                  <Icon size={18} aria-hidden />
                  {t(`compare.${field.verdict}`)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
