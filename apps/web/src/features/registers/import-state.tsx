import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { formatNumber } from '../../ui/format';
import { LinkButton } from '../../ui/links';
import { StatusTag } from '../../ui/status-tag';
import { fateOf, mustMap } from './import-figures';
import { ConfirmImport } from './confirm-import';
import type { ImportDetail } from './registers.api';
import { UndoDialog } from './undo-dialog';
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
  const [isUndoing, setUndoing] = useState(false);
  const { fate, tone } = fateOf(found);
  const language = currentLanguage();
  const asksColumns = mustMap(found);
  const isOutdated = fate === 'checked' && !found.isUpToDate;
  return (
    <section className={classes.state} aria-label={t('column.state')}>
      <div role="status">
        <StatusTag tone={asksColumns ? 'warn' : tone} size="lg">
          {asksColumns ? t('import.asksColumns') : t(`fate.${fate}`)}
        </StatusTag>
        <p>{asksColumns ? t('import.mapFirst') : t(`import.${fate}`)}</p>
        {isOutdated && <p>{t('import.outdated')}</p>}
        {found.undoesNumber !== null && <p>{t('import.undoes', { number: found.undoesNumber })}</p>}
        {found.undoneByNumber !== null && <p>{t('import.undoneBy', { number: found.undoneByNumber })}</p>}
      </div>
      {fate === 'reading' && <Progress found={found} />}
      {fate === 'checked' && found.warnings.length > 0 && (
        <ul className={classes.warnings}>
          {found.warnings.map(({ code, text }) => (
            <li key={code}>{text[language]}</li>
          ))}
        </ul>
      )}
      <Group gap="sm">
        {fate === 'checked' && !asksColumns && !isOutdated && (
          <Button onClick={() => setConfirming(true)}>
            {t('actions.confirm', { number: found.number })}
          </Button>
        )}
        {(fate === 'checked' || fate === 'refused') && (
          <LinkButton to="/registers/$registerId" params={{ registerId }} variant="default">
            {fate === 'checked' ? t('actions.another') : t('actions.mended')}
          </LinkButton>
        )}
        {found.canUndo && (
          <Button variant="default" onClick={() => setUndoing(true)}>
            {t('actions.undo', { number: found.number })}
          </Button>
        )}
      </Group>
      {isUndoing && <UndoDialog registerId={registerId} found={found} onClose={() => setUndoing(false)} />}
      {isConfirming && (
        <ConfirmImport
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
  });
  return (
    <p className={classes.progress}>
      {words}
      <progress aria-label={words} />
    </p>
  );
}
