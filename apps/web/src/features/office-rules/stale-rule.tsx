import { Alert, Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DateTimeText } from '../../ui/date-text';
import type { RuleVersion } from './office-rules.api';
import classes from './office-rules.module.css';

interface StaleRuleProps {
  /** As published by somebody else meanwhile; undefined while it is read. */
  newest: RuleVersion | undefined;
  onTakeNewest: () => void;
}

/** Somebody else published meanwhile: who, when and why, before what was typed is given up. */
export function StaleRule({ newest, onTakeNewest }: StaleRuleProps) {
  const { t } = useTranslation('office-rules');
  return (
    <Alert color="yellow" role="alert" my="lg">
      <h2 className={classes.notice}>{t('stale.title')}</h2>
      {newest && (
        <p>
          {t('stale.by', { version: newest.version, name: newest.publishedBy ?? t('nobody') })}{' '}
          <DateTimeText value={newest.publishedAt} />: <q>{newest.reason}</q>
        </p>
      )}
      <p>{t('stale.text')}</p>
      <Button variant="default" mt="md" onClick={onTakeNewest}>
        {t('stale.act')}
      </Button>
    </Alert>
  );
}
