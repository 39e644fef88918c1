import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import type { Clause } from './ethics.api';
import classes from './ethics.module.css';

/** One clause in the reader's language, and what stands under it. */
export function ClauseText({ clause, children }: { clause: Clause; children?: ReactNode }) {
  const { t } = useTranslation('ethics');
  const isIndonesian = currentLanguage() === 'id';
  return (
    <section className={classes.clause} aria-labelledby={`clause-${clause.id}`}>
      <h2 id={`clause-${clause.id}`}>
        <span>{t('clause', { position: clause.position })}</span>
        {isIndonesian ? clause.headingId : clause.headingEn}
      </h2>
      <p>{isIndonesian ? clause.textId : clause.textEn}</p>
      {children}
    </section>
  );
}
