import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { DateText } from '../../ui/date-text';
import { StatusTag } from '../../ui/status-tag';
import { ReleaseHoldDialog } from './hold-dialogs';
import type { Hold } from './holds.api';
import classes from './holds.module.css';

/** One hold: on whose documents, by whom and why; and letting it go. */
export function HoldItem({ hold }: { hold: Hold }) {
  const { t } = useTranslation('holds');
  const [isReleasing, setReleasing] = useState(false);
  const by = (name: string | null) => (name ? t('by', { name }) : t('byPortal'));
  return (
    <li>
      <div className={classes.head}>
        <h2>
          <bdi>{hold.fullName}</bdi>
        </h2>
        <StatusTag tone={hold.releasedAt ? 'info' : 'warn'}>
          {t(hold.releasedAt ? 'state.released' : 'state.standing')}
        </StatusTag>
      </div>
      <p>
        {t(`kind.${hold.kind}`)}, {currentLanguage() === 'id' ? hold.groupNameId : hold.groupNameEn}
      </p>
      <p className={classes.quiet}>
        {by(hold.placedBy)} <DateText value={hold.placedAt} />: <q>{hold.reason}</q>
      </p>
      {!hold.isShown && <p className={classes.quiet}>{t('hidden')}</p>}
      {hold.releasedAt && (
        <p className={classes.quiet}>
          {t('released')} {by(hold.releasedBy)} <DateText value={hold.releasedAt} />
          {hold.releasedReason && (
            <>
              : <q>{hold.releasedReason}</q>
            </>
          )}
        </p>
      )}
      {hold.mayRelease && (
        <Button
          variant="subtle"
          size="sm"
          onClick={() => setReleasing(true)}
          aria-label={t('actions.releaseOf', { name: hold.fullName })}
        >
          {t('actions.release')}
        </Button>
      )}
      {isReleasing && <ReleaseHoldDialog hold={hold} onClose={() => setReleasing(false)} />}
    </li>
  );
}
