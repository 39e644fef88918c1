import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { formatBytes } from '../format';
import classes from './upload-field.module.css';
import type { UploadedFile } from './use-uploads';

interface ReuseFilesProps {
  /** Own files that are not here yet; nothing is shown for none. */
  files: UploadedFile[];
  onChoose: (file: UploadedFile) => void;
}

/** Files that the person uploaded elsewhere: nobody should have to send the same one twice (WCAG 3.3.7). */
export function ReuseFiles({ files, onChoose }: ReuseFilesProps) {
  const { t } = useTranslation('ui');
  if (files.length === 0) return null;
  return (
    <details className={classes.reuse}>
      <summary>{t('upload.reuse')}</summary>
      <ul className={classes.files}>
        {files.map((file) => (
          <li key={file.id}>
            <span className={classes.name}>
              {file.name}
              {file.size !== undefined && <small>{formatBytes(file.size, currentLanguage())}</small>}
            </span>
            <Button
              variant="subtle"
              size="compact-md"
              aria-label={t('upload.reuseOne', { name: file.name })}
              onClick={() => onChoose(file)}
            >
              {t('upload.actions.reuse')}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
