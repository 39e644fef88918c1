import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { formatBytes } from '../format';
import { useProblemText } from '../use-problem-text';
import { type FileLimits, typeNames } from './file-faults';
import classes from './upload-field.module.css';
import type { Sending, UploadedFile } from './use-uploads';

interface SendingRowProps {
  sending: Sending;
  limits: FileLimits;
  onRetry: () => void;
  onDismiss: () => void;
}

/** A file on its way, or why it did not arrive. */
export function SendingRow({ sending, limits, onRetry, onDismiss }: SendingRowProps) {
  const { t } = useTranslation('ui');
  const { file, percent, fault, problem, cancel } = sending;
  if (fault || problem)
    return <FailedRow sending={sending} limits={limits} onRetry={onRetry} onDismiss={onDismiss} />;
  const words = t('upload.sending', { name: file.name, percent });
  return (
    <li>
      <span className={classes.name}>
        {words}
        <progress max={100} value={percent} aria-label={words} />
      </span>
      <Button variant="subtle" size="compact-md" onClick={cancel}>
        {t('upload.actions.cancel')}
      </Button>
    </li>
  );
}

function FailedRow({ sending, limits, onRetry, onDismiss }: SendingRowProps) {
  const { t } = useTranslation('ui');
  const { file, fault, problem } = sending;
  const { text } = useProblemText(problem);
  const words = fault
    ? t(`upload.${fault}`, {
        name: file.name,
        size: formatBytes(file.size, currentLanguage()),
        limit: formatBytes(limits.maxBytes, currentLanguage()),
        types: typeNames(limits.types),
      })
    : `${file.name}: ${text}`;
  return (
    <li data-failed>
      <IconAlertTriangle size={20} aria-hidden />
      <span className={classes.name} role="alert">
        {words}
      </span>
      {!fault && (
        <Button variant="subtle" size="compact-md" onClick={onRetry}>
          {t('upload.actions.retry')}
        </Button>
      )}
      <Button variant="subtle" size="compact-md" onClick={onDismiss}>
        {t('upload.actions.remove')}
      </Button>
    </li>
  );
}

interface FileRowProps {
  file: UploadedFile;
  href?: string;
  onRemove: () => void;
}

/** A file that the server has. */
export function FileRow({ file, href, onRemove }: FileRowProps) {
  const { t } = useTranslation('ui');
  return (
    <li>
      <IconCheck size={20} aria-hidden className={classes.done} />
      <span className={classes.name}>
        {href ? (
          <a href={href} target="_blank" rel="noreferrer">
            {file.name}
          </a>
        ) : (
          file.name
        )}
        {file.size !== undefined && <small>{formatBytes(file.size, currentLanguage())}</small>}
      </span>
      <Button
        variant="subtle"
        size="compact-md"
        aria-label={t('upload.removeOne', { name: file.name })}
        onClick={onRemove}
      >
        {t('upload.actions.remove')}
      </Button>
    </li>
  );
}
