import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CompareFields } from '../../ui/compare-fields';
import classes from './apply.module.css';

/** One fact as typed here and as stored. */
export interface TwoVersions {
  key: string;
  label: string;
  mine: string;
  stored: string;
}

/** Two tabs wrote one section: both versions beside each other; the choice stands in the save state below. */
export function Conflict({ rows, children }: { rows: TwoVersions[]; children: ReactNode }) {
  const { t } = useTranslation('apply');
  return (
    <section className={classes.conflict} aria-labelledby="conflict">
      <h2 id="conflict">{t('conflict.title')}</h2>
      <CompareFields
        caption={t('conflict.caption')}
        claimedBy={t('conflict.mine')}
        foundBy={t('conflict.stored')}
        fields={rows.map(({ key, label, mine, stored }) => ({
          key,
          label,
          claimed: mine || '–',
          found: stored || '–',
          verdict: mine === stored ? 'same' : 'different',
        }))}
      />
      {children}
    </section>
  );
}
