import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { UploadField } from '../../ui/upload/upload-field';
import { saveCsv } from './csv-file';
import { COLUMNS } from './import-figures';
import { FILE_TYPES, LARGEST_FILE, uploadPath } from './registers.api';
import classes from './registers.module.css';

interface RegisterUploadProps {
  registerId: string;
  /** A version is being taken in at this moment. */
  isBusy: boolean;
}

/** A new file: it is read and reported on, and nothing counts before the officer's word on the next page. */
export function RegisterUpload({ registerId, isBusy }: RegisterUploadProps) {
  const { t } = useTranslation('registers');
  const navigate = useNavigate();
  return (
    <section aria-labelledby="new-version" className={classes.part}>
      <h2 id="new-version">{t('upload.title')}</h2>
      <p>{t('upload.text')}</p>
      {isBusy && <p role="status">{t('upload.busy')}</p>}
      <UploadField
        name="file"
        label={t('upload.label')}
        hint={t('upload.hint')}
        isSingle
        types={FILE_TYPES}
        maxBytes={LARGEST_FILE}
        path={uploadPath(registerId)}
        files={[]}
        onUploaded={({ id }) =>
          void navigate({
            to: '/registers/$registerId/imports/$importId',
            params: { registerId, importId: id },
          })
        }
        onRemove={() => Promise.resolve()}
      />
      <Button
        variant="default"
        leftSection={<IconDownload size={18} aria-hidden />}
        onClick={() => saveCsv('register.csv', [COLUMNS])}
      >
        {t('actions.template')}
      </Button>
    </section>
  );
}
