import { Button, Group } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconCloudOff, IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { formatTime } from '../format';
import { useProblemText } from '../use-problem-text';
import classes from './save-state.module.css';
import type { Autosave } from './use-autosave';

interface SaveStateProps {
  autosave: Autosave;
  /** In a conflict: loads what is stored now into the page, and answers its version. */
  onTakeTheirs?: () => Promise<number>;
}

/** "Tersimpan 14.02", or why not yet: a polite live region near the form's end. */
export function SaveState({ autosave, onTakeTheirs }: SaveStateProps) {
  return (
    <div className={classes.state} role="status" data-status={autosave.status}>
      <Words autosave={autosave} />
      {autosave.status === 'conflict' && <Choices autosave={autosave} onTakeTheirs={onTakeTheirs} />}
    </div>
  );
}

function Words({ autosave }: { autosave: Autosave }) {
  const { t } = useTranslation('ui');
  const { text } = useProblemText(autosave.problem);
  switch (autosave.status) {
    case 'clean':
      return null;
    case 'dirty':
    case 'saving':
      return (
        <p>
          <IconPencil size={18} aria-hidden /> {t('save.saving')}
        </p>
      );
    case 'saved':
      return (
        <p>
          <IconCheck size={18} aria-hidden />{' '}
          {t('save.saved', {
            time: formatTime((autosave.savedAt ?? new Date()).toISOString(), currentLanguage()),
          })}
        </p>
      );
    case 'waiting':
      return (
        <p>
          <IconCloudOff size={18} aria-hidden /> {t('save.waiting')}
        </p>
      );
    case 'conflict':
    case 'refused':
      return (
        <p>
          <IconAlertTriangle size={18} aria-hidden />{' '}
          {autosave.status === 'conflict' ? t('save.conflict') : text}
        </p>
      );
  }
}

function Choices({ autosave, onTakeTheirs }: SaveStateProps) {
  const { t } = useTranslation('ui');
  const stored = storedVersion(autosave);
  const take = async () => {
    if (onTakeTheirs) autosave.takeTheirs(await onTakeTheirs());
  };
  return (
    <Group gap="sm" mt="xs">
      {stored !== null && (
        <Button size="sm" variant="default" onClick={() => void autosave.keepMine(stored)}>
          {t('save.actions.keepMine')}
        </Button>
      )}
      {onTakeTheirs && (
        <Button size="sm" variant="default" onClick={() => void take()}>
          {t('save.actions.takeTheirs')}
        </Button>
      )}
    </Group>
  );
}

/** The version that a 409 carries: `version`, or that of `current`. */
function storedVersion(autosave: Autosave): number | null {
  const body = autosave.problem?.body ?? {};
  const current = body.current as { version?: unknown } | undefined;
  const version = body.version ?? current?.version;
  return typeof version === 'number' ? version : null;
}
