import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { DateTimeText } from '../../ui/date-text';
import { StatusTag } from '../../ui/status-tag';
import { CheckComparison } from './check-comparison';
import { checkState, toneOf } from './check-state';
import { type Check, isOpen } from './checks.api';
import classes from './checks.module.css';

interface CheckCardProps {
  check: Check;
  applicationId: string;
  isOfficer: boolean;
}

/** One check: the source, how it stands, why in words, and what people said of it. */
export function CheckCard({ check, applicationId, isOfficer }: CheckCardProps) {
  const { t } = useTranslation('checks');
  const [isWide, setWide] = useState(isOfficer && check.action === 'needs_person');
  const id = useId();
  const language = currentLanguage();
  const state = checkState(check);
  const isDetailed = isOfficer && !isOpen(check);
  return (
    <li className={classes.check} data-check={check.id}>
      <div className={classes.head}>
        <strong>{check.sourceName[language]}</strong>
        <StatusTag tone={toneOf(state)}>{t(`state.${state}`)}</StatusTag>
      </div>
      {check.waitsFor && <p className={classes.small}>{t('waitsFor', { institution: check.waitsFor })}</p>}
      {check.runState === 'running' && check.attempts > 1 && <p className={classes.small}>{t('again')}</p>}
      {check.reasons.length > 0 && (
        <ul className={classes.reasons}>
          {check.reasons.map((reason) => (
            <li key={reason.code}>{reason.text[language]}</li>
          ))}
        </ul>
      )}
      {check.action === 'needs_person' && !isOfficer && <p className={classes.small}>{t('needsPerson')}</p>}
      {check.documents.length > 0 && (
        <div className={classes.small}>
          <p>{t('byHand')}</p>
          <ul className={classes.reasons}>
            {check.documents.map((document) => (
              <li key={document.id}>{document[language]}</li>
            ))}
          </ul>
        </div>
      )}
      {check.reviews.map((review) => (
        <p key={review.id} className={classes.review}>
          {t(`review.${review.verdict}`, { name: review.reviewer, outcome: t(`state.${review.outcome}`) })}{' '}
          <DateTimeText value={review.at} />: <q>{review.reason}</q>
        </p>
      ))}
      {check.endedAt && (
        <p className={classes.small}>
          {t('endedAt')} <DateTimeText value={check.endedAt} />
          {check.sourceVersion && check.source !== 'signed_credential' && <> · {check.sourceVersion}</>}
        </p>
      )}
      {isDetailed && (
        <>
          <Button
            variant="subtle"
            size="sm"
            aria-expanded={isWide}
            aria-controls={id}
            onClick={() => setWide(!isWide)}
          >
            {isWide ? t('actions.less') : t('actions.more')}
          </Button>
          <div id={id} hidden={!isWide}>
            {isWide && <CheckComparison check={check} applicationId={applicationId} />}
          </div>
        </>
      )}
    </li>
  );
}
