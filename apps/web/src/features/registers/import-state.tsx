import { Button, Group } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { formatNumber } from '../../ui/format';
import { LinkButton } from '../../ui/links';
import { StatusTag } from '../../ui/status-tag';
import { fateOf, percentTaken } from './import-figures';
import { type ImportDetail, confirmImport, importQuery } from './registers.api';
import classes from './registers.module.css';

interface ImportStateProps {
  registerId: string;
  registerName: string;
  found: ImportDetail;
}

/** Where an import stands, in one look, with the one thing to do about it. */
export function ImportState({ registerId, registerName, found }: ImportStateProps) {
  const { t } = useTranslation('registers');
  const [isConfirming, setConfirming] = useState(false);
  const { fate, tone } = fateOf(found);
  return (
    <section className={classes.state} aria-label={t('column.state')}>
      <div role="status">
        <StatusTag tone={tone} size="lg">
          {t(`fate.${fate}`)}
        </StatusTag>
        <p>{t(`import.${fate}`)}</p>
      </div>
      {fate === 'confirmed' && <Progress found={found} />}
      {found.changes && fate === 'checked' && <Changes changes={found.changes} />}
      <Group gap="sm">
        {fate === 'checked' && (
          <Button onClick={() => setConfirming(true)}>
            {t('actions.confirm', { number: found.number })}
          </Button>
        )}
        {(fate === 'checked' || fate === 'refused') && (
          <LinkButton to="/registers/$registerId" params={{ registerId }} variant="default">
            {fate === 'checked' ? t('actions.another') : t('actions.mended')}
          </LinkButton>
        )}
      </Group>
      {isConfirming && (
        <Confirm
          registerId={registerId}
          registerName={registerName}
          found={found}
          onClose={() => setConfirming(false)}
        />
      )}
    </section>
  );
}

function Progress({ found }: { found: ImportDetail }) {
  const { t } = useTranslation('registers');
  const language = currentLanguage();
  const words = t('import.taken', {
    done: formatNumber(found.importedRows, language),
    all: formatNumber(found.rowCount, language),
    percent: percentTaken(found),
  });
  return (
    <p className={classes.progress}>
      {words}
      <progress max={Math.max(1, found.rowCount)} value={found.importedRows} aria-label={words} />
    </p>
  );
}

function Changes({ changes }: { changes: NonNullable<ImportDetail['changes']> }) {
  const { t } = useTranslation('registers');
  const language = currentLanguage();
  const counts = [
    ['added', changes.added],
    ['changed', changes.changed],
    ['removed', changes.removed],
    ['same', changes.same],
  ] as const;
  return (
    <dl className={classes.changes} aria-label={t('changes.title')}>
      {counts.map(([kind, count]) => (
        <div key={kind}>
          <dt>{t(`changes.${kind}`)}</dt>
          <dd>{formatNumber(count, language)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Confirm({ registerId, registerName, found, onClose }: ImportStateProps & { onClose: () => void }) {
  const { t } = useTranslation('registers');
  const queryClient = useQueryClient();
  const rows = formatNumber(found.rowCount, currentLanguage());
  return (
    <ConfirmDialog
      isOpen
      title={t('confirm.title', { number: found.number, name: registerName })}
      verb={t('actions.confirm', { number: found.number })}
      onClose={onClose}
      onConfirm={async () => {
        const next = await confirmImport(registerId, found.id);
        queryClient.setQueryData(importQuery(registerId, found.id).queryKey, next);
      }}
    >
      <p>{found.changes ? t('confirm.text', { rows }) : t('confirm.first', { rows })}</p>
      {found.changes && <Changes changes={found.changes} />}
      <p>{t('confirm.checks')}</p>
    </ConfirmDialog>
  );
}
