import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateText } from '../../ui/date-text';
import { StatusTag } from '../../ui/status-tag';
import { EndDomainDialog } from './domain-dialogs';
import type { InstitutionDomain } from './domains.api';
import classes from './domains.module.css';

/** One domain: of whom, since when, who vouches and why; and its end. */
export function DomainLine({ line, mayChange }: { line: InstitutionDomain; mayChange: boolean }) {
  const { t } = useTranslation('institution-domains');
  const [isEnding, setEnding] = useState(false);
  return (
    <li>
      <div className={classes.head}>
        <h2>{line.institution}</h2>
        <StatusTag tone={line.endedAt ? 'info' : 'good'}>{t(line.endedAt ? 'ended' : 'inForce')}</StatusTag>
      </div>
      <p>
        <code>{line.domain}</code>
        {line.contactEmail && <> · {t('contact', { address: line.contactEmail })}</>}
      </p>
      <p className={classes.quiet}>
        {line.addedBy ? t('by', { name: line.addedBy }) : t('byPortal')} <DateText value={line.since} />:{' '}
        <q>{line.reason}</q>
      </p>
      {line.endedAt && (
        <p className={classes.quiet}>
          {t('endedOn')} <DateText value={line.endedAt} />: <q>{line.endedReason}</q>
        </p>
      )}
      {!line.endedAt && mayChange && (
        <Button
          variant="subtle"
          size="sm"
          onClick={() => setEnding(true)}
          aria-label={t('actions.endOf', { domain: line.domain })}
        >
          {t('actions.end')}
        </Button>
      )}
      {isEnding && <EndDomainDialog line={line} onClose={() => setEnding(false)} />}
    </li>
  );
}
