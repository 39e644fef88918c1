import { IconCamera, IconUpload } from '@tabler/icons-react';
import { type DragEvent, type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { fieldId } from '../form/field-id';
import { OptionalMark } from '../form/optional-mark';
import { formatBytes } from '../format';
import { type FileLimits, typeNames } from './file-faults';
import { FileRow, SendingRow } from './upload-rows';
import classes from './upload-field.module.css';
import { useUndoableRemoval } from './use-undoable-removal';
import { type UploadedFile, useUploads } from './use-uploads';

interface UploadFieldProps extends FileLimits {
  name: string;
  label: string;
  hint?: ReactNode;
  error?: string;
  optional?: boolean;
  /** Takes one file at a time. */
  isSingle?: boolean;
  /** POST, multipart/form-data with the part `file`; answers `{ id, name, size }` or more. */
  path: string;
  fields?: Record<string, string>;
  files: UploadedFile[];
  onUploaded: (file: UploadedFile) => void;
  /** Called ten seconds after the press, so that it can be undone. */
  onRemove: (file: UploadedFile) => Promise<void>;
  /** Opens a file that is there. */
  hrefOf?: (file: UploadedFile) => string;
}

/** Files: by button, by dropping, by a phone's camera; percent, cancel, retry, removal with undo. */
export function UploadField(props: UploadFieldProps) {
  const { name, label, hint, error, optional, isSingle, types, maxBytes, files, onRemove, hrefOf } = props;
  const { t } = useTranslation('ui');
  const uploads = useUploads(props);
  const { hidden, remove } = useUndoableRemoval(onRemove);
  const id = useId();
  const shown = files.filter((file) => !hidden.includes(file.id));
  const add = (chosen: Iterable<File>) => uploads.add(isSingle ? [...chosen].slice(0, 1) : chosen);
  const limits = t('upload.limit', {
    types: typeNames(types),
    size: formatBytes(maxBytes, currentLanguage()),
  });
  return (
    <div className={classes.field} role="group" aria-labelledby={id} aria-describedby={`${id}-hint`}>
      <p id={id} className={classes.label}>
        <OptionalMark label={label} optional={optional} />
      </p>
      <p id={`${id}-hint`} className={classes.hint}>
        {hint && <>{hint} </>}
        {limits}
      </p>
      {error && <p className={classes.error}>{error}</p>}
      <DropArea onFiles={add}>
        <Picker
          id={fieldId(name)}
          accept={types.join(',')}
          onFiles={add}
          isMultiple={!isSingle}
          isInvalid={Boolean(error)}
        />
      </DropArea>
      <ul className={classes.files}>
        {uploads.sending.map((one) => (
          <SendingRow
            key={one.key}
            sending={one}
            limits={{ types, maxBytes }}
            onRetry={() => uploads.retry(one)}
            onDismiss={() => uploads.dismiss(one)}
          />
        ))}
        {shown.map((file) => (
          <FileRow key={file.id} file={file} href={hrefOf?.(file)} onRemove={() => remove(file)} />
        ))}
      </ul>
    </div>
  );
}

interface PickerProps {
  id: string;
  accept: string;
  isInvalid: boolean;
  isMultiple: boolean;
  onFiles: (files: Iterable<File>) => void;
}

function Picker({ id, accept, isInvalid, isMultiple, onFiles }: PickerProps) {
  const { t } = useTranslation('ui');
  const takesPhotos = accept.includes('image/');
  const pick = (input: HTMLInputElement) => {
    onFiles([...(input.files ?? [])]);
    // The same file can be chosen again after a failure.
    input.value = '';
  };
  return (
    <>
      <label className={classes.pick}>
        <input
          id={id}
          type="file"
          accept={accept}
          multiple={isMultiple}
          aria-invalid={isInvalid || undefined}
          onChange={(event) => pick(event.currentTarget)}
        />
        <IconUpload size={20} aria-hidden />
        {t('upload.choose')}
      </label>
      {takesPhotos && (
        <label className={classes.pick} data-camera>
          <input
            type="file"
            accept="image/*"
            capture="environment"
            onChange={(event) => pick(event.currentTarget)}
          />
          <IconCamera size={20} aria-hidden />
          {t('upload.camera')}
        </label>
      )}
      <span className={classes.drop}>{t('upload.drop')}</span>
    </>
  );
}

function DropArea({ children, onFiles }: { children: ReactNode; onFiles: (files: Iterable<File>) => void }) {
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFiles([...event.dataTransfer.files]);
  };
  const over = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  return (
    <div
      className={classes.area}
      data-over={isOver || undefined}
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {children}
    </div>
  );
}
